import { describe, expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import { until } from '../support/until.ts';
import { behaviour, numbersNamed } from './world.ts';

const NEWS = 'https://northwind-news.example';
const COPPER = 'https://copperkettle.example';

describe('numbers', () => {
  behaviour('the number shown is the number in the shop’s log', async ({ sites, browser, open }) => {
    const page = await open(`${SHOP}/`);
    const popup = await browser.popupFor(page);
    const [visitor] = sites.shop.visitors;
    await popup.until('the shop’s number', ({ facts }) => facts['number'] === visitor?.number);
  });

  behaviour(
    'a number set by the server and one set by a script are told apart, and the script is named',
    async ({ sites, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      const report = await reportUntil(page, 'both numbers, and who set them', (seen) =>
        numbersNamed(seen, 'hsplit').some(({ setBy }) => setBy.how === 'script'),
      );
      expect(numbersNamed(report, 'hvid').map(({ setBy }) => setBy)).toEqual([{ how: 'response', basis: 'inferred' }]);
      expect(numbersNamed(report, 'hsplit')).toMatchObject([
        { setBy: { how: 'script', script: `${SHOP}/script/numbers.js`, basis: 'verified' } },
      ]);
      const [visitor] = sites.shop.visitors;
      expect(visitor?.scriptNumbers['hsplit']).toContain(numbersNamed(report, 'hsplit')[0]?.number);
    },
  );

  behaviour('a number in local storage is seen', async ({ sites, open, reportUntil }) => {
    const page = await open(`${SHOP}/`);
    const report = await reportUntil(
      page,
      'the device number',
      (seen) => numbersNamed(seen, 'halden.device').length > 0,
    );
    expect(numbersNamed(report, 'halden.device')).toMatchObject([
      { number: sites.shop.visitors[0]?.scriptNumbers['halden.device'], identifier: { area: 'local-storage' } },
    ]);
  });

  behaviour('a number removed from local storage is no longer at work', async ({ open, reportUntil }) => {
    const page = await open(`${SHOP}/`);
    await reportUntil(page, 'the device number', (seen) => numbersNamed(seen, 'halden.device').length === 1);
    await page.evaluate(() => localStorage.removeItem('halden.device'));
    const report = await reportUntil(page, 'its end', (seen) => numbersNamed(seen, 'halden.device').length === 0);
    expect(report.past.map(({ identifier }) => ('key' in identifier ? identifier.key : ''))).toContain('halden.device');
  });

  behaviour(
    'PostHog’s number for the visitor is the one its collector logged',
    async ({ sites, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      const report = await reportUntil(
        page,
        'the number PostHog’s collector logged, in a cookie and in local storage',
        (seen) => seen.numbers.filter(({ number }) => sites.collectors.hog.visitorIds.includes(number)).length >= 2,
      );
      const [id] = sites.collectors.hog.visitorIds;
      expect(report.numbers.filter(({ number }) => number === id)).toMatchObject([
        { vendor: 'PostHog' },
        { vendor: 'PostHog' },
      ]);
    },
  );

  behaviour(
    'Snowplow’s number for the visitor is the one its collector logged',
    async ({ sites, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      const report = await reportUntil(page, 'the number Snowplow’s collector logged', (seen) =>
        seen.numbers.some(({ number }) => sites.collectors.snow.visitorIds.includes(number)),
      );
      const [id] = sites.collectors.snow.visitorIds;
      expect(report.numbers.filter(({ number }) => number === id)).toMatchObject([{ vendor: 'Snowplow' }]);
    },
  );

  behaviour(
    'a third party’s number is filed with each site whose page asked it, and is not the site’s own',
    async ({ sites, open, reportUntil }) => {
      const news = await open(`${NEWS}/`);
      const copper = await open(`${COPPER}/`);
      const logged = (): readonly string[] =>
        sites.tracker.numbers
          .filter(({ name, requests }) => name === 'bbid' && requests > 0)
          .map(({ number }) => number);
      const onNews = await reportUntil(news, 'the tracker’s number', (seen) =>
        numbersNamed(seen, 'bbid').some(({ number }) => logged().includes(number)),
      );
      const onCopper = await reportUntil(copper, 'the same number on the other site', (seen) =>
        numbersNamed(seen, 'bbid').some(({ number }) => logged().includes(number)),
      );
      expect(numbersNamed(onNews, 'bbid')).toMatchObject([{ party: 'third' }]);
      expect(numbersNamed(onCopper, 'bbid')).toMatchObject([
        { party: 'third', number: numbersNamed(onNews, 'bbid')[0]?.number },
      ]);
      expect(onNews.numbers[0]).toMatchObject({ party: 'first', number: sites.news.visitors[0]?.number });
      expect(onCopper.numbers[0]).toMatchObject({ party: 'first', number: sites.secondShop.visitors[0]?.number });
    },
    { thirdPartyCookies: 'allowed' },
  );

  behaviour(
    'a number in a frame’s own storage is filed with the page it stands in',
    async ({ sites, open, reportUntil }) => {
      const page = await open(`${NEWS}/`);
      await until('the frame’s word to its server', () => sites.tracker.numbers.some(({ name }) => name === 'bb.uid'));
      const report = await reportUntil(page, 'the frame’s number', (seen) => numbersNamed(seen, 'bb.uid').length > 0);
      const logged = sites.tracker.numbers.filter(({ name }) => name === 'bb.uid').map(({ number }) => number);
      expect(numbersNamed(report, 'bb.uid')).toMatchObject([
        {
          party: 'third',
          number: logged[0],
          identifier: { origin: 'https://frame.bluebird-metrics.example', partition: { topLevelSite: NEWS } },
        },
      ]);
    },
  );

  behaviour('partitioned cookies (CHIPS) are seen, one number for each site', async ({ sites, open, reportUntil }) => {
    const news = await open(`${NEWS}/`);
    const copper = await open(`${COPPER}/`);
    const seen = await Promise.all(
      [news, copper].map(
        async (page) =>
          await reportUntil(page, 'the partitioned number', (report) => numbersNamed(report, '__Host-bbp').length > 0),
      ),
    );
    const numbers = seen.map((report) => numbersNamed(report, '__Host-bbp')[0]);
    expect(numbers.map((number) => number?.identifier)).toMatchObject([
      { partition: { topLevelSite: NEWS } },
      { partition: { topLevelSite: COPPER } },
    ]);
    expect(numbers[0]?.number).not.toBe(numbers[1]?.number);
    const logged = sites.tracker.numbers.filter(({ name }) => name === '__Host-bbp').map(({ number }) => number);
    expect(logged).toEqual(expect.arrayContaining(numbers.map((number) => number?.number)));
  });

  behaviour(
    'a number that is replaced begins its own record, and the old one keeps its',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      await reportUntil(page, 'the first number', (seen) => numbersNamed(seen, 'hvid')[0]?.total.pages === 1);
      await browser.inExtension(async (url) => {
        await chrome.cookies.remove({ url, name: 'hvid' });
      }, `${SHOP}/`);
      await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
      await until('a second number in the shop’s log', () => sites.shop.visitors.length === 2);
      const [first, second] = sites.shop.visitors;
      const report = await reportUntil(
        page,
        'the second number',
        (seen) => numbersNamed(seen, 'hvid')[0]?.number === second?.number && seen.past.length > 0,
      );
      expect(report.past.map(({ number }) => number)).toContain(first?.number);
      const after = await reportUntil(
        page,
        'a page under the second',
        (seen) => numbersNamed(seen, 'hvid')[0]?.total.pages === 1,
      );
      expect(after.past.find(({ number }) => number === first?.number)?.total.pages).toBe(1);
    },
  );

  behaviour('http and https of one shop are one site with one number', async ({ sites, open, reportUntil }) => {
    const page = await open('http://halden-audio.example/');
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    await reportUntil(page, 'two pages under one number', ({ numbers: [own] }) => own?.total.pages === 2);
    expect(sites.shop.visitors).toHaveLength(1);
  });

  behaviour(
    'logins, carts, form tokens and languages are left alone, and their values are not kept',
    async ({ browser, open, reportUntil }) => {
      const { signIn, addToCart } = await import('../site/shopper.ts');
      const { everythingStored } = await import('./world.ts');
      const page = await open(`${SHOP}/`);
      await signIn(page, 'Ada');
      await addToCart(page, 'model-5');
      const wanted = ['sid', 'csrf', 'halden_cart', 'lang'];
      const report = await reportUntil(page, 'what is left alone', ({ leftAlone }) =>
        wanted.every((name) => leftAlone.some(({ identifier }) => 'name' in identifier && identifier.name === name)),
      );
      const kinds = new Map(
        report.leftAlone.map(({ identifier, kind }) => ['name' in identifier ? identifier.name : identifier.key, kind]),
      );
      expect(Object.fromEntries(kinds)).toMatchObject({
        sid: 'login',
        csrf: 'security',
        halden_cart: 'cart',
        lang: 'preference',
      });
      const secrets = await browser.inExtension(async (url) => {
        const cookies = await chrome.cookies.getAll({ url });
        return cookies.filter(({ name }) => name === 'sid' || name === 'csrf').map(({ value }) => value);
      }, `${SHOP}/`);
      expect(secrets).toHaveLength(2);
      const stored = await everythingStored(browser);
      expect(stored).toContain('halden-audio.example');
      for (const secret of secrets) expect(stored).not.toContain(secret);
    },
  );
});
