import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { EventLine, SiteReport } from '#core/report.ts';
import { ELSEWHERE, NAMED_SHOP, READING_SHOP } from '../site/naming/named-shop.ts';
import { LETTERS, PARTIES, TYPED } from '../site/naming/parties.ts';
import type { DemoSites } from '../site/sites.ts';
import { findInProfile } from '../support/profile-search.ts';
import { until } from '../support/until.ts';
import { askView, behaviour, everythingStored, type World } from './world.ts';

async function submit(page: Page, form: string, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.type(`${form} [name="${name}"]`, text);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(`${form} button`)]);
}

async function told(page: Page): Promise<void> {
  await page.waitForSelector('html[data-told]', { timeout: 60_000 });
}

function letters({ naming }: DemoSites): number {
  return naming.arrived.filter(({ url }) => new URL(url).hostname.endsWith(LETTERS)).length;
}

/** Opens an account, leaves the letters' field as it is filled, orders, and signs in by way of another site. */
async function walkNamed({ browser, sites }: World, host: string): Promise<void> {
  const page = await browser.newPage();
  const { name, email, phone, password, street, postcode, city, card, until: valid, code } = TYPED;
  await page.goto(`https://${host}/sign-up`, { waitUntil: 'load' });
  await submit(page, '#sign-up', { name, email, phone, password });
  await told(page);
  await page.goto(`https://${host}/`, { waitUntil: 'load' });
  await page.type('#letters [name="email"]', TYPED.letters);
  const before = letters(sites);
  await page.keyboard.press('Tab');
  await until('the field to be sent', () => letters(sites) > before);
  await page.goto(`https://${host}/order`, { waitUntil: 'load' });
  await submit(page, '#order', { street, postcode, city, card, until: valid, code });
  await told(page);
  await page.goto(`https://${host}/sign-in`, { waitUntil: 'load' });
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('#elsewhere')]);
}

async function reportOf({ browser }: World, host: string): Promise<SiteReport> {
  const report = await askView(browser, 'siteReport', { domain: host, events: 400 });
  if (report === null || report === undefined) throw new Error(`Nothing is known of ${host}`);
  return report as SiteReport;
}

/** Whom something went to that is the person's, as a text each. */
function yours({ named }: SiteReport): readonly string[] {
  return named
    .flatMap(({ recipient, got }) =>
      got
        .filter(({ basis }) => basis === 'inferred')
        .map(({ what, form, early = false }) => `${recipient} ${what} ${form}${early ? ' early' : ''}`),
    )
    .toSorted();
}

const WANTED = [
  ...Object.entries(PARTIES).flatMap(([who, got]) => got.map(({ what, form }) => `${who} ${what} ${form}`)),
  `${LETTERS} email as-such early`,
].toSorted();

async function untilAllGotIt(world: World): Promise<SiteReport> {
  let report = await reportOf(world, NAMED_SHOP);
  const missing = (): readonly string[] => WANTED.filter((one) => !yours(report).includes(one));
  try {
    await until('all who got it', async () => {
      report = await reportOf(world, NAMED_SHOP);
      return missing().length === 0 && givenIn(report).length >= GIVEN.length;
    });
  } catch (cause) {
    throw new Error(`Not told: ${missing().join(', ')}; given: ${JSON.stringify(givenIn(report))}`, { cause });
  }
  return report;
}

type Given = Extract<EventLine, { type: 'given' }>;

function givenIn({ events }: SiteReport): readonly Pick<Given, 'how' | 'kinds' | 'target'>[] {
  return events
    .filter((line): line is Given => line.type === 'given')
    .map(({ how, kinds, target }) => ({ how, kinds, target }))
    .toReversed();
}

const GIVEN = [
  { how: 'submitted', kinds: ['name', 'email', 'phone', 'sign-up'], target: null },
  { how: 'left', kinds: ['email'], target: null },
  { how: 'submitted', kinds: ['address', 'card'], target: null },
  { how: 'came-back', kinds: ['other-account'], target: ELSEWHERE },
];

