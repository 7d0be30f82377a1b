// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ViewRequestName } from '#messages/protocol.ts';
import { App } from '../../options/app.tsx';
import { parseRoute } from '../../options/route.ts';
import { DAY, domain, NOW } from '../ui/actors.ts';
import { activity } from '../ui/acts.ts';
import { ANSWERS } from '../ui/gallery/answers.ts';
import { OPTION_SCENES } from '../ui/gallery/option-scenes.ts';
import { faults, press, show, wordsOf } from '../ui/page.ts';

type Ask = (name: ViewRequestName, question: unknown) => Promise<unknown>;

const background = vi.hoisted(() => ({ ask: vi.fn<Ask>(), requestNotifications: vi.fn<() => Promise<boolean>>() }));

vi.mock('#messages/ask.ts', () => ({
  ask: background.ask,
  requestNotifications: background.requestNotifications,
  saveFile: vi.fn<() => void>(),
  onLedgerChanged: vi.fn<() => void>(),
}));

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  background.requestNotifications.mockReset().mockResolvedValue(true);
  answerAs('');
});

/** Lets the background answer as in a scene of the gallery, or with these answers besides the ordinary ones. */
function answerAs(scene: string, more: Partial<Record<ViewRequestName, unknown>> = {}): void {
  const answers: Readonly<Record<string, unknown>> = { ...ANSWERS, ...OPTION_SCENES[scene], ...more };
  background.ask.mockReset().mockImplementation(async (name) => Promise.resolve(answers[name]));
}

async function settled(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await act(async () => {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    });
  }
}

async function page(hash: string): Promise<HTMLElement> {
  const root = show(<App route={signal(parseRoute(hash))} />);
  await settled();
  return root;
}

async function pressNamed(root: ParentNode, name: string): Promise<void> {
  const button = [...root.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent === name);
  if (button === undefined) throw new Error(`nothing is called ${name}`);
  await act(async () => {
    button.click();
    await Promise.resolve();
  });
  await settled();
}

async function pick(root: ParentNode, selector: string, value: string): Promise<void> {
  const field = root.querySelector<HTMLSelectElement>(selector);
  if (field === null) throw new Error(`not there: ${selector}`);
  await act(async () => {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await Promise.resolve();
  });
  await settled();
}

function asked(name: ViewRequestName): readonly unknown[] {
  return background.ask.mock.calls.filter(([asks]) => asks === name).map(([, question]) => question);
}

const HOW = 'select[aria-label="How you are told"]';

describe('until the person decides', () => {
  test('what a site’s own numbers and those of other companies may do is set apart', async () => {
    const root = await page('#/settings');
    const groups = [...root.querySelectorAll('fieldset')].map((group) =>
      [...group.querySelectorAll('input')].map(({ value }) => value),
    );
    expect(groups).toEqual([
      ['notify', 'ask'],
      ['notify', 'ask', 'block'],
    ]);
    await press(root, 'input[name=third][value=block]');
    await settled();
    expect(asked('changeUndecided')).toEqual([{ first: 'notify', third: 'block' }]);
  });

  test('what is set is marked', async () => {
    answerAs('asking');
    const root = await page('#/settings');
    expect([...root.querySelectorAll<HTMLInputElement>('fieldset :checked')].map(({ value }) => value)).toEqual([
      'ask',
      'block',
    ]);
  });

  test('a card is chosen by a press', async () => {
    await pick(await page('#/settings'), HOW, 'card');
    expect(asked('changeNotice')).toEqual([{ by: 'card', aDay: 3 }]);
    expect(background.requestNotifications).not.toHaveBeenCalled();
  });

  test('a notification is chosen once the browser allows it', async () => {
    await pick(await page('#/settings'), HOW, 'notification');
    expect(background.requestNotifications).toHaveBeenCalledOnce();
    expect(asked('changeNotice')).toEqual([{ by: 'notification', aDay: 3 }]);
  });

  test('a notification that the browser does not allow is not chosen, and that is said', async () => {
    background.requestNotifications.mockResolvedValue(false);
    const root = await page('#/settings');
    await pick(root, HOW, 'notification');
    expect(asked('changeNotice')).toEqual([]);
    expect(root.textContent).toContain('Your browser did not allow notifications.');
  });

  test('how many a day is asked only where there are any', async () => {
    expect((await page('#/settings')).querySelector('select[aria-label="At most"]')).toBeNull();
    answerAs('asking');
    const root = await page('#/settings');
    const most = root.querySelector<HTMLSelectElement>('select[aria-label="At most"]');
    expect([...(most?.options ?? [])].map(({ text }) => text)).toEqual([
      '1 card a day',
      '3 cards a day',
      '10 cards a day',
    ]);
    await pick(root, 'select[aria-label="At most"]', '10');
    expect(asked('changeNotice')).toEqual([{ by: 'card', aDay: 10 }]);
  });

  test('that a held number waits unseen is said where nothing but the icon tells of it', async () => {
    answerAs('paused');
    expect((await page('#/settings')).textContent).toContain('waits in the popup until you look there');
  });

  test('what went wrong is said', async () => {
    const root = await page('#/settings');
    background.ask.mockRejectedValueOnce(new Error('the disk is full'));
    await press(root, 'input[name=first][value=ask]');
    await settled();
    expect(root.textContent).toContain('That did not work: the disk is full');
  });
});

