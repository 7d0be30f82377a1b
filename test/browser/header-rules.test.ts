import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { telling } from '../site/neighbours/teller.ts';
import type { TestBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { jarOf, neverKept, openPorts } from './never-keep.ts';
import { behaviour } from './world.ts';

const TELLER = 'https://exact-teller.example/acct/login';
const HTTP_TELLER = 'http://exact-teller.example/acct/login';
const FAR = 'https://far-teller.example/pixel';
const NEWS = 'https://northwind-news.example/';

const SESSION = 'session=s1; Path=/; Secure; SameSite=None; HttpOnly';

/** How a site may set the number that is not to be kept. */
const KINDS = [
  'plain=1',
  'root=1; Path=/',
  'folder=1; Path=/acct; Max-Age=3600',
  'domain=1; Domain=exact-teller.example; Path=/',
  'folder-domain=1; Domain=.exact-teller.example',
  '__Host-id=1; Secure; Path=/',
  '__Secure-id=1; Secure; Path=/; Domain=exact-teller.example',
  'hidden=1; Path=/; HttpOnly; Secure; SameSite=Strict',
  'spaced = 1 ; Path = /',
] as const;

async function names(browser: TestBrowser, hosts: string): Promise<readonly string[]> {
  return (await jarOf(browser, hosts)).map(({ name }) => name).sort();
}

/** Empties the jar. */
async function forget(browser: TestBrowser): Promise<void> {
  await browser.inExtension(async () => {
    for (const { name, path } of await chrome.cookies.getAll({ domain: 'exact-teller.example' }))
      await chrome.cookies.remove({ name, url: `https://exact-teller.example${path}` });
  });
  expect(await names(browser, 'teller')).toEqual([]);
}

behaviour(
  'a cookie that is never kept is gone with the response that brings it, however it is set, and the login stays',
  async ({ sites, browser, open }) => {
    const ports = await openPorts(browser);
    await open(telling(TELLER, [...KINDS, SESSION]));
    // They are all stored where nobody objects: what follows would else say nothing.
    expect(await names(browser, 'teller')).toHaveLength(KINDS.length + 1);
    await forget(browser);

    await ports.neverKeep(KINDS.map((line) => neverKept(TELLER, line)));
    const page = await open(telling(TELLER, [...KINDS, SESSION]));
    expect(await names(browser, 'teller')).toEqual(['session']);
    await page.goto(`${TELLER}/next`);
    expect(sites.teller.find(({ url }) => url === `${TELLER}/next`)?.cookie).toBe('session=s1');
  },
);

/** Names that mean something to a pattern, a header or a script. */
const ODD_NAMES = [
  ...'$().[]{}|^%/~!&+#@`\'*?\\<>,:"'.split('').map((character) => `a${character}b`),
  '*',
  '?',
  '\\',
  '\\*',
  'UPPER',
  'with space',
  'a--b__c',
  '__proto__',
  'constructor',
  'n'.repeat(300),
  'näme',
  'ключ',
  '\u{1F600}',
];

behaviour('a cookie that is never kept is gone whatever its name is, and one of another name is not', async (world) => {
  const { browser, open } = world;
  const ports = await openPorts(browser);
  // Firefox does not store a value without a name.
  const lines = [...ODD_NAMES.map((name) => `${name}=1; Path=/`), '=without-a-name; Path=/'];
  const page = await open(telling(TELLER, lines));
  // As the browser tells the names, which may be other characters for the same octets.
  const told = await names(browser, 'teller');
  expect(told).toHaveLength(ODD_NAMES.length + (ports.hasHeaderRules ? 1 : 0));
  const [some, others] = [0, 1].map((rest) => told.filter((_, place) => place % 2 === rest));
  await ports.neverKeep((some ?? []).map((name) => neverKept(TELLER, 'uid=1; Path=/', { name })));
  await forget(browser);
  await page.goto(telling(TELLER, lines));
  expect(await names(browser, 'teller')).toEqual(others);
});

behaviour(
  'a number of one host alone is not kept there, and its namesakes elsewhere are',
  async ({ browser, open }) => {
    const ports = await openPorts(browser);
    const uid = 'uid=1; Path=/';
    await ports.neverKeep([neverKept(HTTP_TELLER, uid)]);
    const page = await open(
      telling(TELLER, [uid, 'uid2=1; Path=/', 'UID=1; Path=/', 'uid=d; Domain=exact-teller.example; Path=/']),
    );
    // Anything in an address that looks like the host is not the host.
    await page.goto(telling('https://www.exact-teller.example/x?to-be=://exact-teller.example/', [uid]));
    await page.goto(telling('https://deep.www.exact-teller.example/', [uid]));
    await page.goto(telling('https://far-teller.example/', [uid]));
    const kept = (await jarOf(browser, 'teller')).map(({ domain, name, value }) => `${domain} ${name}=${value}`);
    expect([...kept].sort()).toEqual([
      '.exact-teller.example uid=d',
      'deep.www.exact-teller.example uid=1',
      'exact-teller.example UID=1',
      'exact-teller.example uid2=1',
      'far-teller.example uid=1',
      'www.exact-teller.example uid=1',
    ]);
    await page.goto(telling(HTTP_TELLER, [uid, 'other=1']));
    expect(
      (await jarOf(browser, 'teller')).filter(
        ({ domain, name }) => domain === 'exact-teller.example' && name === 'uid',
      ),
    ).toEqual([]);
  },
);

/** Ways in which a page asks another address. */
const ASKING = {
  redirect: async (page: Page, url: string) => {
    const to = new URL(url);
    to.searchParams.set('to', TELLER);
    await page.goto(to.href);
  },
  fetch: async (page: Page, url: string) => {
    await page.evaluate(async (asked) => void (await fetch(asked, { credentials: 'include' })), url);
  },
  image: async (page: Page, url: string) => {
    await page.evaluate(
      async (asked) =>
        await new Promise<void>((resolve) => {
          const image = new Image();
          image.addEventListener('error', () => resolve());
          image.src = asked;
        }),
      url,
    );
  },
  frame: async (page: Page, url: string) => {
    await page.evaluate(
      async (asked) =>
        await new Promise<void>((resolve) => {
          const frame = document.createElement('iframe');
          frame.addEventListener('load', () => resolve());
          frame.src = asked;
          document.body.append(frame);
        }),
      url,
    );
  },
} as const;

behaviour(
  'a third party’s number is not kept by a redirect, a fetch, an image or a frame, and what is beside it is',
  async ({ sites, browser, open }) => {
    const ports = await openPorts(browser);
    for (const [way, ask] of Object.entries(ASKING)) {
      const uid = `${way}=1; Path=/; Secure; SameSite=None; Max-Age=3600`;
      const beside = `${way}-session=1; Path=/; Secure; SameSite=None`;
      await ports.neverKeep([neverKept(FAR, uid)]);
      const page = await open(TELLER);
      await ask(page, telling(FAR, [uid, beside]));
      await until(`what came by ${way}`, async () => (await names(browser, 'far-teller')).includes(`${way}-session`));
      expect(await names(browser, 'far-teller')).not.toContain(way);
    }
    await open(FAR);
    const { cookies = [] } = sites.teller.findLast(({ url }) => url === FAR) ?? {};
    expect(cookies.map(([name]) => name).sort()).toEqual(
      Object.keys(ASKING)
        .map((way) => `${way}-session`)
        .sort(),
    );
  },
  { thirdPartyCookies: 'allowed' },
);

behaviour('a partitioned number is not kept under its own page, and is under another', async ({ browser, open }) => {
  const ports = await openPorts(browser);
  const uid = 'pid=1; Path=/; Secure; SameSite=None; Partitioned';
  const beside = 'psession=1; Path=/; Secure; SameSite=None; Partitioned';
  await ports.neverKeep([neverKept(FAR, uid, { partition: { topLevelSite: 'https://exact-teller.example' } })]);
  for (const top of [TELLER, NEWS]) {
    for (const ask of [ASKING.fetch, ASKING.frame]) await ask(await open(top), telling(FAR, [uid, beside]));
  }
  await open(telling(FAR, [uid, beside]));
  const kept = (await jarOf(browser, 'far-teller')).map(({ name, under }) => `${name} under ${under}`);
  expect([...kept].sort()).toEqual([
    'pid under https://far-teller.example',
    'pid under https://northwind-news.example',
    'psession under https://exact-teller.example',
    'psession under https://far-teller.example',
    'psession under https://northwind-news.example',
  ]);
});

behaviour('a number that may be kept again is kept again', async ({ browser, open }) => {
  const ports = await openPorts(browser);
  await ports.neverKeep([neverKept(TELLER, 'uid=1; Path=/')]);
  const page = await open(telling(TELLER, ['uid=1; Path=/', SESSION]));
  expect(await names(browser, 'teller')).toEqual(['session']);
  await ports.neverKeep([]);
  await page.goto(telling(TELLER, ['uid=1; Path=/', SESSION]));
  expect(await names(browser, 'teller')).toEqual(['session', 'uid']);
});

behaviour('each browser takes cookies out of responses in the way it has: by rules, or by edits', async (world) => {
  const { browser } = world;
  const ports = await openPorts(browser);
  const permissions = await browser.inExtension(() => chrome.runtime.getManifest().permissions ?? []);
  // Both have rules; Firefox's know nothing of a response's headers.
  expect(permissions).toContain('declarativeNetRequestWithHostAccess');
  expect(permissions.includes('webRequestBlocking')).toBe(!ports.hasHeaderRules);
  await ports.neverKeep([neverKept(TELLER, 'uid=1; Path=/'), neverKept(TELLER, 'vid=1; Path=/; Secure')]);
  const rules = await ports.rules();
  expect(rules).toHaveLength(ports.hasHeaderRules ? 3 : 0);
  // One that the browser refuses keeps none of the others out.
  const refusable = rules.map((rule, place) => ({ ...rule, id: 1000 + place, ...(place === 1 && { priority: 0 }) }));
  const refused = await ports.apply({ removeRuleIds: rules.map(({ id }) => id), addRules: refusable });
  expect(refused).toEqual(ports.hasHeaderRules ? [1001] : []);
  expect((await ports.rules()).map(({ id }) => id)).toEqual(ports.hasHeaderRules ? [1000, 1002] : []);
});
