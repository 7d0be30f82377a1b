// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { DecisionReason } from '#core/decide.ts';
import type { Choice } from '#core/mode.ts';
import { becauseText } from '#ui/because.tsx';
import { ModeMenu } from '#ui/mode-menu.tsx';
import { standingOf, standingOfMode } from '#ui/standing.ts';
import { domain } from './actors.ts';
import { decided } from './control.ts';
import { faults, key, press, show, wordsOf } from './page.ts';

function menu(chosen: Choice | null = null) {
  const choose = vi.fn<(choice: Choice | null) => void>();
  const root = show(
    <main>
      <h1>Others</h1>
      <ModeMenu standing="undecided" chosen={chosen} about="Bluebird" none="as-site" choose={choose} />
    </main>,
  );
  return { root, choose };
}

describe('the small mode', () => {
  test('names how it stands, and for whom by ear', () => {
    const { root } = menu();
    expect(wordsOf(root, '.mode')).toBe('Undecided');
    expect(root.querySelector('.mode')?.getAttribute('aria-label')).toBe('Undecided: Bluebird');
  });

  test.each([
    ['allow', { mode: 'allow' }],
    ['block', { mode: 'block' }],
    ['reset', { mode: 'reset', rhythm: { every: 'visit' } }],
  ])('chooses %s with one press', async (mode, choice) => {
    const { root, choose } = menu();
    await press(root, '.mode');
    await press(root, `[data-mode=${mode}]`);
    expect(choose.mock.calls).toEqual([[choice]]);
    expect(document.activeElement?.className).toContain('mode');
  });

  test('takes a choice back, and does nothing where nothing changes', async () => {
    const { root, choose } = menu({ mode: 'block' });
    await press(root, '.mode');
    expect(document.activeElement?.getAttribute('data-mode')).toBe('block');
    await press(root, '[data-mode=block]');
    expect(choose).not.toHaveBeenCalled();
    await press(root, '.mode');
    await press(root, '[data-mode=none]');
    expect(choose.mock.calls).toEqual([[null]]);
  });

  test('closes on Escape, and axe finds nothing wrong with it', async () => {
    const { root } = menu();
    await press(root, '.mode');
    expect(await faults()).toEqual([]);
    await key('Escape');
    expect(root.querySelector('.menu-list')).toBeNull();
  });
});

const HALDEN = domain('halden-audio.example');

describe('how a value stands', () => {
  test('follows what is decided about it', () => {
    const undecided: DecisionReason = { says: 'undecided', party: 'third' };
    expect([
      standingOf(decided('keep', undecided).decision),
      standingOf(decided('hold', undecided).decision),
      standingOf(decided('block', undecided).decision),
      standingOf(decided('keep', { says: 'chosenForSite', domain: HALDEN }).decision),
      standingOf(decided('keep', { says: 'leftAlone', kind: 'login' }).decision),
      standingOf(decided('keep', { says: 'pausedEverywhere' }).decision),
    ]).toEqual(['undecided', 'undecided', 'blocked', 'allowed', 'alone', 'paused']);
    expect((['notify', 'ask', 'allow', 'block', 'reset'] as const).map(standingOfMode)).toEqual([
      'undecided',
      'undecided',
      'allowed',
      'blocked',
      'reset',
    ]);
  });

  test.each([
    [{ says: 'pausedEverywhere' }, 'Known As is paused everywhere.'],
    [{ says: 'pausedHere', domain: HALDEN }, 'Known As is paused on halden-audio.example.'],
    [{ says: 'chosenForThis' }, 'You chose it for this very value.'],
    [{ says: 'chosenForSite', domain: HALDEN }, 'You chose it for halden-audio.example.'],
    [{ says: 'redirectLoop', domain: HALDEN }, 'redirect for ever without a number'],
    [{ says: 'leftAlone', kind: 'cart' }, 'It is no number (cart)'],
    [{ says: 'undecided', party: 'third' }, 'other companies’ numbers until then'],
  ] as const)('has a reason in words: %o', (reason, says) => {
    expect(show(<p>{becauseText(reason)}</p>).textContent).toContain(says);
  });
});
