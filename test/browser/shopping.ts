import type { Page } from 'puppeteer-core';
import type { ShopLog } from '../site/consent-shops/shop-log.ts';
import type { World } from './world.ts';

/** A tab at one of the shops that ask for consent, and what the shop writes down. */
export interface Shopping {
  readonly world: World;
  readonly page: Page;
  readonly log: ShopLog;
}

/** What the shop has stored of choices, as it says itself, oldest first. */
export function textsStored(log: ShopLog): readonly string[] {
  return log.flatMap((deed) => (deed.did === 'stored' ? [deed.text] : []));
}

/** Presses a button of the shop's banner, opened again where it is closed, and waits until we have told what came of it. */
export async function press({ world, page, log }: Shopping, pressed: 'accept' | 'reject'): Promise<void> {
  const before = textsStored(log).length;
  await page.waitForSelector('#cmp');
  if (await page.$eval('#cmp', (banner) => banner.matches('[hidden]'))) await page.locator('#privacy-settings').click();
  await page.locator(`#cmp [data-press="${pressed}"]`).click();
  const wanted = pressed === 'accept' ? 'accept' : 'refuse';
  await world.reportUntil(page, `that ${pressed} was pressed`, ({ banner: { last } }) => {
    return textsStored(log).length > before && last?.by === 'person' && last.wanted?.is === wanted;
  });
}

/** Opens a page of a shop in a new tab. */
export async function shopAt(world: World, address: string, log: ShopLog): Promise<Shopping> {
  return { world, page: await world.open(`https://${address}`), log };
}
