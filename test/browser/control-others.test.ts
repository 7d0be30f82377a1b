import { describe, expect } from 'vitest';
import type { LeftAlone, SiteReport } from '#core/report.ts';
import { SHOP } from '../site/hosts.ts';
import { signIn } from '../site/shopper.ts';
import { WAYS, ZOO, type Way, type WayName } from '../site/zoo/ways.ts';
import { carriersOf } from '../site/zoo/witness.ts';
import { until } from '../support/until.ts';
import { ALLOW, BLOCK, choose, chooseForThis, SHOP_DOMAIN, undecided, ZOO_DOMAIN } from './deciding.ts';
import { cookiesOf } from './jar.ts';
import { meetAll } from './meet.ts';
import { carriersSince, goAround, lostBeside, mark, numberOf, takeWay, walkAll } from './walk.ts';
import { askView, behaviour } from './world.ts';

const NEWS = 'https://northwind-news.example';
const COPPER = 'https://copperkettle.example';

const OF_OTHERS = ['third-party', 'partitioned', 'third-storage'] as const satisfies readonly WayName[];

const DAY = 86_400;

function leftAloneNamed(report: SiteReport, name: string): LeftAlone {
  const found = report.leftAlone.find(({ identifier }) => 'name' in identifier && identifier.name === name);
  if (found === undefined) throw new Error(`${name} is not among what is left alone`);
  return found;
}

