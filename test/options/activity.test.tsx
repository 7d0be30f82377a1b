// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../options/app.tsx';
import { parseRoute } from '../../options/route.ts';
import { DAY, domain, NOW } from '../ui/actors.ts';
import { activity } from '../ui/acts.ts';
import { faults, show, wordsOf } from '../ui/page.ts';
import { fortyActs } from '../ui/control.ts';
import { answerAs, ask, asked, beginAnew, pressNamed, settled } from './background.ts';

vi.mock('#messages/ask.ts', async () => await import('./background.ts'));

beforeEach(beginAnew);

async function page(hash: string): Promise<HTMLElement> {
  const root = show(<App route={signal(parseRoute(hash))} />);
  await settled();
  return root;
}

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
    ask.mockImplementation(async () => Promise.resolve({ lines: [older], next: null }));
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

  test('numbers in a row that came to one end are one line, which opens to each of them', async () => {
    const lines = fortyActs()
      .slice(0, 4)
      .map((line) => ({ ...line, domain: domain('halden-audio.example') }));
    answerAs('', { activity: { lines, next: null } });
    const root = await page('#/activity');
    expect(says(root)).toEqual(['4 numbers came from halden-audio.example. None was kept.']);
    expect(root.querySelectorAll('.evidence')).toHaveLength(4);
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

test.each([['nothing', '#/activity']])('axe finds nothing wrong, %s, with %s', async (scene, hash) => {
  answerAs(scene);
  await page(hash);
  expect(await faults()).toEqual([]);
});
