import { describe, expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import { parseJourney, runJourney } from '../site/journey.ts';
import { placeOrder, reportStay, searchFor, visit } from '../site/shopper.ts';
import { monthOf, type VisitorRecord } from '../site/visitor-log.ts';
import { until } from '../support/until.ts';
import { behaviour, numbersNamed, type World } from './world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What the shop recorded about its first visitor in the month of now. */
function logged(sites: World['sites'], now = Date.now()): NonNullable<VisitorRecord['months'][string]> {
  const month = sites.shop.visitors[0]?.months[monthOf(now)];
  if (month === undefined) throw new Error('The shop recorded nobody this month');
  return month;
}

describe('what is recorded under a number', () => {
  behaviour('sections are as the shop counted them', async ({ sites, open, reportUntil }) => {
    const page = await open(`${SHOP}/`);
    for (const path of ['/hi-fi', '/de/hi-fi/model-2', '/support', '/your-account', '/nowhere', '/hi-fi/model-5']) {
      await visit(page, SHOP + path);
    }
    const report = await reportUntil(page, 'seven pages', ({ month }) => month?.tally.pages === 7);
    const shown = Object.fromEntries(report.month?.sections.map(({ section, pages }) => [section, pages]) ?? []);
    expect(shown).toEqual(logged(sites).sections);
  });

  behaviour('searches are as the shop has them, word for word', async ({ sites, open, reportUntil }) => {
    const page = await open(`${SHOP}/`);
    for (const words of ['car mp3 player', 'Lautsprecher für Räume', '"quoted" & <b>bold</b>', 'car mp3 player']) {
      await searchFor(page, words);
    }
    await searchFor(page, '   ');
    const report = await reportUntil(page, 'four searches', ({ month }) => month?.tally.searches === 4);
    const shown = report.month?.searches.flatMap(({ term, times }) => Array.from({ length: times }, () => term));
    expect(shown?.toSorted()).toEqual(sites.shop.visitors[0]?.searches.map(({ term }) => term).toSorted());
    expect(logged(sites).searches).toBe(4);
  });

  behaviour(
    'an order is as the shop has it, and shown again is no second one',
    async ({ sites, open, report, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      await placeOrder(page, 'model-2');
      await reportUntil(page, 'the order', ({ month }) => month?.tally.orders === 1);
      const before = logged(sites).pages;
      await page.reload({ waitUntil: 'load' });
      await reportUntil(page, 'the page shown again', ({ month }) => month?.tally.pages === before + 1);
      expect(logged(sites).orders).toBe(1);
      const { month, events } = await report(page);
      expect(month?.tally.orders).toBe(1);
      expect(events.filter(({ type }) => type === 'order')).toMatchObject([
        { reference: sites.shop.visitors[0]?.orders[0]?.reference },
      ]);
    },
  );

  behaviour(
    'time is within a second of what the shop measured, also while out of view',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      const journey = parseJourney('[{"wait": 1.5}, {"visit": "/support"}, {"wait": 1}]');
      if (!journey.ok) throw new Error(journey.error);
      await runJourney(page, journey.steps);
      const other = await browser.newPage();
      await other.bringToFront();
      await reportUntil(page, 'the time so far', ({ month }) => (month?.tally.milliseconds ?? 0) > 2500);
      await page.bringToFront();
      await visit(page, `${SHOP}/stories`);
      await reportStay(page);
      const shop = logged(sites).milliseconds;
      expect(shop).toBeGreaterThan(2500);
      // The last page's time is told a moment after the shop's own report of it.
      const { month } = await reportUntil(
        page,
        'the last page’s time',
        (seen) => (seen.month?.tally.milliseconds ?? 0) > shop - 1000,
      );
      expect(month?.tally.milliseconds).toBeLessThan(shop + 1000);
    },
  );

  behaviour('single-page navigation counts as the shop counts it', async ({ sites, open, reportUntil }) => {
    const page = await open(`${SHOP}/stories`);
    for (const path of ['/stories/the-amp', '/stories']) await visit(page, SHOP + path);
    await page.evaluate(() => {
      location.hash = 'end';
    });
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => location.hash === '');
    await visit(page, `${SHOP}/stories/the-amp`);
    await reportUntil(page, 'the same pages as the shop', ({ month }) => month?.tally.pages === logged(sites).pages);
    const report = await reportUntil(
      page,
      'what the shop shows',
      ({ month }) => month?.tally.pages === logged(sites).pages,
    );
    expect(logged(sites).pages).toBeGreaterThan(2);
    const moves = report.events.filter((event) => event.type === 'visit' && event.how === 'history');
    expect(moves).toHaveLength(logged(sites).pages - 1);
  });

  behaviour(
    'visits are counted month by month, across a changed clock and a browser restart',
    async ({ sites, browser, open, reportUntil }) => {
      const first = await open(`${SHOP}/`);
      await visit(first, `${SHOP}/hi-fi`);
      await reportUntil(first, 'the first visit', ({ numbers: [own] }) => own?.total.pages === 2);
      const later = 40 * DAY;
      sites.setClock(later);
      await browser.restart({ clockOffset: later });
      const second = await open(`${SHOP}/support`);
      const report = await reportUntil(
        second,
        'a visit in another month',
        ({ numbers: [own] }) => own?.total.visits === 2,
      );
      const now = Date.now();
      expect(report.month?.month).toBe(monthOf(now + later));
      expect(report.month?.tally.visits).toBe(logged(sites, now + later).visits);
      expect(report.month?.months).toEqual(Object.keys(sites.shop.visitors[0]?.months ?? {}).toSorted());
      expect(Object.values(sites.shop.visitors[0]?.months ?? {}).map(({ visits }) => visits)).toEqual([1, 1]);
    },
  );

  behaviour(
    'two tabs at once are one visit, and every page of both is recorded',
    async ({ sites, open, reportUntil }) => {
      const one = await open(`${SHOP}/`);
      const two = await open(`${SHOP}/hi-fi`);
      await Promise.all([visit(one, `${SHOP}/support`), visit(two, `${SHOP}/hi-fi/model-2`)]);
      await Promise.all([visit(one, `${SHOP}/search?q=valves`), visit(two, `${SHOP}/stories`)]);
      const report = await reportUntil(
        one,
        'the pages of both tabs',
        ({ month }) => month?.tally.pages === logged(sites).pages,
      );
      expect(sites.shop.visitors).toHaveLength(1);
      expect(report.month?.tally).toMatchObject({ visits: 1, searches: 1, pages: logged(sites).pages });
    },
  );

  behaviour('a browser restart continues the same record', async ({ sites, browser, open, reportUntil }) => {
    const page = await open(`${SHOP}/`);
    await reportUntil(page, 'the first page', ({ numbers: [own] }) => own?.total.pages === 1);
    await browser.restart();
    const again = await open(`${SHOP}/support`);
    const report = await reportUntil(again, 'both pages', ({ numbers: [own] }) => own?.total.pages === 2);
    expect(report.numbers[0]?.number).toBe(sites.shop.visitors[0]?.number);
    expect(sites.shop.visitors).toHaveLength(1);
  });

  behaviour(
    'requests that carried a number are the requests with that cookie in the servers’ logs',
    async ({ sites, open, reportUntil }) => {
      const news = await open('https://northwind-news.example/');
      const uids = (): number => sites.tracker.requests.filter(({ url }) => url.endsWith('/uid')).length;
      await until('the last request of the first page', () => uids() === 1);
      // Numbers that are given while other requests leave are not compared: docs/privacy.md says so.
      const since = Date.now();
      await visit(news, 'https://northwind-news.example/world');
      await until('the last request of the second page', () => uids() === 2);
      const cookies = (pair: string, from = 0): number =>
        sites.proxyLog.filter(
          ({ headers, kind, at }) =>
            kind === 'request' && at >= from && `; ${headers['cookie'] ?? ''}`.includes(`; ${pair}`),
        ).length;
      for (const name of ['bbid', '__Host-bbp', 'bbr']) {
        const sent = cookies(`${name}=`, since);
        expect(sent).toBeGreaterThan(0);
        await reportUntil(news, `as many requests with ${name} as the server saw: ${sent}`, ({ events }) => {
          const claimed = events.filter(
            (line) =>
              line.type === 'request' &&
              line.at >= since &&
              line.carried.some((one) => one.as === 'cookie' && one.name === name),
          );
          return claimed.length === sent;
        });
      }
      const page = await open(`${SHOP}/`);
      for (const path of ['/hi-fi', '/hi-fi/model-2', '/plain']) await visit(page, SHOP + path);
      const [visitor] = sites.shop.visitors;
      const addresses = sites.proxyLog.filter(({ url }) => url.includes(`visitor=${visitor?.number}`)).length;
      expect(addresses).toBeGreaterThan(0);
      const report = await reportUntil(
        page,
        'as many requests with the shop’s number as the servers saw',
        ({ numbers: [own] }) => own?.total.requests === cookies(`hvid=${visitor?.number}`) + addresses,
      );
      expect(report.numbers[0]?.recipients).toMatchObject([
        { domain: 'bluebird-metrics.example', requests: addresses, as: ['address'] },
      ]);
    },
    { thirdPartyCookies: 'allowed' },
  );

  behaviour(
    'a third party’s cookie that the browser keeps out is not said to be sent',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open('https://northwind-news.example/');
      await reportUntil(page, 'the first page', ({ month }) => month?.tally.pages === 1);
      // The third party has a cookie that is not partitioned, from a visit of its own.
      await browser.inExtension(
        async (expirationDate) => {
          const held = {
            domain: 'bluebird-metrics.example',
            sameSite: 'no_restriction',
            secure: true,
            expirationDate,
          } as const;
          await chrome.cookies.set({
            ...held,
            url: 'https://bluebird-metrics.example/',
            name: 'bbr',
            value: 'd2b3c865362d4f0a9c1e7b5a8d6f3e21',
          });
        },
        Date.now() / 1000 + 86_400,
      );
      const before = sites.tracker.requests.length;
      await page.goto('https://northwind-news.example/world', { waitUntil: 'load' });
      await until(
        'the tracker’s second page',
        () => sites.tracker.requests.filter(({ url }) => url.includes('/p.gif?')).length >= 2,
      );
      // Requests are told in their order: once later ones of another site are counted, the tracker's were told too.
      const later = await open(`${SHOP}/`);
      await reportUntil(later, 'later requests', ({ numbers: [own] }) => (own?.total.requests ?? 0) > 0);
      const report = await reportUntil(page, 'both pages', ({ month }) => month?.tally.pages === 2);
      const arrived = sites.tracker.requests.slice(before).filter(({ cookie }) => cookie.includes('bbr=d2b3')).length;
      expect(arrived).toBe(0);
      expect(numbersNamed(report, 'bbr').reduce((sum, { total }) => sum + total.requests, 0)).toBe(0);
    },
    { thirdPartyCookies: 'blocked' },
  );
});
