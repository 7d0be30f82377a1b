// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { BLUEBIRD, UUID } from '../ui/actors.ts';
import { press, wordsOf } from '../ui/page.ts';
import { month, number, seen } from '../ui/reports.ts';
import { acts, popup, ready, sceneOf } from './open.tsx';

describe('the popup of a site that knows you', () => {
  test('says the number in full, since when, by whom, how much was recorded, and who else got it', () => {
    const { root } = popup(ready(seen()));
    expect(wordsOf(root, 'h1')).toBe('This site knows you as');
    expect(root.querySelector('[data-fact=number]')?.textContent).toBe(UUID);
    expect(wordsOf(root, '.lead')).toBe(
      'since 3 March, when its server set the number in a cookie. Under it the site has recorded 58 visits, 21 searches and 2 orders. 4 companies got it.',
    );
  });

  test('has each fact of the number where a reader of the rendered page finds it, with its unit', () => {
    const { root } = popup(ready(seen()));
    const facts = ['visits', 'searches', 'orders', 'recipients', 'month-visits', 'pages', 'time'];
    expect(facts.map((fact) => wordsOf(root, `[data-fact=${fact}]`))).toEqual([
      '58 visits',
      '21 searches',
      '2 orders',
      '4 companies',
      '14 visits',
      '48 pages',
      '1 h 12 min',
    ]);
    expect(wordsOf(root, '[data-fact=sections] li')).toBe('Hi-fi31 pages');
    expect(root.querySelectorAll('[data-fact=terms] li')).toHaveLength(6);
  });

  test.each([
    [
      'found',
      { how: 'found' },
      'already there, in a cookie, when Known As came: 3 March. What was before is not known.',
    ],
    [
      'set by a known script',
      { how: 'script', script: 'https://cdn.adlantern.example/tag.js', basis: 'verified' },
      'since 3 March, when a script of cdn.adlantern.example put the number in a cookie.',
    ],
    [
      'set by some script',
      { how: 'script', script: null, basis: 'verified' },
      'since 3 March, when a script of the page put the number in a cookie.',
    ],
  ] as const)('says where a number that was %s came from', (_, setBy, says) => {
    const { root } = popup(ready(seen({ numbers: [number({ setBy })] })));
    expect(wordsOf(root, '.lead')).toContain(says);
  });

  test('says that nobody else got it, where that is so', () => {
    const { root } = popup(ready(seen({ numbers: [number()] })));
    expect(wordsOf(root, '[data-fact=recipients]')).toBe('Nobody else');
  });

  test('says that a number was given just now', () => {
    const { root } = popup(sceneOf('just-given'));
    expect(wordsOf(root, 'h1')).toBe('This site just gave you a number');
    expect(wordsOf(root, '.lead')).toContain(
      'Set 20 seconds ago by its server, in a cookie, to last until 27 December 2027.',
    );
  });

  test('shows which part of a stored value is the number', () => {
    const { root } = popup(sceneOf('part'));
    expect(wordsOf(root, '.tag-caption')).toBe('Part of a stored value: GA1.1.1846203957.1772534112');
    expect(wordsOf(root, '.tag-caption mark')).toBe('1846203957.1772534112');
  });

  test('copies the number', async () => {
    const write = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(write);
    const { root } = popup(ready(seen()));
    await press(root, '.button-copy');
    expect(write).toHaveBeenCalledWith(UUID);
    await vi.waitFor(() => expect(wordsOf(root, '.copy-says')).toBe('Copied.'));
  });

  test('selects the number where the browser will not copy', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    const { root } = popup(ready(seen()));
    await press(root, '.button-copy');
    await vi.waitFor(() => expect(wordsOf(root, '.copy-says')).toContain('selected'));
    expect(getSelection()?.toString()).toBe(UUID);
  });

  test('has the other numbers below, the site’s own before third parties’, each with all that is known of it', () => {
    const { root } = popup(ready(seen()));
    const rows = [...root.querySelectorAll('.other')].map((row) => row.getAttribute('data-number'));
    expect(rows).toEqual(['first', 'third', 'third']);
    expect(root.querySelectorAll('.other .evidence-table')).toHaveLength(3);
    expect(root.textContent).toContain(BLUEBIRD);
  });

  test('goes to another month only where there is one', async () => {
    const does = acts();
    const { root } = popup(ready(seen()), does);
    await press(root, '.stepper [aria-label=October]');
    expect(does.showMonth).toHaveBeenCalledWith('2026-10');
    expect(popup(ready(seen({ month: month({ months: ['2026-11'] }) }))).root.querySelector('.stepper')).toBeNull();
  });

  test('opens the diary and the settings', async () => {
    const does = acts();
    const { root } = popup(ready(seen()), does);
    await press(root, '[aria-label="Diary of this site"]');
    await press(root, '[aria-label=Settings]');
    expect(does.openPage).toHaveBeenNthCalledWith(1, 'options/index.html#/site/halden-audio.example');
    expect(does.openPage).toHaveBeenNthCalledWith(2, 'options/index.html#/settings');
  });
});
