import { describe, expect } from 'vitest';
import { expectAsStored, letIn } from './asking.ts';
import { ASKING, ASKING_NAMES, type AskingSite } from './asking-sites.ts';
import { askView, behaviour } from './world.ts';

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
      await expectAsStored(after, page, site);
      expect(letIn(after)).toEqual(site.lets.refuse.toSorted());
      const isLeftOn = letIn(after).some((one) => one.endsWith(' legitimate-interest'));
      expect(receipt?.outcome.is).toBe(isLeftOn ? 'refused-but-stored' : 'refused');
    });
  }
});
