import { expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import { placeOrder, searchFor, visit } from '../site/shopper.ts';
import type { TestBrowser } from '../support/browser.ts';
import { behaviour } from './world.ts';

/** How often the background is killed while somebody visits the shop, and how many rounds that person makes at least. */
const KILLS = 100;
const ROUNDS = 12;

/** Most turns of the event loop between one kill and the next: the moment is drawn by chance. */
const MOST_TURNS = 40;

/** Kills until told to stop, and at least so often; counts the kills that met a background that ran. */
async function keepKilling(browser: TestBrowser, progress: { kills: number; visiting: boolean }): Promise<void> {
  while (progress.visiting || progress.kills < KILLS) {
    if (await browser.killBackground().catch(() => false)) progress.kills += 1;
    const turns = Math.floor(Math.random() * MOST_TURNS);
    for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
  }
}

behaviour(
  'a background killed 100 times at random moments loses nothing that the shop logged',
  async ({ sites, browser, open, reportUntil }) => {
    const page = await open(`${SHOP}/`);
    const progress = { kills: 0, visiting: true };
    const killing = keepKilling(browser, progress);
    for (let round = 0; round < ROUNDS || progress.kills < KILLS; round += 1) {
      await visit(page, `${SHOP}/hi-fi/model-${(round % 4) + 1}`);
      await searchFor(page, `words ${round}`);
      await visit(page, `${SHOP}/stories`);
      await visit(page, `${SHOP}/stories/the-amp`);
    }
    await placeOrder(page, 'model-2');
    progress.visiting = false;
    await killing;
    expect(progress.kills).toBeGreaterThanOrEqual(KILLS);

    const [visitor] = sites.shop.visitors;
    const [month] = Object.values(visitor?.months ?? {});
    const report = await reportUntil(
      page,
      `everything the shop logged: ${JSON.stringify(month)}`,
      ({ numbers: [own] }) => own?.total.pages === month?.pages,
    );
    expect(report.numbers[0]?.number).toBe(visitor?.number);
    expect(report.numbers[0]?.total).toMatchObject({
      visits: month?.visits,
      pages: month?.pages,
      searches: month?.searches,
      orders: month?.orders,
    });
    const sections = report.month?.sections.map(({ section, pages }) => [section, pages]) ?? [];
    expect(Object.fromEntries(sections)).toEqual(month?.sections);
  },
);
