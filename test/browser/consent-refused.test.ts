import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { ConsentText } from '#core/consent.ts';
import { keptBy, letIn } from './asking.ts';
import { ASKING, ASKING_NAMES, type AskingSite } from './asking-sites.ts';
import { askView, behaviour } from './world.ts';

/** What the page's own interfaces of the two frameworks answer, byte for byte. */
async function answeredIn(page: Page): Promise<readonly ConsentText[]> {
  const answers = await page.evaluate(async () => {
    type Call = (...args: unknown[]) => void;
    const ask = async (name: string, key: string, call: (api: Call, answer: Call) => void) => {
      const api = Reflect.get(globalThis, name) as Call | undefined;
      if (typeof api !== 'function') return null;
      const data = await new Promise((answer) => call(api, answer));
      return Reflect.get(data as object, key) as string;
    };
    return [
      ['__tcfapi', await ask('__tcfapi', 'tcString', (api, answer) => api('getTCData', 2, answer))],
      ['__gpp', await ask('__gpp', 'gppString', (api, answer) => api('ping', answer))],
    ] as const;
  });
  return answers.flatMap(([name, value]) => (value === null ? [] : ([{ area: 'live', name, value }] as const)));
}

describe('a refusal by us', () => {
  for (const name of ASKING_NAMES) {
    const site: AskingSite = ASKING[name];
    behaviour(`at a site that asks by ${name} is told as the site stored it, byte for byte`, async (world) => {
      const { browser, open, reportUntil } = world;
      await browser.optionsPage('#/settings');
      await askView(browser, 'chooseBanners', { domain: null, mode: 'refuse' });
      const page = await open(`https://${site.host}/`);
      const report = await reportUntil(page, 'what came of the banner', ({ banner }) => banner.last !== null);
      const receipt = report.banner.last;
      expect(receipt).toMatchObject({ by: 'known-as', wanted: { is: 'refuse' } });
      const after = receipt?.after ?? [];
      const kept = await keptBy(page, site);
      expect(kept.length).toBe(site.keeps.length);
      const answered = await answeredIn(page);
      const own = [...kept, ...answered];
      const told = after.flatMap(({ texts }) => texts);
      for (const text of told) expect(own).toContainEqual(text);
      // The same text in two places is told once, and as what the interface answers where it does.
      for (const text of answered) expect(told).toContainEqual(text);
      expect(new Set(told.map(({ value }) => value))).toEqual(new Set(own.map(({ value }) => value)));
      expect(letIn(after)).toEqual(site.lets.refuse.toSorted());
      const isLeftOn = letIn(after).some((one) => one.endsWith(' legitimate-interest'));
      expect(receipt?.outcome.is).toBe(isLeftOn ? 'refused-but-stored' : 'refused');
    });
  }
});
