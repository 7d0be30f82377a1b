import { describe, expect } from 'vitest';
import type { Identifier } from '#core/identifier.ts';
import { nameOf } from '#core/identifier.ts';
import type { SiteReport } from '#core/report.ts';
import type { Tried } from '#core/tried.ts';
import { givenIn } from '../site/zoo/witness.ts';
import { ZOO } from '../site/zoo/ways.ts';
import { until } from '../support/until.ts';
import { BLOCK, choose, ZOO_DOMAIN } from './deciding.ts';
import { cookiesOf } from './jar.ts';
import { goAround, takeWay } from './walk.ts';
import { askView, behaviour, everythingStored, numbersNamed } from './world.ts';

const BUILD = 'zoo_build';

function reasonsOf({ numbers, leftAlone }: SiteReport, name: string): readonly string[] {
  const found = [...numbers, ...leftAlone].find(({ identifier }) => nameOf(identifier) === name);
  return found?.reasons.map(({ says }) => says) ?? [];
}

function placeOf({ numbers, leftAlone }: SiteReport, name: string): Identifier {
  const found = [...numbers, ...leftAlone].find(({ identifier }) => nameOf(identifier) === name);
  if (found === undefined) throw new Error(`${name} is not stored`);
  return found.identifier;
}

describe('two visits without cookies', () => {
  behaviour(
    'get another number each, where it is one: two requests without cookies, of which nothing is recorded or stored',
    async ({ sites, browser, open, report, reportUntil }) => {
      const page = await open(`${ZOO}/way/header?from=letter`);
      const before = await reportUntil(page, 'the number', ({ numbers }) => numbers.length === 1);
      const popup = await browser.popupFor(page);
      const jar = await cookiesOf(browser);
      const first = sites.zoo.requests.length;
      await popup.press('[data-line=why] [data-try]');
      await reportUntil(page, 'what was tried', (seen) =>
        reasonsOf(seen, 'zvid_header').includes('anotherWithoutCookies'),
      );
      const asked = sites.zoo.requests.slice(first);
      expect(asked.map(({ method, url, cookie, referrer }) => [method, url, cookie, referrer])).toEqual(
        Array.from({ length: 2 }, () => ['GET', `${ZOO}/way/header`, '', '']),
      );
      expect(await cookiesOf(browser)).toEqual(jar);
      // What comes after them is recorded as ever; of them nothing is.
      await goAround(page, sites);
      await reportUntil(page, 'the next page', ({ month }) => month?.tally.pages === 2);
      const last = await report(page);
      expect(last.past).toEqual([]);
      expect(last.numbers.map(({ key }) => key)).toContain(before.numbers[0]?.key);
      const stored = await everythingStored(browser);
      const given = givenIn(sites.zoo, 'header').map(({ value }) => value);
      expect(given.map((value) => stored.includes(value))).toEqual([true, false, false]);
    },
  );

  behaviour(
    'get the very same, where everybody does: it is no number any more, and stays under Block',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${ZOO}/build`);
      await reportUntil(page, 'a number', (seen) => numbersNamed(seen, BUILD).length > 0);
      const popup = await browser.popupFor(page);
      const first = sites.zoo.requests.length;
      await popup.press('[data-line=why] [data-try]');
      const told = await reportUntil(page, 'no number', ({ numbers }) => numbers.length === 0);
      expect(reasonsOf(told, BUILD)).toContain('sameWithoutCookies');
      expect(told.past).toMatchObject([{ ended: { how: 'tried' } }]);
      expect(sites.zoo.requests.slice(first).map(({ url, cookie }) => [url, cookie])).toEqual(
        Array.from({ length: 2 }, () => [`${ZOO}/build`, '']),
      );
      await choose(browser, ZOO_DOMAIN, BLOCK);
      await page.reload({ waitUntil: 'load' });
      await reportUntil(page, 'it left alone', (seen) => reasonsOf(seen, BUILD).includes('sameWithoutCookies'));
      expect((await cookiesOf(browser)).map(({ name }) => name)).toContain(BUILD);
    },
  );

  behaviour(
    'are set nothing where a script writes it, or where only another address does, and the popup says so',
    async ({ sites, browser, reportUntil }) => {
      const page = await browser.newPage();
      await takeWay(page, sites, 'script');
      await reportUntil(page, 'the number', ({ numbers }) => numbers.length === 1);
      const popup = await browser.popupFor(page);
      await popup.press('[data-line=why] [data-try]');
      await until('what came of it', async () => (await popup.page.$('[data-tried=unset]')) !== null);
      await popup.openAll();
      expect(await popup.text()).toContain('Neither visit set it: a script, another page, or an earlier step did.');
      expect((await cookiesOf(browser)).map(({ name }) => name)).toContain('zvid_script');
    },
  );

  behaviour(
    'are set nothing at the address a redirect led to, and nothing that is not stored can be tried',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${ZOO}/build`);
      await takeWay(page, sites, 'redirect');
      const seen = await reportUntil(page, 'both numbers', ({ numbers }) => numbers.length === 2);
      const identifier = placeOf(seen, 'zvid_redirect');
      const tabId = browser.tabIdOf(page);
      // The page the redirect led to sets nothing; the address that redirects does.
      expect(await askView<Tried>(browser, 'tryWithoutCookies', { tabId, identifier })).toBe('unset');
      const login = { ...identifier, name: 'nothing' };
      await expect(askView(browser, 'tryWithoutCookies', { tabId, identifier: login })).rejects.toThrow(
        'cannot be tried',
      );
    },
  );
});
