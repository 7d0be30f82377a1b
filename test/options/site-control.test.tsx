// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../options/app.tsx';
import { parseRoute } from '../../options/route.ts';
import { faults, press, show, wordsOf } from '../ui/page.ts';
import { correctedSite, site } from '../ui/reports.ts';
import { answerAs, ask, asked, beginAnew, pressNamed, settled } from './background.ts';

vi.mock('#messages/ask.ts', async () => await import('./background.ts'));

beforeEach(beginAnew);

async function page(hash: string): Promise<HTMLElement> {
  const root = show(<App route={signal(parseRoute(hash))} />);
  await settled();
  return root;
}

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

  test('takes the person’s word on what is a number and what is none', async () => {
    const root = await page('#/site/halden-audio.example');
    const domain = 'halden-audio.example';
    await press(root, '.table [data-correct=no-number]');
    await press(root, '.value-why [data-correct=number]');
    await settled();
    expect(asked('correct')).toMatchObject([
      { domain, identifier: { name: 'hvid' }, is: 'no-number' },
      { domain, identifier: { name: 'sid' }, is: 'number' },
    ]);
  });

  test('lists what was said, to be taken back', async () => {
    answerAs('', { siteReport: site(correctedSite()) });
    const root = await page('#/site/halden-audio.example');
    await press(root, '[data-fact=corrections] [data-correct=none]');
    await settled();
    expect(asked('correct')).toMatchObject([{ identifier: { name: 'hint' }, is: null }]);
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
    expect(root.querySelectorAll('.taken')).toHaveLength(2);
    await press(root, '[data-undo=t1]');
    await settled();
    expect(asked('bringBack')).toEqual([{ key: 't1' }]);
    expect(wordsOf(root, '.taken')).toContain('Not found afterwards.');
  });

  test('says what went wrong with bringing back', async () => {
    answerAs('blocked');
    const root = await page('#/site/halden-audio.example');
    ask.mockRejectedValueOnce(new Error('the disk is full'));
    await press(root, '[data-undo=t1]');
    await settled();
    expect(root.textContent).toContain('That did not work: the disk is full');
  });

  test('lists what is held until the person decides', async () => {
    answerAs('asking');
    const root = await page('#/site/halden-audio.example');
    expect(wordsOf(root, '[aria-labelledby=done]')).toContain('Held back until you decide');
    expect(root.querySelectorAll('.held')).toHaveLength(1);
    expect(root.querySelector('.held button')).toBeNull();
  });

  test('has a choice for each number, and for what is left alone', async () => {
    const root = await page('#/site/halden-audio.example');
    await press(root, '[aria-labelledby=numbers] tbody tr:nth-child(3) .mode');
    await press(root, '[aria-labelledby=numbers] [data-mode=block]');
    await press(root, '[aria-labelledby=left] [aria-label$=lang]');
    await press(root, '[aria-labelledby=left] [data-mode=block]');
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

test.each([
  ['blocked', '#/site/halden-audio.example'],
  ['paused', '#/site/halden-audio.example'],
])('axe finds nothing wrong, %s, with %s', async (scene, hash) => {
  answerAs(scene);
  await page(hash);
  expect(await faults()).toEqual([]);
});
