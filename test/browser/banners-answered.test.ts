import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { BannerMode, ChoosablePurpose } from '#core/banner.ts';
import type { Domain } from '#core/site.ts';
import { until } from '../support/until.ts';
import { bannerHost, FRAMED, HOSTILE, type ProgramName } from '../site/banners/banners.ts';
import { HAND_MADE } from '../site/banners/hand-made.ts';
import { seen, shown } from './card-seen.ts';
import { askView, behaviour, type World } from './world.ts';

async function want(
  { browser }: World,
  mode: BannerMode,
  { host = null, purposes = [] }: { host?: string | null; purposes?: readonly ChoosablePurpose[] } = {},
): Promise<void> {
  await browser.optionsPage('#/settings');
  await askView(browser, 'chooseBanners', { domain: host as Domain | null, mode, purposes });
}

/** What came of the banner of a site, once something did. */
async function answered(world: World, host: string) {
  const page = await world.open(`https://${host}/`);
  const { banner } = await world.reportUntil(page, 'what came of the banner', (report) => report.banner.last !== null);
  if (banner.last === null) throw new Error('nothing came of it');
  return { page, receipt: banner.last };
}

/** Turns the wheel over the page, as a person does: a script may scroll a page that is locked for people. */
async function turnWheel(page: Page): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(300, 200);
  await page.mouse.wheel({ deltaY: 400 });
}

async function scrollsByWheel(page: Page): Promise<void> {
  await until('scrolling', async () => {
    await turnWheel(page);
    return (await page.evaluate(() => scrollY)) > 0;
  });
}

/** Programs in which something can be accepted, and chosen one by one. */
const CHOOSING = ['vanilla', 'klaro', 'tarteaucitron', 'orejime'] as const satisfies readonly ProgramName[];

