import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { BannerMode } from '#core/banner.ts';
import type { SiteReport } from '#core/report.ts';
import { bannerHost, NO_BANNER, PROGRAM_NAMES, type ProgramName } from '../site/banners/banners.ts';
import { askView, behaviour, type World } from './world.ts';

async function want({ browser }: World, mode: BannerMode): Promise<void> {
  await browser.optionsPage('#/settings');
  await askView(browser, 'chooseBanners', { domain: null, mode });
}

/** All that the site itself has stored, as its page sees it. */
async function storedIn(page: Page): Promise<string> {
  return await page.evaluate(() => [document.cookie, ...Object.entries(localStorage).flat()].map(String).join('\n'));
}

async function knownOf({ browser }: World, host: string): Promise<SiteReport | null> {
  const report = await askView(browser, 'siteReport', { domain: host });
  return report ? (report as SiteReport) : null;
}

async function answered(world: World, name: ProgramName): Promise<{ page: Page; report: SiteReport }> {
  const page = await world.browser.newPage();
  await page.goto(`https://${bannerHost(name)}/`, { waitUntil: 'load' });
  const report = await world.reportUntil(page, 'what came of the banner', ({ banner }) => banner.last !== null);
  return { page, report };
}

describe('a consent banner', () => {
  for (const name of PROGRAM_NAMES) {
    behaviour(`of ${name} is refused as the person wants, and what the site stored is read back`, async (world) => {
      await want(world, 'refuse');
      const { page, report } = await answered(world, name);
      const receipt = report.banner.last;
      expect(receipt?.wanted).toEqual({ is: 'refuse' });
      // Some programs store that nobody was asked yet.
      expect(receipt?.before.filter(({ by }) => by === 'person')).toEqual([]);
      const stored = await storedIn(page);
      for (const { texts } of receipt?.after ?? []) for (const { value } of texts) expect(stored).toContain(value);
      expect(receipt?.after.length).toBeGreaterThan(0);
      expect(receipt?.outcome.is).toBe('refused');
    });
  }

  behaviour('is left alone until the person wants otherwise, and noted where they want that', async (world) => {
    const { open, reportUntil } = world;
    const page = await open(`https://${bannerHost('osano')}/`);
    await page.waitForSelector('.cc-window .cc-deny', { visible: true });
    await want(world, 'tell');
    await page.reload({ waitUntil: 'load' });
    const { banner } = await reportUntil(page, 'that there is a banner', (report) => report.banner.last !== null);
    expect(banner.last).toMatchObject({ wanted: { is: 'tell' }, outcome: { is: 'left' }, clicks: 0 });
    // It still stands there, and nothing is stored.
    await page.waitForSelector('.cc-window .cc-deny', { visible: true });
    expect(await page.evaluate(() => document.cookie)).toBe('');
    const report = await knownOf(world, bannerHost('osano'));
    expect(report?.events.filter(({ type }) => type === 'banner')).toHaveLength(1);
  });

  behaviour('is answered on the one site that the person chose it for, and on no other', async (world) => {
    const { browser, open, reportUntil } = world;
    await browser.optionsPage('#/settings');
    await askView(browser, 'chooseBanners', { domain: bannerHost('klaro'), mode: 'refuse' });
    const other = await open(`https://${bannerHost('osano')}/`);
    const { page } = await answered(world, 'klaro');
    await reportUntil(page, 'that it was refused', ({ banner }) => banner.last?.outcome.is === 'refused');
    await other.waitForSelector('.cc-window .cc-deny', { visible: true });
    const report = await knownOf(world, bannerHost('osano'));
    expect(report?.banner).toMatchObject({ mode: 'leave', chosen: false, last: null });
  });

  behaviour('that stands there again for ever is answered once', async (world) => {
    await want(world, 'refuse');
    const { page } = await answered(world, 'osano');
    // The site forgets what was chosen.
    await page.evaluate(() => {
      document.cookie = 'cookieconsent_status=; Max-Age=0; Path=/';
    });
    await page.reload({ waitUntil: 'load' });
    const { banner } = await world.reportUntil(
      page,
      'that it stands there again',
      (report) => report.banner.last?.outcome.is === 'could-not',
    );
    expect(banner.last).toMatchObject({ clicks: 0, outcome: { why: 'stood-again' } });
    await page.waitForSelector('.cc-window .cc-deny', { visible: true });
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  behaviour('that is not there is not said to be', async (world) => {
    await want(world, 'refuse');
    const page = await world.open(`https://${NO_BANNER}/`);
    const other = await answered(world, 'osano');
    expect(other.report.banner.last?.outcome.is).toBe('refused');
    const report = await knownOf(world, NO_BANNER);
    expect(report?.banner.last ?? null).toBe(null);
    expect(await page.$eval('h1', (title) => title.innerText)).toBe('Nobody asks');
  });
});
