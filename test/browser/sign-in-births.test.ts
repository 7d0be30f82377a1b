import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { BESIDE, HOST, LOGIN, PROVIDER } from '../site/sessions/plain-login.ts';
import { NUMBER } from '../site/sessions/session-site.ts';
import type { LeftAlone, SiteReport } from '#core/report.ts';
import { until } from '../support/until.ts';
import { BLOCK, choose } from './deciding.ts';
import { cookiesOf } from './jar.ts';
import { behaviour, everythingStored, numbersNamed } from './world.ts';

const AT = `https://${HOST}/`;
const PASSWORD = 'correct horse battery';

async function fillIn(page: Page): Promise<void> {
  await page.type('#sign-in [name="name"]', 'Ada');
  await page.type('#sign-in [name="password"]', PASSWORD);
}

async function signIn(page: Page): Promise<void> {
  await fillIn(page);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('#sign-in button')]);
}

function heading(page: Page): Promise<string> {
  return page.$eval('h1', (title) => title.innerText);
}

function loginIn({ leftAlone }: SiteReport): LeftAlone | undefined {
  return leftAlone.find(
    ({ identifier, kind }) => kind === 'login' && identifier.area === 'cookie' && identifier.name === LOGIN,
  );
}

describe('logins under names that say nothing', () => {
  behaviour(
    'a random cookie that comes with the answer to a password is a login, and nothing of the password is kept',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(AT);
      await signIn(page);
      expect(await heading(page)).toBe('Hello, Ada');
      const report = await reportUntil(
        page,
        'the login and the number',
        (seen) => loginIn(seen) !== undefined && numbersNamed(seen, NUMBER).length > 0,
      );
      expect(loginIn(report)).toMatchObject({ purpose: 'necessary', preview: null });
      expect(loginIn(report)?.reasons.map(({ says }) => says)).toContain('bornInSignIn');
      expect(report.numbers.map(({ number }) => number)).toEqual(sites.plainLogin.given);
      const value = (await cookiesOf(browser)).find(({ name }) => name === LOGIN)?.value ?? LOGIN;
      const stored = await everythingStored(browser);
      expect(stored).not.toContain(value);
      expect(stored).not.toContain('correct');
    },
  );

  behaviour(
    'a random cookie that a script posted for after a password was typed is a login where no script can read it, else a number',
    async ({ browser, open, reportUntil }) => {
      const page = await open(AT);
      await fillIn(page);
      // No person is as fast as a script that posts in the moment in which a key goes up.
      await until('the password to be told of', async () =>
        browser.inExtension(async () => 'passwords-typed' in (await chrome.storage.session.get(null))),
      );
      await page.evaluate(async () => void (await fetch('/api/sign-in', { method: 'POST' })));
      const report = await reportUntil(
        page,
        'the login and the number beside it',
        (seen) => loginIn(seen) !== undefined && numbersNamed(seen, BESIDE).length > 0,
      );
      expect(numbersNamed(report, LOGIN)).toEqual([]);
    },
  );

  behaviour('a random cookie that comes without a password is a number', async ({ open, reportUntil }) => {
    const page = await open(AT);
    await page.evaluate(async () => void (await fetch('/api/sign-in', { method: 'POST' })));
    await reportUntil(page, 'the number', (seen) => numbersNamed(seen, LOGIN).length > 0);
  });

  behaviour(
    'a random cookie that comes as a person is sent back by who signed them in is a login',
    async ({ open, reportUntil }) => {
      const page = await open(AT);
      const authorize = `https://${PROVIDER}/authorize`;
      await Promise.all([
        page.waitForNavigation({ waitUntil: 'load' }),
        page.evaluate((url) => location.assign(url), authorize),
      ]);
      expect(await heading(page)).toBe('Hello, Ada');
      const report = await reportUntil(page, 'the login', (seen) => loginIn(seen) !== undefined);
      expect(numbersNamed(report, LOGIN)).toEqual([]);
    },
  );

  behaviour(
    'under Block, a random cookie lasts where it came with the answer to a password, and no number beside it is kept',
    async ({ sites, browser, open, reportUntil }) => {
      await choose(browser, HOST, BLOCK);
      const page = await open(AT);
      await signIn(page);
      expect(await heading(page)).toBe('Hello, Ada');
      await reportUntil(page, 'the login', (seen) => loginIn(seen) !== undefined);
      await until('no number', async () => !(await cookiesOf(browser)).some(({ name }) => name === NUMBER));
      const { requests } = sites.plainLogin;
      const before = requests.length;
      for (let view = 0; view < 3; view += 1) await page.goto(`${AT}account`, { waitUntil: 'load' });
      expect(await heading(page)).toBe('Hello, Ada');
      const since = requests.slice(before);
      expect(since.map(({ who, number }) => [who, number])).toEqual([
        ['Ada', null],
        ['Ada', null],
        ['Ada', null],
      ]);
      expect((await cookiesOf(browser)).map(({ name }) => name)).toContain(LOGIN);
    },
  );
});
