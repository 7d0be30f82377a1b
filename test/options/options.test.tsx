// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as messages from '#messages/ask.ts';
import type { LedgerChanged, ViewRequestName } from '#messages/protocol.ts';
import { App } from '../../options/app.tsx';
import { parseRoute } from '../../options/route.ts';
import { ANSWERS } from '../ui/gallery/answers.ts';
import { faults, press, show, wordsOf, everyOrFirst } from '../ui/page.ts';
import { domain, NOW, UUID } from '../ui/actors.ts';

type Ask = (name: ViewRequestName, question: unknown) => Promise<unknown>;

const background = vi.hoisted(() => ({
  ask: vi.fn<Ask>(),
  saveFile: vi.fn<typeof messages.saveFile>(),
  listeners: new Set<(changed: LedgerChanged) => void>(),
}));

vi.mock('#messages/ask.ts', () => ({
  ask: background.ask,
  saveFile: background.saveFile,
  onLedgerChanged: (tell: (changed: LedgerChanged) => void, { signal: until }: { readonly signal: AbortSignal }) => {
    background.listeners.add(tell);
    until.addEventListener('abort', () => background.listeners.delete(tell));
  },
}));

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  background.listeners.clear();
  background.saveFile.mockReset();
  background.ask.mockReset().mockImplementation(async (name) => Promise.resolve(ANSWERS[name]));
});

/** The options at an address, once its reports are there. */
async function page(hash: string): Promise<HTMLElement> {
  const root = show(<App route={signal(parseRoute(hash))} />);
  await settled();
  return root;
}

/** Lets every answer under way arrive and be shown, and what is asked for by what is shown then. */
async function settled(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await act(async () => {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    });
  }
}

function asked(name: ViewRequestName): readonly unknown[] {
  return background.ask.mock.calls.filter(([asks]) => asks === name).map(([, question]) => question);
}

describe('the overview', () => {
  test('begins with a sentence: how many sites, how many numbers, how many they keep', async () => {
    const root = await page('#/');
    expect(wordsOf(root, 'h1')).toBe('Since 14 January, 212 sites gave you 388 numbers. They still keep 246 of them.');
    expect(wordsOf(root, '.page-lead p')).toBe('3 companies know you on more than one site.');
  });

  test('has a square for each day of the year, empty where it was not watched, with the day’s figure', async () => {
    const root = await page('#/');
    expect(root.querySelectorAll('.year rect:not(.today)')).toHaveLength(371);
    const unseen = ANSWERS.overview.days.filter(({ sites }) => sites === null);
    expect(root.querySelectorAll('.year rect.unseen')).toHaveLength(unseen.length);
    expect(root.querySelector('.year')?.getAttribute('aria-label')).toContain('how many sites recognised you');
  });

  test('says who knows you on several sites, and whether by one number', async () => {
    const root = await page('#/');
    const rows = [...root.querySelectorAll('[aria-labelledby=several] tbody tr')].map((row) => row.textContent);
    expect(rows[0]).toContain('yes, one number');
    expect(rows[1]).toContain('6 numbers');
    expect(rows[1]).toContain('some of them');
    expect(rows[2]).toContain('not by number');
    const links = [...root.querySelectorAll('[aria-labelledby=several] a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      '#/companies',
      '#/company/bluebird-metrics.example',
      '#/company/posthog-collector.example',
      '#/company/adlantern.example',
    ]);
  });
});

