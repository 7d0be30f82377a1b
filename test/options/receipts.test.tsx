// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Receipt } from '#core/receipt.ts';
import { App } from '../../options/app.tsx';
import { hashOf, parseRoute } from '../../options/route.ts';
import { receiptsName } from '../../options/save.ts';
import { domain, NOW } from '../ui/actors.ts';
import { BANNER, receipt, receipts, receiptsOfSites, STORED_OTHERWISE } from '../ui/banner.ts';
import { faults, show } from '../ui/page.ts';
import { site } from '../ui/reports.ts';
import { answerAs, ask, asked, beginAnew, pressNamed, saveFile, settled } from './background.ts';

vi.mock('#messages/ask.ts', async () => await import('./background.ts'));

beforeEach(beginAnew);

const SHOP = domain('halden-audio.example');
const RECEIPTS = hashOf({ page: 'receipts', domain: SHOP });

async function page(hash = RECEIPTS): Promise<HTMLElement> {
  const root = show(<App route={signal(parseRoute(hash))} />);
  await settled();
  return root;
}

/** The rows of the first receipt's first table. */
function rows(root: HTMLElement): Readonly<Record<string, string>> {
  const all = root.querySelector('.receipt table')?.querySelectorAll('tr') ?? [];
  return Object.fromEntries(
    [...all].map((row) => [row.querySelector('th')?.textContent ?? '', row.querySelector('td')?.textContent ?? '']),
  );
}

async function only(of: Partial<Receipt>): Promise<HTMLElement> {
  const one = { ...receipt(STORED_OTHERWISE), ...of };
  answerAs('', { receipts: [{ domain: SHOP, receipt: one, measuredBy: [] }] });
  return await page();
}

describe('the receipts of a site', () => {
  test('are asked for by its name, and stand one after the other', async () => {
    const root = await page();
    expect(asked('receipts')).toEqual([{ domain: SHOP }]);
    expect([...root.querySelectorAll<HTMLElement>('.receipt')].map((each) => each.dataset['receipt'])).toEqual(
      receipts().map((each) => each.receipt.outcome.is),
    );
    expect(root.textContent).toContain('3 receipts are kept');
  });

  test('say when, whose program, what was wanted, what was pressed and what came of it', async () => {
    const root = await page();
    expect(root.querySelector('.receipt h2')?.textContent).toMatch(/^21 November 2026 at \d\d:03:10 /u);
    expect(rows(root)).toMatchObject({
      Site: 'halden-audio.example',
      'Asked by': 'Klaro',
      'Answered by': 'Known As',
      Wanted: 'to refuse everything that can be refused',
      Pressed: '2 presses',
    });
    expect(rows(root)['What came of it']).toContain('refused, but the site stored that statistics may go on');
  });

  test('have each text as it stood, and each purpose', async () => {
    const root = await page();
    const [first] = receipts();
    expect(root.querySelector('[data-text=klaro]')?.textContent).toBe(first?.receipt.after[0]?.texts[0]?.value);
    expect(root.querySelector('.receipt')?.textContent).toContain('adsenserefused advertising');
  });

  test('say so where a text is empty, name a program by its number, and say of when they are', async () => {
    const [record] = receipt(STORED_OTHERWISE).after;
    if (record === undefined) throw new Error('nothing was stored');
    const cmp = { name: null, id: 4001, version: null };
    const texts = [{ area: 'live', name: '__tcfapi', value: '' }] as const;
    const root = await only({ after: [{ ...record, cmp, texts }] });
    expect(root.querySelector('pre')).toBe(null);
    expect(root.textContent).toContain('An empty text.');
    expect(root.textContent).toContain('number 4001');
    expect(root.querySelector('.list-foot small')?.textContent).toMatch(/^As they were on 22 November 2026 at /u);
  });

  test('say so where a text holds what cannot be seen', async () => {
    const [record] = receipt(STORED_OTHERWISE).after;
    if (record === undefined) throw new Error('nothing was stored');
    const after = [{ ...record, texts: [{ area: 'cookie', name: 'klaro', value: 'a\u202eb' }] }] as const;
    const root = await only({ after });
    expect(root.querySelector('pre')?.textContent).toBe('a\ufffdb');
    expect(root.textContent).toContain('Characters that cannot be seen');
    expect((await only({})).textContent).not.toContain('Characters that cannot be seen');
  });

  test('a moment that a page states and that is none is left out', async () => {
    const [record] = receipt(STORED_OTHERWISE).after;
    if (record === undefined) throw new Error('nothing was stored');
    expect((await only({ after: [{ ...record, at: NOW }] })).textContent).toContain('Stored first');
    expect((await only({ after: [{ ...record, at: Number.MAX_VALUE }] })).textContent).not.toContain('Stored first');
  });

  test('name what they are measured by, with where it is written', async () => {
    const root = await page();
    const text = root.querySelector('.receipt-measures')?.textContent;
    expect(text).toContain('Regulation (EU) 2016/679 (GDPR), Art. 4(11) https://eur-lex.europa.eu/eli/reg/2016/679/oj');
    expect(root.querySelectorAll('.receipt-measures')).toHaveLength(2);
  });

  test.each<readonly [string, Partial<Receipt>, Readonly<Record<string, string>>]>([
    [
      'the person pressed',
      { by: 'person', wanted: null, clicks: 1, pressed: 'Reject all' },
      { 'Answered by': 'you', Wanted: 'not known', Pressed: 'Reject all' },
    ],
    ['nothing was pressed', { wanted: { is: 'tell' }, clicks: 0 }, { Pressed: 'nothing' }],
    [
      'some purposes were chosen',
      { wanted: { is: 'some', purposes: ['functional', 'analytics'] } },
      { Wanted: 'to refuse everything but functions and statistics' },
    ],
  ])('say so where %s', async (_what, of, says) => {
    expect(rows(await only(of))).toMatchObject(says);
  });

  test('are saved as one file of the site, in its parts', async () => {
    const root = await page();
    ask.mockImplementation(async (_name, question) => {
      const { after } = question as { readonly after: string | null };
      return await Promise.resolve(after === null ? { text: 'one ', next: 'r1' } : { text: 'two', next: null });
    });
    await pressNamed(root, 'Save as JSON');
    expect(asked('receiptsFile')).toEqual([
      { domain: SHOP, after: null, savedAt: NOW },
      { domain: SHOP, after: 'r1', savedAt: NOW },
    ]);
    expect(saveFile.mock.calls).toEqual([[receiptsName(SHOP, NOW), ['one ', 'two']]]);
    expect(root.textContent).toContain('Saved.');
  });

  test('what went wrong is said', async () => {
    const root = await page();
    ask.mockRejectedValueOnce(new Error('the disk is full'));
    await pressNamed(root, 'Save as JSON');
    expect(root.textContent).toContain('That did not work: the disk is full');
    expect(saveFile).not.toHaveBeenCalled();
  });

  test('are linked on the site’s page once there is one, and the site’s page on theirs', async () => {
    answerAs('', { siteReport: site({ banner: { ...BANNER, last: null } }) });
    expect((await page('#/site/halden-audio.example')).querySelector('[data-receipts]')).toBe(null);
    answerAs('', { siteReport: site({ banner: BANNER }) });
    const root = await page('#/site/halden-audio.example');
    expect(root.querySelector('[data-receipts]')?.getAttribute('href')).toBe(RECEIPTS);
    expect((await page()).querySelector('.crumb a')?.getAttribute('href')).toBe('#/site/halden-audio.example');
  });

  test('that are none say so, and there is nothing to print', async () => {
    answerAs('', { receipts: [] });
    const root = await page();
    expect(root.textContent).toContain('No receipt of this site is kept.');
    expect(root.querySelector('main button')).toBe(null);
  });

  test('axe finds nothing wrong with them', { timeout: 60_000 }, async () => {
    await page();
    expect(await faults()).toEqual([]);
  });
});