describe('a banner, answered as it was chosen', () => {
  for (const name of CHOOSING) {
    behaviour(`of ${name} leaves the chosen purposes on, and nothing else`, async (world) => {
      await want(world, 'some', { purposes: ['analytics'] });
      const { receipt } = await answered(world, bannerHost(name));
      expect(receipt).toMatchObject({ wanted: { is: 'some', purposes: ['analytics'] }, outcome: { is: 'as-chosen' } });
      const granted = receipt.after.flatMap(({ purposes }) =>
        purposes.flatMap(({ purpose, is }) => (is === 'granted' ? [purpose] : [])),
      );
      expect(new Set(granted.filter((purpose) => purpose !== 'necessary'))).toEqual(new Set(['analytics']));
    });
  }

  behaviour('is refused where purposes cannot be chosen, and that is said', async (world) => {
    await want(world, 'some', { purposes: ['analytics'] });
    const { receipt } = await answered(world, bannerHost('osano'));
    expect(receipt).toMatchObject({ instead: 'refuse', outcome: { is: 'refused' } });
  });

  for (const name of [...CHOOSING, 'osano'] as const) {
    behaviour(`of ${name} is accepted on the one site where that was chosen`, async (world) => {
      await want(world, 'accept', { host: bannerHost(name) });
      const { receipt } = await answered(world, bannerHost(name));
      expect(receipt.wanted).toEqual({ is: 'accept' });
      expect(JSON.stringify(receipt.outcome)).toBe('{"is":"accepted"}');
    });
  }

  behaviour('is never accepted for all sites', async (world) => {
    await want(world, 'refuse');
    await want(world, 'accept');
    const { receipt } = await answered(world, bannerHost('klaro'));
    expect(receipt).toMatchObject({ wanted: { is: 'refuse' }, outcome: { is: 'refused' } });
  });

  behaviour('of the site’s own making is refused by its button, and the page scrolls again', async (world) => {
    const page = await world.open(`https://${HAND_MADE['hand-made']}/`);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('hidden');
    await want(world, 'refuse');
    await page.reload({ waitUntil: 'load' });
    await until('the site’s own record', async () =>
      (await page.evaluate(() => document.cookie)).includes('our_choice=rejected'),
    );
    await scrollsByWheel(page);
    const { banner } = await world.reportUntil(page, 'what came of it', (report) => report.banner.last !== null);
    expect(banner.last).toMatchObject({ clicks: 1, cmp: null, outcome: { is: 'not-read-back' } });
  });

  behaviour('of the site’s own making is not touched where it is only to be told of', async (world) => {
    await want(world, 'tell');
    const page = await world.open(`https://${HAND_MADE['hand-made']}/`);
    const told = await answered(world, bannerHost('osano'));
    expect(told.receipt.outcome.is).toBe('left');
    expect((await world.report(page)).banner.last).toBe(null);
    await page.waitForSelector('.choice', { visible: true });
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  behaviour('that can only be hidden no longer keeps the page from scrolling', async (world) => {
    await want(world, 'refuse');
    const { page, receipt } = await answered(world, HAND_MADE.notice);
    expect(receipt.outcome.is).toBe('hidden');
    await scrollsByWheel(page);
  });

  for (const [form, host] of [
    ['', HAND_MADE.pay],
    [' in a form that hides it', HAND_MADE['pay-form']],
  ] as const) {
    behaviour(`that asks to pay or to accept${form} is named, and nothing in it is pressed`, async (world) => {
      await want(world, 'refuse');
      const { page, receipt } = await answered(world, host);
      expect(receipt).toMatchObject({ clicks: 0, outcome: { is: 'pay-or-accept' } });
      expect(await page.evaluate('pressed')).toBe(0);
      await page.waitForSelector('#accept', { visible: true });
    });
  }

  behaviour('beside a checkout does not ask to pay or to accept', async (world) => {
    await want(world, 'refuse');
    const { receipt } = await answered(world, HAND_MADE.checkout);
    expect(receipt.outcome.is).toBe('hidden');
  });

  for (const name of ['throwing', 'silent'] as const) {
    behaviour(`is refused and read back beside ${name} interfaces`, async (world) => {
      await want(world, 'refuse');
      const { page, receipt } = await answered(world, HOSTILE[name]);
      expect(receipt.outcome.is).toBe('refused');
      expect(await page.$eval('h1', (title) => title.innerText)).toBe('Osano asks');
    });
  }

  behaviour('beside a consent string of 64 KB is not said to be refused', async (world) => {
    await want(world, 'refuse');
    const { page, receipt } = await answered(world, HOSTILE.endless);
    expect(receipt.outcome).toEqual({ is: 'not-read-back', why: 'unreadable' });
    expect(await page.evaluate(() => document.cookie)).toContain('cookieconsent_status=deny');
  });

  behaviour('on a page that stops its own clock is answered all the same', async (world) => {
    await want(world, 'refuse');
    const { page, receipt } = await answered(world, HAND_MADE.stopped);
    expect(receipt.outcome.is).toBe('not-read-back');
    expect(await page.evaluate(() => document.cookie)).toContain('our_choice=rejected');
  });

  behaviour('in a frame of another site is answered there', async (world) => {
    await want(world, 'refuse');
    const { page, receipt } = await answered(world, FRAMED);
    expect(receipt.clicks).toBe(1);
    const frame = page.frames().find((one) => one.url().includes(bannerHost('orejime')));
    await until('no banner', async () => (await frame?.$('.orejime-Banner')) === null);
    expect(await page.$eval('h1', (title) => title.innerText)).toBe('Somebody else asks');
  });

  behaviour('is a line in the card that tells of the site’s number, and no second card', async (world) => {
    const { browser } = world;
    const host = HAND_MADE.numbered;
    await askView(browser, 'changeNotice', { by: 'card', aDay: 9 });
    const page = await browser.newPage();
    await page.setViewport({ width: 900, height: 600 });
    await page.bringToFront();
    await page.goto(`https://${host}/`, { waitUntil: 'load' });
    const without = await shown(page);
    await page.keyboard.press('Escape');
    await until('the card to be gone', async () => (await seen(page)) === null);
    await askView(browser, 'wipeSite', { domain: host as Domain });
    await askView(browser, 'chooseBanners', { domain: null, mode: 'refuse' });
    await page.bringToFront();
    await page.reload({ waitUntil: 'load' });
    await world.reportUntil(page, 'what came of the banner', ({ banner }) => banner.last !== null);
    await until('a line more on the card', async () => (await shown(page)).height > without.height);
    expect(await page.$$('html > div')).toHaveLength(1);
  });
});