describe('the sites', () => {
  test('are listed with their number, and found by a part of it', async () => {
    const root = await page('#/sites');
    expect(root.querySelectorAll('tbody tr')).toHaveLength(8);
    const input = root.querySelector<HTMLInputElement>('input[type=search]');
    void act(() => {
      if (input !== null) input.value = UUID.slice(0, 8);
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect([...root.querySelectorAll('tbody .who')].map((link) => link.getAttribute('href'))).toEqual([
      '#/site/halden-audio.example',
    ]);
  });

  test('are sorted by a press on a column’s head, and say so', async () => {
    const root = await page('#/sites');
    expect(wordsOf(root, '[aria-sort=descending]')).toBe('Visits in November');
    await press(root, 'th:first-child .sort');
    expect(wordsOf(root, '[aria-sort=ascending]')).toBe('Site');
    expect(wordsOf(root, 'tbody .who')).toBe('cityclinic.example');
  });

  test('the list is looked up again when the ledger changes', async () => {
    await page('#/sites');
    const before = asked('sites').length;
    for (const tell of background.listeners) tell({ changed: [domain('shop.example')] });
    await settled();
    expect(asked('sites').length).toBe(before + 1);
  });
});

describe('a site’s page', () => {
  test('has its numbers with their history, its diary by day, who got the number, and what is left alone', async () => {
    const root = await page('#/site/halden-audio.example');
    expect(wordsOf(root, 'h1')).toBe('halden-audio.example');
    expect(wordsOf(root, '.page-lead p:not(.crumb)')).toBe(
      'This site has known you by this number since 3 March. Under it the site has recorded 58 visits, 21 searches and 2 orders. 4 companies got it.',
    );
    const numbers = [...root.querySelectorAll('[aria-labelledby=numbers] .table > tbody > tr')];
    expect(numbers).toHaveLength(6);
    expect(numbers[0]?.textContent).toContain('now; until 27 December 2027');
    expect(numbers[4]?.textContent).toContain('3 March, replaced');
    expect([...root.querySelectorAll('.day-head')].map((head) => head.textContent)).toEqual([
      'Sunday 22 November · 1 visit, 12 min',
      'Saturday 21 November · 2 visits, 9 min',
    ]);
    expect(root.querySelectorAll('[data-recipient]').length).toBeGreaterThanOrEqual(4);
    expect(wordsOf(root, '[aria-labelledby=left]')).toContain('lang holds en');
  });

  test('goes further back in the diary for as long as there is more', async () => {
    const root = await page('#/site/halden-audio.example');
    background.ask.mockImplementation(async (name) =>
      Promise.resolve(
        name === 'diary'
          ? { days: [{ date: '2026-11-03', visits: 0, milliseconds: 0, events: [] }], next: null }
          : ANSWERS[name],
      ),
    );
    await press(root, '[aria-labelledby=diary] .list-foot .button');
    await settled();
    expect(asked('diary')).toContainEqual({ domain: 'halden-audio.example', before: ANSWERS.diary.next });
    expect([...root.querySelectorAll('.day-head')].at(-1)?.textContent).toBe('Tuesday 3 November');
    expect(root.querySelector('[aria-labelledby=diary] .list-foot .button')).toBeNull();
  });

  test('says where nothing is known', async () => {
    background.ask.mockImplementation(async (name) => Promise.resolve(name === 'siteReport' ? null : ANSWERS[name]));
    expect(wordsOf(await page('#/site/unknown.example'), '.page-lead')).toContain('Nothing is known of this site');
  });

  test('is not looked up again for what happens on other sites', async () => {
    await page('#/site/halden-audio.example');
    const before = asked('siteReport').length;
    for (const tell of background.listeners) tell({ changed: [domain('shop.example')] });
    await settled();
    expect(asked('siteReport').length).toBe(before);
  });
});

describe('wiping', () => {
  test('a site asks once more, and is not done where the answer is no', async () => {
    const root = await page('#/site/halden-audio.example');
    await press(root, '.column > .list-foot > .button');
    expect(root.querySelector<HTMLDialogElement>('dialog')?.open).toBe(true);
    expect(wordsOf(root, 'dialog h2')).toBe('Wipe what is known of halden-audio.example?');
    await press(root, 'dialog .button:not(.button-main)');
    expect(root.querySelector<HTMLDialogElement>('dialog')?.open).toBe(false);
    expect(asked('wipeSite')).toEqual([]);
  });

  test('a site is done where the answer is yes, and said to be', async () => {
    const root = await page('#/site/halden-audio.example');
    await press(root, '.column > .list-foot > .button');
    await press(root, 'dialog .button-main');
    await settled();
    expect(asked('wipeSite')).toEqual([{ domain: 'halden-audio.example' }]);
    expect(wordsOf(root, '.column > .list-foot [role=status]')).toBe('Wiped.');
  });

  test('everything asks once more too', async () => {
    const root = await page('#/settings');
    const [one, all] = root.querySelectorAll('dialog');
    expect(one?.querySelectorAll('option')).toHaveLength(8);
    expect(asked('wipeEverything')).toEqual([]);
    if (all !== undefined) await press(all, '.button-main');
    await settled();
    expect(asked('wipeEverything')).toHaveLength(1);
  });

  test('says what went wrong', async () => {
    const root = await page('#/site/halden-audio.example');
    background.ask.mockRejectedValue(new Error('the database is closing'));
    await press(root, 'dialog .button-main');
    await settled();
    expect(root.textContent).toContain('That did not work: the database is closing');
  });
});

describe('the settings', () => {
  test('change how long things are kept', async () => {
    const root = await page('#/settings');
    const select = root.querySelector<HTMLSelectElement>('select[aria-label^=Single]');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual(['30 days', '90 days', '1 year']);
    await act(async () => {
      if (select !== null) select.value = '30';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.resolve();
    });
    expect(asked('changeSettings')).toEqual([{ eventDays: 30, sumDays: 730 }]);
  });

  test('say how much is kept here', async () => {
    expect((await page('#/settings')).textContent).toContain('38 MB on this computer');
  });

  test('save everything as one file', async () => {
    const root = await page('#/settings');
    const buttons = [...root.querySelectorAll<HTMLElement>('.setting .button')];
    buttons.find(({ textContent }) => textContent === 'Save everything')?.click();
    await settled();
    expect(background.saveFile).toHaveBeenCalledWith('known-as-2026-11-22.json', expect.any(Array));
    expect(JSON.parse((background.saveFile.mock.calls[0]?.[1] ?? []).join(''))).toMatchObject({
      tables: { events: [{ id: 'e1' }] },
    });
  });
});

describe('for everybody', () => {
  test.each(
    everyOrFirst([
      '#/',
      '#/sites',
      '#/site/halden-audio.example',
      '#/companies',
      '#/company/bluebird-metrics.example',
      '#/activity',
      '#/settings',
    ]),
  )('axe finds nothing wrong with %s', async (hash) => {
    await page(hash);
    expect(await faults()).toEqual([]);
  });

  test('the page one is on is marked', async () => {
    expect(wordsOf(await page('#/settings'), '[aria-current=page]')).toBe('Settings');
  });

  test('a fault of ours is said to be one', async () => {
    background.ask.mockRejectedValue(new Error('the background did not answer'));
    expect(wordsOf(await page('#/sites'), '[role=alert]')).toContain('Known As could not look this up');
  });
});
