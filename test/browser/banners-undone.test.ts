import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { Domain } from '#core/site.ts';
import { bannerHost, type ProgramName } from '../site/banners/banners.ts';
import { until } from '../support/until.ts';
import { askView, behaviour, type World } from './world.ts';

/** What each program shows as long as nothing was answered. */
const BANNERS = {
  vanilla: '#cc-main .cm',
  klaro: '.klaro .cookie-notice',
  osano: '.cc-window .cc-deny',
} as const satisfies Partial<Record<ProgramName, string>>;

async function refused(world: World, host: string) {
  const { browser, open, reportUntil } = world;
  await browser.optionsPage('#/settings');
  await askView(browser, 'chooseBanners', { domain: null, mode: 'refuse' });
  const page = await open(`https://${host}/`);
  const { banner } = await reportUntil(page, 'a refusal', (report) => report.banner.last?.outcome.is === 'refused');
  if (banner.last === null) throw new Error('nothing was answered');
  return { page, receipt: banner.last.id };
}

/** Presses, in a view, what takes the answer back. */
async function pressUndo(view: Page): Promise<void> {
  const button = await view.waitForSelector('[data-undo-answer]');
  await button?.click();
}

describe('an answer to a banner', () => {
  for (const [name, banner] of Object.entries(BANNERS)) {
    behaviour(`of ${name} is taken back in one press, and the banner is the person’s`, async (world) => {
      const host = bannerHost(name as ProgramName);
      const { page } = await refused(world, host);
      await pressUndo(await world.browser.optionsPage(`#/site/${host}`));
      await until('the banner again', async () => await page.waitForSelector(banner, { visible: true }));
      const report = await world.reportUntil(
        page,
        'that it was taken back',
        ({ banner: { last } }) => last?.undone !== undefined,
      );
      expect(report.banner.last).toMatchObject({ outcome: { is: 'refused' } });
      expect(report.events.filter(({ type }) => type === 'banner')).toHaveLength(1);
      // It is not answered again for as long as the tab stays on the site, however often it is loaded.
      await page.reload({ waitUntil: 'load' });
      await page.waitForSelector(banner, { visible: true });
      const elsewhere = await world.open(`https://${bannerHost('orejime')}/`);
      await world.reportUntil(elsewhere, 'another answer', ({ banner: { last } }) => last !== null);
      await page.waitForSelector(banner, { visible: true });
      expect(await page.evaluate(() => document.cookie)).not.toMatch(/cc_cookie|klaro|cookieconsent_status/u);
    });
  }

  behaviour('is answered anew when the tab comes back from another site', async (world) => {
    const host = bannerHost('osano');
    const { page, receipt } = await refused(world, host);
    const tabId = world.browser.tabIdOf(page);
    const popup = await world.browser.popupFor(page);
    await pressUndo(popup.page);
    await world.reportUntil(page, 'that it was taken back', ({ banner: { last } }) => last?.undone !== undefined);
    const ask = { domain: host as Domain, receipt, tabId };
    expect(await askView(world.browser, 'undoBanner', ask)).toBe('nothing-to-undo');
    await until('the banner again', async () => await page.waitForSelector(BANNERS.osano, { visible: true }));
    await page.goto(`https://${bannerHost('klaro')}/`, { waitUntil: 'load' });
    await world.reportUntil(page, 'another answer', ({ banner: { last } }) => last !== null);
    await page.goto(`https://${host}/`, { waitUntil: 'load' });
    await world.reportUntil(page, 'a new answer', ({ banner: { last } }) => last !== null && last.undone === undefined);
    expect(await page.evaluate(() => document.cookie)).toContain('cookieconsent_status=deny');
  });

  behaviour('is not said to be taken back where no page of the site is open', async (world) => {
    const host = bannerHost('osano');
    const { page, receipt } = await refused(world, host);
    await page.goto('about:blank');
    const ask = { domain: host as Domain, receipt, tabId: null };
    expect(await askView(world.browser, 'undoBanner', ask)).toBe('not-open');
  });
});
