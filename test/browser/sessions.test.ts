import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { NUMBER } from '../site/sessions/session-site.ts';
import type { LeftAlone, SiteReport } from '#core/report.ts';
import type { SessionLibrary } from '../site/sessions/libraries.ts';
import { until } from '../support/until.ts';
import { BLOCK, choose } from './deciding.ts';
import { cookiesOf } from './jar.ts';
import { behaviour, numbersNamed } from './world.ts';

const FORM_TOKEN = '__Host-psifi.x-csrf-token';

/** A library's cookies, each with what it is to be known as, and by what. */
const KEPT: Readonly<Record<SessionLibrary, Readonly<Record<string, readonly [kind: string, says: string]>>>> = {
  'express-session': { 'connect.sid': ['login', 'nameSaysLogin'] },
  'cookie-session': { session: ['login', 'nameSaysLogin'], 'session.sig': ['security', 'nameSaysSecurity'] },
  'iron-session': { nordlicht: ['login', 'signedToken'] },
};

/** Fills in the form's one field and sends it. */
async function send(page: Page, form: string, text: string): Promise<void> {
  await page.type(`${form} input:not([type="hidden"])`, text);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(`${form} button`)]);
}

function heading(page: Page): Promise<string> {
  return page.$eval('h1', (title) => title.innerText);
}

function leftAlone({ leftAlone: all }: SiteReport, name: string): LeftAlone | undefined {
  return all.find(({ identifier }) => identifier.area === 'cookie' && identifier.name === name);
}

describe('logins as server software keeps them', () => {
  for (const library of ['express-session', 'cookie-session', 'iron-session'] as const) {
    const domain = `${library}.example`;
    const kept = { ...KEPT[library], [FORM_TOKEN]: ['security', 'nameSaysSecurity'] as const };

    behaviour(
      `what ${library} and csrf-csrf keep is known for a login and a form token, each for its reasons`,
      async ({ sites, open, reportUntil }) => {
        const page = await open(`https://${domain}/`);
        await send(page, '#sign-in', 'Ada');
        expect(await heading(page)).toBe('Hello, Ada');
        const report = await reportUntil(
          page,
          'the login, the form token and the number',
          (seen) =>
            Object.keys(kept).every((name) => leftAlone(seen, name) !== undefined) &&
            numbersNamed(seen, NUMBER).length > 0,
        );
        for (const [name, [kind, says]] of Object.entries(kept)) {
          const { reasons } = leftAlone(report, name) ?? {};
          expect(leftAlone(report, name)).toMatchObject({ kind, purpose: 'necessary', preview: null });
          expect(reasons?.map((reason) => reason.says)).toEqual(expect.arrayContaining([says, 'httpOnly']));
        }
        expect(report.numbers.map(({ number }) => number)).toEqual(sites.sessions[library].given);
      },
    );

    behaviour(
      `under Block, a login kept by ${library} lasts and its form is taken, and no number beside it is kept`,
      async ({ sites, browser, open, reportUntil }) => {
        const page = await open(`https://${domain}/`);
        await send(page, '#sign-in', 'Ada');
        await reportUntil(page, 'the number', (seen) => numbersNamed(seen, NUMBER).length > 0);
        const { requests, given, notes, refused } = sites.sessions[library];
        expect(requests.at(-1)).toEqual({ method: 'GET', path: '/account', who: 'Ada', number: given[0] });

        await choose(browser, domain, BLOCK);
        await until(
          'the number to be gone',
          async () => !(await cookiesOf(browser)).some(({ name }) => name === NUMBER),
        );
        const before = requests.length;
        for (let view = 0; view < 3; view += 1) await page.goto(`https://${domain}/account`, { waitUntil: 'load' });
        await send(page, '#note', 'water the plants');
        expect(await heading(page)).toBe('Hello, Ada');

        expect(requests.slice(before).map(({ method, path }) => `${method} ${path}`)).toEqual(
          'GET /account,GET /account,GET /account,POST /notes,GET /account'.split(','),
        );
        expect(new Set(requests.slice(before).map(({ who }) => who))).toEqual(new Set(['Ada']));
        expect(requests.slice(before).filter(({ number }) => number !== null)).toEqual([]);
        expect(given).toHaveLength(1 + 5);
        expect(notes).toEqual([{ who: 'Ada', text: 'water the plants' }]);
        expect(refused()).toBe(0);
      },
    );
  }
});