/** What of it is looked for on the disk: not `@gmail.com`, which stands in the extension's own code. */
const SEARCHED = [
  TYPED.email.replace('@gmail.com', ''),
  TYPED.letters,
  TYPED.phone,
  TYPED.name,
  TYPED.card,
  TYPED.password,
  TYPED.street,
];

/** Where browsers themselves keep what a person typed, and sites what they store. */
const NOT_OURS =
  /^(?:Default\/(?:Web Data|Sessions\/|Local Storage\/|Session Storage\/|Cache\/|Code Cache\/)|formhistory\.sqlite|sessionstore|cache2\/|storage\/default\/https)/u;

/** Where an extension's own values are. */
const PLANTED_IN = {
  chromium: ['Local Extension Settings/', 'IndexedDB/chrome-extension_'],
  firefox: ['userContextId=4294967295/idb/', '/idb/'],
} as const;

describe('a person who gives a site their name', () => {
  behaviour('is seen doing it, and whoever got their e-mail or phone, by whatever rule, is named', async (world) => {
    await walkNamed(world, NAMED_SHOP);
    const report = await untilAllGotIt(world);
    expect(yours(report)).toEqual(WANTED);
    expect(givenIn(report)).toEqual(GIVEN);
    const [number] = report.numbers;
    expect(report.given.filter(({ sent }) => sent).map(({ kind }) => kind)).toEqual([
      'name',
      'email',
      'phone',
      'address',
      'card',
      'sign-up',
      'other-account',
    ]);
    // Each line is filed under the number that is at work from then on.
    for (const line of report.events) if (line.type === 'given') expect(line.numbers).toContain(number?.key);
    // The site's own name for the person went to those whose forms say so.
    const users = report.named.filter(({ got }) => got.some(({ what }) => what === 'user'));
    expect(users.map(({ recipient }) => recipient)).toEqual(
      expect.arrayContaining(['segment.io', 'mixpanel.com', 'posthog.com', 'sentry.io', 'count.ly']),
    );
  });

  behaviour('is not taken for somebody whose address stands in the page', async (world) => {
    await walkNamed(world, READING_SHOP);
    // All that the scripts sent has arrived, and the last of it is told.
    await until('the last that is sent', async () => {
      const { events } = await reportOf(world, READING_SHOP);
      const orders = events.filter((line) => line.type === 'told' && line.recipient === 'facebook.com');
      return orders.length >= 2 && givenIn({ events } as SiteReport).length === GIVEN.length;
    });
    const report = await reportOf(world, READING_SHOP);
    expect(yours(report)).toEqual([]);
    expect(givenIn(report)).toEqual(GIVEN);
  });

  behaviour('has nothing of what they typed kept on the disk', async (world) => {
    const { browser } = world;
    await walkNamed(world, NAMED_SHOP);
    await untilAllGotIt(world);
    const stored = await everythingStored(browser);
    // Four digits alone stand in any time.
    for (const typed of Object.values(TYPED).filter(({ length }) => length > 4)) expect(stored).not.toContain(typed);

    // Values that are planted in each of its storages are found, so the search can find.
    const planted = 'planted Ada Lindqvist, planted';
    await browser.inExtension(async (text) => {
      await chrome.storage.local.set({ planted: text });
      await new Promise<void>((done, failed) => {
        const opening = indexedDB.open('planted', 1);
        opening.addEventListener(
          'upgradeneeded',
          () => void opening.result.createObjectStore('planted').put(text, 'planted'),
        );
        opening.addEventListener('success', () => done());
        opening.addEventListener('error', () => failed(new Error('Nothing was planted')));
      });
    }, planted);
    await browser.quit();
    const seen = (await findInProfile(browser.profileDir, planted)).map(({ file }) => file);
    for (const place of PLANTED_IN[browser.name]) expect(seen.some((file) => file.includes(place))).toBe(true);

    const found: string[] = [];
    for (const typed of SEARCHED) {
      const places = await findInProfile(browser.profileDir, typed);
      const ours = places.filter(({ file, context }) => !NOT_OURS.test(file) && !context.includes('planted'));
      found.push(...ours.map(({ file, as }) => `${typed}: ${file} (${as})`));
    }
    expect(found).toEqual([]);
  });
});