describe('other companies', () => {
  behaviour(
    'other companies’ numbers may be blocked by default, and the site’s own stays',
    async (world) => {
      const { sites, browser } = world;
      await undecided(browser, { first: 'notify', third: 'block' });
      const page = await browser.newPage();
      await takeWay(page, sites, 'header');
      await meetAll(world, page, OF_OTHERS);
      await goAround(page, sites);
      await walkAll(page, sites, OF_OTHERS);
      await goAround(page, sites);
      expect(carriersOf(sites.zoo, numberOf(sites, 'header'))).toContain(`GET ${ZOO}/around`);
      for (const way of OF_OTHERS) {
        expect([way, carriersOf(sites.partner, numberOf(sites, way))]).toEqual([way, []]);
        expect(lostBeside(sites, way)).toEqual([]);
      }
    },
    { thirdPartyCookies: 'allowed' },
  );

  behaviour(
    'a number that another company keeps for several sites has one fate: blocked on one, it is sent from none',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${NEWS}/`);
      await page.goto(`${COPPER}/`, { waitUntil: 'load' });
      await page.goto(`${NEWS}/`, { waitUntil: 'load' });
      await reportUntil(page, 'the other company’s number', ({ numbers }) =>
        numbers.some(({ identifier }) => 'name' in identifier && identifier.name === 'bbid'),
      );
      const shared = sites.tracker.numbers.find(({ name }) => name === 'bbid')?.number ?? 'none';
      await choose(browser, 'northwind-news.example', BLOCK);
      const before = sites.tracker.requests.length;
      await page.goto(`${COPPER}/kettles`, { waitUntil: 'load' });
      await page.goto(`${COPPER}/teapots`, { waitUntil: 'load' });
      await page.goto(`${NEWS}/culture/radio`, { waitUntil: 'load' });
      const later = sites.tracker.requests.slice(before);
      expect(later.length).toBeGreaterThan(2);
      expect(later.filter(({ cookie }) => cookie.includes(shared))).toEqual([]);
      expect(later.filter(({ cookie }) => cookie.includes('bbid='))).toEqual([]);
      expect(sites.secondShop.visitors.map(({ pages }) => pages.length)).toEqual([3]);
    },
    { thirdPartyCookies: 'allowed' },
  );
});

describe('one by one', () => {
  behaviour(
    'a login is blocked where that was chosen for the login itself, and nothing else is',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      await signIn(page, 'Ada');
      const report = await reportUntil(page, 'the login', ({ leftAlone }) =>
        leftAlone.some(({ kind, identifier }) => kind === 'login' && 'name' in identifier && identifier.name === 'sid'),
      );
      const { identifier } = leftAloneNamed(report, 'sid');
      const session = (await cookiesOf(browser)).find(({ name }) => name === 'sid')?.value ?? 'none';
      await chooseForThis(browser, SHOP_DOMAIN, { identifier, choice: BLOCK });
      const since = sites.proxyLog.length;
      await page.goto(`${SHOP}/your-account`, { waitUntil: 'load' });
      expect(await page.$eval('h1', (heading) => heading.innerText)).toBe('Sign in');
      await signIn(page, 'Ada');
      await page.goto(`${SHOP}/your-account`, { waitUntil: 'load' });
      expect(await page.$eval('h1', (heading) => heading.innerText)).toBe('Sign in');
      const sent = sites.proxyLog
        .slice(since)
        .filter(({ host, kind }) => kind === 'request' && host === SHOP_DOMAIN)
        .map(({ headers }) => headers.cookie ?? '');
      expect(sent.filter((cookie) => cookie.includes(session))).toEqual([]);
      const last = sent.at(-1) ?? '';
      for (const name of ['csrf', 'lang', 'hvid']) expect(last).toContain(`${name}=`);
      expect(last).not.toContain('sid=');
    },
  );

  behaviour(
    'one number may be blocked and the others kept, and one kept where the others are blocked',
    async ({ sites, browser, reportUntil }) => {
      const page = await browser.newPage();
      const ways = ['header', 'http-only', 'script'] as const;
      await walkAll(page, sites, ways);
      const report = await reportUntil(page, 'all numbers', ({ numbers }) => numbers.length === ways.length);
      const identifierOf = (way: WayName) => {
        const found = report.numbers.find(
          ({ identifier }) => 'name' in identifier && identifier.name === WAYS[way].name,
        );
        if (found === undefined) throw new Error(`No number of ${way}`);
        return found.identifier;
      };
      await chooseForThis(browser, ZOO_DOMAIN, { identifier: identifierOf('header'), choice: BLOCK });
      const one = mark(sites, 'header');
      await goAround(page, sites);
      expect(carriersSince(sites.zoo, numberOf(sites, 'header'), one)).toEqual([]);
      expect(carriersSince(sites.zoo, numberOf(sites, 'http-only'), one)).not.toEqual([]);
      expect(carriersSince(sites.zoo, numberOf(sites, 'script'), one)).not.toEqual([]);
      await chooseForThis(browser, ZOO_DOMAIN, { identifier: identifierOf('http-only'), choice: ALLOW });
      await choose(browser, ZOO_DOMAIN, BLOCK);
      const other = mark(sites, 'header');
      await goAround(page, sites);
      expect(carriersSince(sites.zoo, numberOf(sites, 'http-only'), other)).not.toEqual([]);
      expect(carriersSince(sites.zoo, numberOf(sites, 'script'), other)).toEqual([]);
    },
  );

  behaviour('what was chosen for a site is wiped with it', async ({ sites, browser, open }) => {
    const page = await open(`${SHOP}/`);
    await choose(browser, SHOP_DOMAIN, BLOCK);
    await askView(browser, 'wipeSite', { domain: SHOP_DOMAIN });
    await page.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    expect(sites.shop.visitors.map(({ pages }) => pages.length)).toEqual([1, 2]);
  });
});

describe('asked first', () => {
  const COOKIES = [
    'header',
    'http-only',
    'host-prefix',
    'domain',
    'path',
    'deep-path',
    'script',
    'third-party',
    'partitioned',
  ] as const satisfies readonly WayName[];

  behaviour(
    'Allow stores the number that was held, with the site’s own attributes',
    async (world) => {
      const { sites, browser } = world;
      await undecided(browser, { first: 'ask', third: 'ask' });
      const page = await browser.newPage();
      await meetAll(world, page, COOKIES);
      await goAround(page, sites);
      const names = new Set<string>(COOKIES.map((way) => WAYS[way].name));
      expect((await cookiesOf(browser)).filter(({ name }) => names.has(name))).toEqual([]);
      await choose(browser, ZOO_DOMAIN, ALLOW);
      const jar = await until('every number to be stored', async () => {
        const stored = (await cookiesOf(browser)).filter(({ name }) => names.has(name));
        return stored.length === COOKIES.length && stored;
      });
      const now = Date.now() / 1000;
      for (const way of COOKIES) {
        const { name, terms, party }: Way = WAYS[way];
        const host = party === 'first' ? ZOO_DOMAIN : 'zoo-partner.example';
        const secure = (terms.secure ?? false) || (terms.crossSite ?? false);
        const stored = jar.find((cookie) => cookie.name === name);
        expect(stored).toMatchObject({
          value: numberOf(sites, way).value,
          domain: terms.domain === undefined ? host : `.${host}`,
          hostOnly: terms.domain === undefined,
          path: terms.path === null ? '/deep/er' : (terms.path ?? '/'),
          httpOnly: terms.httpOnly ?? false,
          secure,
          sameSite: terms.crossSite === true ? 'no_restriction' : 'lax',
        });
        expect(stored?.partitionKey?.topLevelSite).toBe(terms.partitioned === true ? ZOO : undefined);
        expect(Math.abs((stored?.expirationDate ?? 0) - now - 400 * DAY)).toBeLessThan(DAY);
      }
    },
    { thirdPartyCookies: 'allowed' },
  );

  behaviour('a number of another company is held too, and may be asked about alone', async (world) => {
    const { sites, browser, report } = world;
    await undecided(browser, { first: 'notify', third: 'ask' });
    const page = await browser.newPage();
    await takeWay(page, sites, 'header');
    await meetAll(world, page, ['partitioned']);
    const met = mark(sites, 'partitioned');
    await goAround(page, sites);
    expect(carriersOf(sites.zoo, numberOf(sites, 'header'))).not.toEqual([]);
    const given = numberOf(sites, 'partitioned');
    expect(carriersSince(sites.partner, given, met)).toEqual([]);
    const { held } = (await report(page)).control;
    expect(held.map(({ number }) => number)).toEqual([given.value]);
  });
});
