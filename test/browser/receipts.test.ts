import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { SiteReceipt } from '#core/site-receipt.ts';
import { bannerHost, type ProgramName } from '../site/banners/banners.ts';
import { until } from '../support/until.ts';
import { askView, behaviour, type World } from './world.ts';

/** Has the banner of a program refused, and waits for its receipt. */
async function refuse({ browser, open, reportUntil }: World, name: ProgramName): Promise<Page> {
  await browser.inExtension(() => undefined);
  await askView(browser, 'chooseBanners', { domain: bannerHost(name), mode: 'refuse' });
  const page = await open(`https://${bannerHost(name)}/`);
  await reportUntil(page, 'that it was refused', ({ banner }) => banner.last?.outcome.is === 'refused');
  return page;
}

/** Each cookie's value of a page, as it stands in its own line. */
async function cookieOf(page: Page, name: string): Promise<string> {
  const all = await page.evaluate(() => document.cookie);
  const cookie = all.split('; ').find((one) => one.startsWith(`${name}=`));
  if (cookie === undefined) throw new Error(`there is no ${name} in ${all}`);
  return cookie.slice(name.length + 1);
}

/** Presses the button that is called so, and reads the file that is saved then. */
async function savedBy(page: Page, label: string): Promise<string> {
  await page.evaluate(() => {
    const whole = globalThis as unknown as { savedFiles?: Blob[] };
    const files: Blob[] = [];
    whole.savedFiles = files;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) files.push(file);
      return make(file);
    };
  });
  return await until(`the file of “${label}”`, async () => {
    return await page.evaluate(async (wanted) => {
      const { savedFiles = [] } = globalThis as unknown as { savedFiles?: Blob[] };
      if (savedFiles[0] !== undefined) return await savedFiles[0].text();
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button')];
      buttons.find(({ textContent }) => textContent === wanted)?.click();
      return false as const;
    }, label);
  });
}

interface ReceiptsFile {
  readonly format: string;
  readonly receipts: readonly (Pick<SiteReceipt, 'receipt' | 'measuredBy'> & { readonly site: string })[];
}

describe('a receipt', () => {
  behaviour(
    'is a page to print, with each text as the site stored it, byte for byte',
    async (world) => {
      const { browser } = world;
      const cookie = await cookieOf(await refuse(world, 'klaro'), 'klaro');
      const page = await browser.optionsPage(`#/receipts/${bannerHost('klaro')}`);
      await page.waitForSelector('[data-receipt=refused]');
      expect(await page.$eval('[data-text=klaro]', (text) => text.textContent)).toBe(cookie);
      const said = await page.$eval('[data-receipt=refused]', (receipt) => (receipt as HTMLElement).innerText);
      for (const part of ['to refuse everything that can be refused', 'stored as refused', 'Art. 4(11)'])
        expect(said).toContain(part);
      // On paper there is nothing but the receipts: what the page's own rules say of paper.
      const onPaper = await page.evaluate(() => {
        const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
        const printed = rules.filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print');
        for (const rule of printed) (rule as CSSMediaRule).media.mediaText = 'all';
        const shows = (selector: string): boolean => document.querySelector(selector)?.checkVisibility() === true;
        const paper = getComputedStyle(document.body).backgroundColor;
        return {
          rules: printed.length > 0,
          side: shows('.side'),
          buttons: shows('main button'),
          receipt: shows('.receipt pre'),
          paper,
        };
      });
      expect(onPaper).toEqual({ rules: true, side: false, buttons: false, receipt: true, paper: 'rgb(255, 255, 255)' });
    },
    { dark: true },
  );

  behaviour(
    'is saved with what the site stored, of one site and of all, and those of all stand on one page',
    async (world) => {
      const { browser } = world;
      const klaro = await cookieOf(await refuse(world, 'klaro'), 'klaro');
      const osano = await cookieOf(await refuse(world, 'osano'), 'cookieconsent_status');
      const page = await browser.optionsPage(`#/receipts/${bannerHost('klaro')}`);
      await page.waitForSelector('[data-receipt=refused]');
      const textsOf = ({ receipts }: ReceiptsFile): Readonly<Record<string, readonly string[]>> =>
        Object.fromEntries(
          receipts.map(({ site, receipt: { after } }) => [
            site,
            after.flatMap(({ texts }) => texts.map(({ value }) => value)),
          ]),
        );
      const one = JSON.parse(await savedBy(page, 'Save as JSON')) as ReceiptsFile;
      expect(textsOf(one)).toEqual({ [bannerHost('klaro')]: [klaro] });
      const printed = await browser.optionsPage('#/all-receipts');
      await until('both receipts', async () => (await printed.$$('.receipt')).length === 2);
      for (const [name, value] of Object.entries({ klaro, cookieconsent_status: osano }))
        expect(await printed.$eval(`[data-text=${name}]`, (text) => text.textContent)).toBe(value);
      const settings = await browser.optionsPage('#/settings');
      const all = JSON.parse(await savedBy(settings, 'Save the receipts')) as ReceiptsFile;
      expect(textsOf(all)).toEqual({ [bannerHost('klaro')]: [klaro], [bannerHost('osano')]: [osano] });
      expect(all.format).toBe('known-as/consent-receipts');
      expect(all.receipts.every(({ measuredBy }) => measuredBy.length > 0)).toBe(true);
    },
  );
});