describe('the receipts of all sites', () => {
  test('are saved in settings as one file', async () => {
    const root = await page('#/settings');
    await pressNamed(root, 'Save the receipts');
    expect(asked('receiptsFile')).toEqual([{ domain: null, after: null, savedAt: NOW }]);
    expect(saveFile.mock.calls).toEqual([[receiptsName(null, NOW), ['{"receipts":[]}']]]);
    expect(root.querySelector('a[href="#/all-receipts"]')?.textContent).toBe('To read and print.');
  });

  test('stand on one page by their sites’ names, those of one newest first, and it is said what is left out', async () => {
    answerAs('', { latestReceipts: { receipts: receiptsOfSites(), left: 12 } });
    const root = await page('#/all-receipts');
    const shown = [...root.querySelectorAll('.receipt')].map((each) => each.querySelector('td')?.textContent);
    expect(shown).toEqual([...receipts().map((each) => each.domain), 'northwind-news.example']);
    expect(root.querySelector('h1')?.textContent).toMatch(/: all sites$/u);
    expect(root.textContent).toContain('4 receipts');
    expect(root.textContent).toContain('2 sites');
    expect(root.textContent).toContain('12 older receipts are kept and do not stand here.');
    await pressNamed(root, 'Save the receipts');
    expect(asked('receiptsFile')).toEqual([{ domain: null, after: null, savedAt: NOW }]);
  });

  test('that are none say so', async () => {
    answerAs('', { latestReceipts: { receipts: [], left: 0 } });
    const root = await page('#/all-receipts');
    expect(root.textContent).toContain('No receipt of any site is kept.');
    expect(root.querySelector('main button')).toBe(null);
  });

  test('axe finds nothing wrong with them', { timeout: 60_000 }, async () => {
    answerAs('', { latestReceipts: { receipts: receiptsOfSites(), left: 12 } });
    await page('#/all-receipts');
    expect(await faults()).toEqual([]);
  });
});

test.each([
  ['shop.example', 'known-as-receipts-shop.example-2026-11-22.json'],
  ['[::1]', 'known-as-receipts-___1_-2026-11-22.json'],
  [null, 'known-as-receipts-2026-11-22.json'],
])('the file of the receipts of %s is called %s', (of, name) => {
  expect(receiptsName(of === null ? null : domain(of), new Date(2026, 10, 22, 12).getTime())).toBe(name);
});
