import type { Page } from 'puppeteer-core';
import { until } from '../support/until.ts';

/** What a page's own scripts can see of the card: its host. */
interface Seen {
  readonly shown: boolean;
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** The card's host in a page; `null` where there is no card. */
export async function seen(page: Page): Promise<Seen | null> {
  return await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('html > div');
    if (host === null) return null;
    const { left, bottom, width, height } = host.getBoundingClientRect();
    return { shown: width > 0 && getComputedStyle(host).visibility === 'visible', left, bottom, width, height };
  });
}

/** Waits until the card is on the screen. */
export async function shown(page: Page): Promise<Seen> {
  return await until('the card', async () => {
    const now = await seen(page);
    return now?.shown === true && now;
  });
}

/** Where the answers are, by the card's measures: three alike in a row, above the two quiet presses. */
const FROM_BOTTOM = 79;

/** Presses Allow (0), Block (1) or Reset (2) with the mouse, on a card as it was seen. */
async function pressAt(page: Page, { left, bottom, width }: Seen, place: 0 | 1 | 2): Promise<void> {
  await page.mouse.click(left + (width * (2 * place + 1)) / 6, bottom - FROM_BOTTOM);
}

/** Presses one of the answers, once the card is there. */
export async function pressAnswer(page: Page, place: 0 | 1 | 2): Promise<void> {
  await pressAt(page, await shown(page), place);
}

/** Presses one until the card is gone: in its first moment a press does not count. */
export async function answer(page: Page, place: 0 | 1 | 2): Promise<void> {
  await shown(page);
  await until('the card to be gone', async () => {
    const now = await seen(page);
    if (now?.shown !== true) return true;
    await pressAt(page, now, place);
    return false;
  });
}