describe('the pause everywhere', () => {
  test('is for an hour, or until pressed again', async () => {
    const root = await page('#/settings');
    await pressNamed(root, 'For an hour');
    await pressNamed(root, 'Until I press again');
    expect(asked('pause')).toEqual([
      { domain: null, minutes: 60 },
      { domain: null, minutes: null },
    ]);
  });

  test('says what holds, and is ended by a press', async () => {
    answerAs('asking');
    const root = await page('#/settings');
    expect(wordsOf(root, '[aria-labelledby=pause] [role=status]')).toBe('Paused until 15:02.');
    await pressNamed(root, 'Resume');
    expect(asked('resume')).toEqual([{ domain: null }]);
  });

  test('without an end says so', async () => {
    answerAs('paused');
    const root = await page('#/settings');
    expect(wordsOf(root, '[aria-labelledby=pause] [role=status]')).toBe('Paused until you press again.');
  });
});

describe('the list of sites', () => {
  test('says how many wait, and what they may do meanwhile', async () => {
    expect(wordsOf(await page('#/sites'), '.page-lead p')).toBe(
      '2 of them wait for your decision, and keep their number meanwhile. 1 other gives you none.',
    );
  });

  test('has each site’s mode, to be changed at once', async () => {
    const root = await page('#/sites');
    const modes = [...root.querySelectorAll('tbody tr')].map((row) => row.lastElementChild?.textContent);
    expect(modes).toContain('nothing to decide');
    expect(modes[0]).toBe('Undecided');
    await press(root, 'tbody tr:first-child .mode');
    await press(root, 'tbody tr:first-child [data-mode=block]');
    await settled();
    expect(asked('choose')).toEqual([{ domain: 'northwind-news.example', choice: { mode: 'block' } }]);
  });

  test('a choice is taken back in the same place', async () => {
    const root = await page('#/sites');
    await press(root, 'tbody tr:nth-child(2) .mode');
    await press(root, 'tbody tr:nth-child(2) [data-mode=none]');
    await settled();
    expect(asked('choose')).toEqual([{ domain: 'weather-today.example', choice: null }]);
  });

  test('shows those of one mode alone, each with how many they are', async () => {
    const root = await page('#/sites');
    const chips = [...root.querySelectorAll('.chip')].map((chip) => chip.textContent);
    expect(chips).toEqual(['All 8', 'Undecided 2', 'Allowed 2', 'Blocked 1', 'Reset 2', 'No number 1']);
    await press(root, '.chip:nth-of-type(5) input');
    expect(root.querySelectorAll('tbody tr')).toHaveLength(1);
    expect(wordsOf(root, 'tbody .mode')).toBe('Blocked');
  });
});

describe('a site’s page', () => {
  test('has the decision, which acts at once', async () => {
    const root = await page('#/site/halden-audio.example');
    await press(root, '[data-decide=block]');
    await settled();
    expect(asked('choose')).toEqual([{ domain: 'halden-audio.example', choice: { mode: 'block' } }]);
  });

  test('tells what came of the choice, in outcomes', async () => {
    answerAs('blocked');
    expect(wordsOf(await page('#/site/halden-audio.example'), '[aria-labelledby=done] p')).toBe(
      'Since 14 November, on 10 pages, 40 numbers were not to be kept: 38 prevented and 2 removed after 9 ms at most. No request carried one.',
    );
  });

  test('tells of numbers that came back', async () => {
    answerAs('resetting');
    expect(wordsOf(await page('#/site/halden-audio.example'), '[aria-labelledby=done]')).toContain(
      '1 number that had been taken away was set again by the site.',
    );
  });

  test('brings a number back, and says where a fresh look did not find it', async () => {
    answerAs('blocked', { bringBack: false });
    const root = await page('#/site/halden-audio.example');
    expect(root.querySelectorAll('.taken')).toHaveLength(3);
    expect(root.querySelectorAll('.taken .button')).toHaveLength(2);
    expect(root.textContent).toContain('brought back 21 November');
    await pressNamed(root, 'Bring it back');
    expect(asked('bringBack')).toEqual([{ key: 't1' }]);
    expect(wordsOf(root, '.taken [role=status]')).toBe('A fresh look did not find it.');
  });

  test('lists what is held until the person decides', async () => {
    answerAs('asking');
    const root = await page('#/site/halden-audio.example');
    expect(wordsOf(root, '[aria-labelledby=done]')).toContain('Held back until you decide');
    expect(root.querySelector('.taken .button')).toBeNull();
  });

  test('has a choice for each number, and for what is left alone', async () => {
    const root = await page('#/site/halden-audio.example');
    await press(root, '[aria-labelledby=numbers] tbody tr:nth-child(3) .mode');
    await press(root, '[aria-labelledby=numbers] [data-mode=block]');
    await press(root, '.values li:nth-child(4) .mode');
    await press(root, '.values [data-mode=block]');
    await settled();
    expect(asked('chooseForThis')).toMatchObject([
      { domain: 'halden-audio.example', identifier: { name: 'bbid' }, choice: { mode: 'block' } },
      { domain: 'halden-audio.example', identifier: { name: 'lang' }, choice: { mode: 'block' } },
    ]);
  });

  test('pauses here, and ends the pause where it holds', async () => {
    const root = await page('#/site/halden-audio.example');
    await pressNamed(root, 'For an hour');
    expect(asked('pause')).toEqual([{ domain: 'halden-audio.example', minutes: 60 }]);
    answerAs('paused');
    const paused = await page('#/site/halden-audio.example');
    expect(wordsOf(paused, '.pause-here p')).toBe('Known As is paused everywhere. Paused until 14:43.');
    await pressNamed(paused, 'Resume');
    expect(asked('resume')).toEqual([{ domain: null }]);
  });
});

