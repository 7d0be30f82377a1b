import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import { addToCart, placeOrder, searchFor, signIn, visit } from '../site/shopper.ts';
import { until } from '../support/until.ts';
import { coveredWords } from './covered-words.ts';
import { withholdSites } from './settings-of-the-browser.ts';
import { askView, behaviour } from './world.ts';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

describe('what is shown', () => {
  behaviour('the popup is live: what happens while it is open appears without a reload', async ({ browser, open }) => {
    const page = await open(`${SHOP}/`);
    const popup = await browser.popupFor(page);
    await popup.until('one page', ({ facts }) => facts['pages']?.startsWith('1 ') === true);
    await popup.page.evaluate(() => {
      document.documentElement.dataset['notReloaded'] = 'yes';
    });
    await searchFor(page, 'headphones');
    await popup.until('the search', ({ searches }) => searches.some(([term]) => term.includes('headphones')));
    expect(await popup.page.evaluate(() => document.documentElement.dataset['notReloaded'])).toBe('yes');
  });

  behaviour('the popup stays live after the background was stopped', async ({ browser, open }) => {
    const page = await open(`${SHOP}/`);
    const popup = await browser.popupFor(page);
    await popup.until('one page', ({ facts }) => facts['pages']?.startsWith('1 ') === true);
    await browser.killBackground();
    await visit(page, `${SHOP}/support`);
    await popup.until('the second page', ({ facts }) => facts['pages']?.startsWith('2 ') === true);
  });

  behaviour(
    'a site that gives no number is said to give none, and what it stores is named',
    async ({ browser, open }) => {
      const page = await open('https://riverside-library.example/');
      const popup = await browser.popupFor(page);
      const text = await until('that there is no number', async () => {
        const all = await popup.text();
        return all.includes('has given you no number') && all.includes('theme') && all;
      });
      expect(text).toContain('large-type');
      expect(text).not.toContain('undefined');
    },
  );

  behaviour('a page no extension may see is said to be one', async ({ browser }) => {
    const page = await browser.newPage();
    const popup = await browser.popupFor(page);
    const text = await until('a sentence', async () => (await popup.text()).trim());
    expect(text).not.toContain('undefined');
    expect(await askView(browser, 'tabReport', { tabId: browser.tabIdOf(page) })).toMatchObject({ state: 'unseeable' });
  });

  behaviour(
    'a site the browser withholds is said to be withheld, with a button that asks',
    async ({ browser, open }) => {
      const page = await open(`${SHOP}/`);
      await withholdSites(browser, page);
      const answer = await until('that it is withheld', async () => {
        const said = await askView<{ state: string }>(browser, 'tabReport', { tabId: browser.tabIdOf(page) });
        return said.state === 'withheld' && said;
      });
      // Without a press on our button the browser keeps even the site's name from us.
      expect(answer).toMatchObject({ domain: null, origin: null });
      const popup = await browser.popupFor(page);
      await until('the buttons', async () => (await popup.page.$$('main .asks button')).length >= 1);
    },
  );

  behaviour(
    'the toolbar badge counts the numbers at work on the site, and says so',
    async ({ browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      const tabId = browser.tabIdOf(page);
      await reportUntil(page, 'the numbers', ({ numbers }) => numbers.length > 4);
      const badge = async (): Promise<readonly [string, string]> =>
        await browser.inExtension(
          async (id) =>
            [await chrome.action.getBadgeText({ tabId: id }), await chrome.action.getTitle({ tabId: id })] as const,
          tabId,
        );
      await until('a badge that counts them', async () => {
        const report = await askView<{ site: { numbers: { number: string }[] } }>(browser, 'tabReport', { tabId });
        const [text, title] = await badge();
        const count = String(new Set(report.site.numbers.map(({ number }) => number)).size);
        return text === count && title.includes(count) && title.includes('halden-audio.example');
      });
    },
  );

  behaviour('the number is copied whole', async ({ sites, browser, open }) => {
    const page = await open(`${SHOP}/`);
    const popup = await browser.popupFor(page);
    await popup.until('the number', ({ facts }) => facts['number'] !== undefined);
    await popup.page.evaluate(() => {
      const copied = { text: '' };
      Object.assign(globalThis, { copied });
      navigator.clipboard.writeText = async (text) => {
        copied.text = text;
      };
    });
    await popup.page.click('.button-copy');
    const copied = await popup.page.evaluate(() => (globalThis as unknown as { copied: { text: string } }).copied.text);
    expect(copied).toBe(sites.shop.visitors[0]?.number);
  });

  behaviour('a line of the record opens to its evidence, with the very value marked', async ({ browser, open }) => {
    const page = await open(`${SHOP}/`);
    await searchFor(page, 'car mp3 player');
    const popup = await browser.popupFor(page);
    await popup.until('the search', ({ searches }) => searches.length === 1);
    await popup.openAll();
    const marks = await popup.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('mark')].map((mark) => mark.innerText),
    );
    expect(marks).toContain('car mp3 player');
  });

  behaviour(
    'options list the sites with their numbers, and a diary by day for each',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      await searchFor(page, 'headphones');
      await reportUntil(page, 'the search', ({ month }) => month?.tally.searches === 1);
      const list = await browser.optionsPage('#/sites');
      await until('the shop in the list', async () =>
        (await list.evaluate(() => document.body.innerText)).includes('halden-audio.example'),
      );
      const site = await browser.optionsPage('#/site/halden-audio.example');
      const number = sites.shop.visitors[0]?.number ?? '';
      await until('its number and its diary', async () => {
        const text = (await site.evaluate(() => document.body.innerText)).replaceAll('\n', '');
        return text.includes(number) && text.includes('headphones');
      });
    },
  );

  behaviour(
    'popup and options can be used by everybody (axe finds nothing), and no control lies over words',
    async ({ browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      await signIn(page, 'Ada');
      await addToCart(page, 'model-2');
      await placeOrder(page, 'model-2');
      await reportUntil(
        page,
        'the order, and others’ numbers',
        ({ month, numbers }) => month?.tally.orders === 1 && numbers.length > 2,
      );
      const popup = await browser.popupFor(page);
      await popup.until('the number', ({ facts }) => facts['number'] !== undefined);
      const options = await Promise.all(
        [
          '#/',
          '#/sites',
          '#/site/halden-audio.example',
          '#/companies',
          '#/company/bluebird-metrics.example',
          '#/activity',
          '#/settings',
        ].map(async (hash) => await browser.optionsPage(hash)),
      );
      for (const view of [popup.page, ...options]) {
        await view.waitForSelector('main h1');
        await view.waitForSelector('[aria-busy=true]', { hidden: true });
        await view.evaluate(AXE);
        const found = await view.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const { violations } = await axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        });
        expect(found).toEqual([]);
        expect(await coveredWords(view)).toEqual([]);
      }
    },
  );
});
