import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { Receipt } from '#core/receipt.ts';
import { doAt, expectAsStored, letIn, openAsking } from './asking.ts';
import { ASKING, ASKING_NAMES, type AskingSite, type Deed } from './asking-sites.ts';
import { behaviour, type World } from './world.ts';

/** Does it as a person, and returns the receipt, which has the texts as the site stored them. */
async function receiptOf(world: World, at: { page: Page; site: AskingSite; deed: Deed }): Promise<Receipt> {
  const { page, site, deed } = at;
  await doAt(page, site, deed);
  const report = await world.reportUntil(page, `the receipt of “${deed}”`, ({ banner: { last } }) => {
    // A program may first forget what was chosen before.
    if (last?.by !== 'person' || last.after.length === 0) return false;
    return letIn(last.after).join() === site.lets[deed].toSorted().join();
  });
  const receipt = report.banner.last;
  if (receipt === null) throw new Error('It was there a moment ago');
  await expectAsStored(receipt.after, page, site);
  return receipt;
}

describe('a choice of the person’s own', () => {
  for (const name of ASKING_NAMES) {
    const site: AskingSite = ASKING[name];
    behaviour(
      `at a site that asks by ${name} is told as it is stored, and so is that they take it back`,
      async (world) => {
        const page = await openAsking(world, site);
        const accepted = await receiptOf(world, { page, site, deed: 'accept' });
        // What stands on a button may say nothing that is known.
        expect([null, 'accept']).toContain(accepted.wanted?.is ?? null);
        expect(letIn(accepted.before)).toEqual([]);
        expect(['accepted', 'answered']).toContain(accepted.outcome.is);
        const withdrawn = await receiptOf(world, { page, site, deed: 'withdraw' });
        expect([null, 'refuse']).toContain(withdrawn.wanted?.is ?? null);
        // Whether that it forgets is told by itself depends on how soon the next press comes.
        const before = letIn(withdrawn.before);
        if (site.forgets !== true || before.length > 0) expect(before).toEqual(site.lets.accept.toSorted());
      },
    );
    if (site.presses.some === null) continue;
    behaviour(`among purposes at a site that asks by ${name} is told as it is stored`, async (world) => {
      const page = await openAsking(world, site);
      const receipt = await receiptOf(world, { page, site, deed: 'some' });
      expect(receipt.wanted).toBe(null);
      expect(receipt.outcome.is).toBe('answered');
    });
  }
});