describe('what Known As did', () => {
  const says = (root: ParentNode) =>
    [...root.querySelectorAll('.says')].map((line) => line.firstChild?.parentElement?.textContent ?? '');

  test('is told newest first, by day, each in a plain sentence', async () => {
    const root = await page('#/activity');
    expect([...root.querySelectorAll('.day-head')].map((head) => head.textContent)).toEqual([
      'Sunday 22 November',
      'Saturday 21 November',
      'Friday 20 November',
    ]);
    const told = says(root);
    expect(told).toHaveLength(activity().length);
    for (const [index, sentence] of [
      [0, 'A number came from halden-audio.example. It was not kept.'],
      [1, 'It was removed after 6 ms.No request carried it.'],
      [2, 'A number came from bluebird-metrics.example on halden-audio.example. It was removed after 21 ms.1 request'],
      [3, 'A number that had been taken away is there again, set by halden-audio.example.'],
      [4, 'You blocked the numbers of halden-audio.example.'],
      [5, 'You ended the pause on northwind-news.example.'],
      [6, 'You paused Known As on northwind-news.example until 13:23.'],
      [7, 'You brought a number of northwind-news.example back.'],
      [8, 'A fresh look found that it is still stored.3 requests carried it meanwhile.'],
      [
        9,
        'A number of northwind-news.example was there before the choice. It was removed, and the site gives the next.',
      ],
      [10, 'You chose for northwind-news.example: Reset on every visit.'],
      [11, 'Pages of cityclinic.example redirected for ever without a number.'],
      [12, 'You said that cityclinic.example looks broken.'],
      [13, 'You blocked lang on halden-audio.example.'],
      [14, 'A number came from gardening-forum.example. It is held back until you decide.'],
      [15, 'You made gardening-forum.example undecided again.'],
    ] as const) {
      expect(told[index]).toContain(sentence);
    }
  });

  test('opens to the number, where it was, why, and what a fresh look found', async () => {
    const root = await page('#/activity');
    const evidence = wordsOf(root, '[data-line=enforced] .evidence');
    expect(evidence).toContain('a cookie called hvid, of halden-audio.example');
    expect(evidence).toContain('You chose it for halden-audio.example.');
    expect(evidence).toContain('Looked up afterwards');
    expect(root.querySelector('[data-line=enforced] mark')?.textContent).toMatch(/^6a9f7811-/u);
    expect(root.querySelector('[data-line=enforced] .raw')?.textContent).toContain('"prevented"');
  });

  test('goes further back on a press, for as long as there is more', async () => {
    const root = await page('#/activity');
    const older = { key: 'older', at: NOW - 9 * DAY, domain: domain('shop.example'), act: { type: 'resumed' } };
    background.ask.mockImplementation(async () => Promise.resolve({ lines: [older], next: null }));
    await pressNamed(root, 'Show earlier ones');
    expect(asked('activity')).toContainEqual({ before: NOW - 3 * DAY });
    expect(says(root)).toHaveLength(activity().length + 1);
    expect(says(root).at(-1)).toBe('You ended the pause on shop.example.');
    expect(root.querySelector('.list-foot .button')).toBeNull();
  });

  test('is told in words where it is nothing', async () => {
    answerAs('nothing');
    const root = await page('#/activity');
    expect(wordsOf(root, 'h1')).toBe('Known As has done nothing yet');
    expect(root.querySelector('.sheet')).toBeNull();
  });

  test('what a page gave stays words', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202e';
    const [first] = activity();
    answerAs('', { activity: { lines: [{ ...first, domain: domain(evil) }], next: null } });
    const root = await page('#/activity');
    expect(root.querySelector('main img')).toBeNull();
    expect(root.textContent).not.toContain('\u202e');
  });
});

describe('for everybody', () => {
  test.each([
    ['blocked', '#/site/halden-audio.example'],
    ['asking', '#/settings'],
    ['paused', '#/site/halden-audio.example'],
    ['nothing', '#/activity'],
  ])('axe finds nothing wrong, %s, with %s', async (scene, hash) => {
    answerAs(scene);
    await page(hash);
    expect(await faults()).toEqual([]);
  });
});
