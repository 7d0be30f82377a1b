// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { SiteReport } from '#core/report.ts';
import { Decision, type Decides } from '#ui/decide.tsx';
import { Now } from '#ui/now.ts';
import { BLOCK, chose, control, EVERY_VISIT, taken } from './control.ts';
import { NOW } from './actors.ts';
import { faults, key, press, show, type, wordsOf } from './page.ts';
import { site } from './reports.ts';

function decision(of: SiteReport, explained = false) {
  const does = { choose: vi.fn<Decides['choose']>(), resetNow: vi.fn<Decides['resetNow']>() };
  const root = show(
    <Now.Provider value={NOW}>
      <main>
        <h1>{of.domain}</h1>
        <Decision of={of} does={does} explained={explained} />
      </main>
    </Now.Provider>,
  );
  return { root, does };
}

describe('the decision of an undecided site', () => {
  test('has nothing chosen, and says what becomes of the number meanwhile', () => {
    const { root } = decision(site());
    expect(root.querySelectorAll('[role=radiogroup] [aria-checked=true]')).toHaveLength(0);
    expect(wordsOf(root, '.decide-says')).toBe('Undecided. It keeps its number until you choose.');
    expect(root.querySelector('[data-undecide]')).toBeNull();
  });

  test('where there is time, each of the three says what it will do', () => {
    const { root } = decision(site(), true);
    expect(wordsOf(root, '.decide-undecided')).toBe('Undecided. It keeps its number until you choose.');
    expect([...root.querySelectorAll('.choice')].map((row) => row.textContent)).toEqual([
      'AllowIt knows you by it when you return. ',
      'BlockNone is kept or sent. Login and cart stay. ',
      'Reset on every visitA new number each time. Another rhythm',
    ]);
  });

  test('says that a number is held back, and that Allow stores it', () => {
    const held = site({ numbers: [], control: control({ mode: 'ask', held: [taken({ why: 'hold' })] }) });
    const { root } = decision(held, true);
    expect(wordsOf(root, '.decide-undecided')).toBe('Undecided. Held back until you choose.');
    expect(wordsOf(root, '.choice')).toContain('It will be stored');
  });

  test.each([
    ['has one at work', {}, 'Undecided. It keeps the number it has; a new one is held back until you choose.'],
    ['has none', { numbers: [] }, 'Undecided. A number it gives you is held back until you choose.'],
  ])('under Ask first, says what holds where the site %s', (_, more, says) => {
    const { root } = decision(site({ ...more, control: control({ mode: 'ask' }) }));
    expect(wordsOf(root, '.decide-says > span')).toBe(says);
  });

  test.each([
    ['allow', { mode: 'allow' }],
    ['block', BLOCK],
    ['reset', EVERY_VISIT],
  ])('one press on %s chooses it at once', async (mode, choice) => {
    for (const explained of [false, true]) {
      const { root, does } = decision(site(), explained);
      await press(root, `[data-decide=${mode}]`);
      expect(does.choose.mock.calls).toEqual([[choice]]);
    }
  });
});

describe('the decision about a site', () => {
  test('pressing the chosen one again does nothing, and a quiet press makes the site undecided', async () => {
    const { root, does } = decision(site({ control: chose(BLOCK) }), true);
    await press(root, '[data-decide=block]');
    expect(does.choose).not.toHaveBeenCalled();
    await press(root, '[data-undecide]');
    expect(does.choose.mock.calls).toEqual([[null]]);
  });

  test.each([
    [
      'allowed',
      chose({ mode: 'allow' }),
      'Allowed since 14 November. It keeps its number, and you are not told again.',
    ],
    [
      'blocked',
      chose(BLOCK),
      'Blocked since 14 November. Your login, cart, preference, consent choice and form security stay as they are.',
    ],
    ['reset', chose(EVERY_VISIT), 'Reset on every visit. The next new number comes with your next visit.'],
    [
      'reset every 7 days',
      chose({ mode: 'reset', rhythm: { every: 'hours', hours: 168 } }, { nextReset: NOW + 3 * 86_400_000 }),
      'Reset every 7 days. The next new number comes after 25 November.',
    ],
    [
      'reset instead of block',
      control({ chosen: { choice: BLOCK, at: NOW, loopAt: NOW }, mode: 'block' }),
      'Reset on every visit, instead of Block: with no number at all, this site sends you round in circles.',
    ],
    [
      'paused',
      chose(BLOCK, { pause: { at: NOW, until: NOW + 3_600_000, why: 'paused', everywhere: false } }),
      'Paused until 15:03. Nothing is held back, blocked or reset here meanwhile.',
    ],
  ])('the line below says what is: %s', (_, of, says) => {
    const { root } = decision(site({ control: of }));
    expect(wordsOf(root, '.decide-says > span')).toBe(`${says} Make it undecided`);
  });

  test('says that a single kept thing stays, in the singular', () => {
    const [login] = site().leftAlone;
    const { root } = decision(site({ control: chose(BLOCK), leftAlone: login === undefined ? [] : [login] }));
    expect(wordsOf(root, '.decide-says')).toContain('Your login stays as it is.');
  });

  test('shows Reset as chosen where Block cannot be carried out, and Block may be tried again', async () => {
    const { root, does } = decision(
      site({ control: control({ chosen: { choice: BLOCK, at: NOW, loopAt: NOW }, mode: 'block' }) }),
    );
    expect(root.querySelector('[data-decide=reset]')?.getAttribute('aria-checked')).toBe('true');
    await press(root, '[data-decide=block]');
    expect(does.choose.mock.calls).toEqual([[BLOCK]]);
  });
});

describe('when to reset', () => {
  test.each([
    ['visit', EVERY_VISIT],
    ['session', { mode: 'reset', rhythm: { every: 'session' } }],
    ['hours', { mode: 'reset', rhythm: { every: 'hours', hours: 168 } }],
  ])('%s is chosen with one press in the menu', async (rhythm, choice) => {
    const { root, does } = decision(site());
    await press(root, '.segment-when');
    await press(root, `[data-rhythm=${rhythm}]`);
    expect(does.choose.mock.calls).toEqual([[choice]]);
    expect(root.querySelector('.menu-list')).toBeNull();
  });

  test('once, now, changes nothing that was chosen', async () => {
    const { root, does } = decision(site({ control: chose({ mode: 'allow' }) }));
    await press(root, '.segment-when');
    await press(root, '[data-rhythm=now]');
    expect(does.resetNow).toHaveBeenCalledTimes(1);
    expect(does.choose).not.toHaveBeenCalled();
  });

  test('every so many hours is set by a field and its unit; what is none is not taken', async () => {
    const { root, does } = decision(site(), true);
    await press(root, '.choice .menu > button');
    await type(root, '[data-rhythm-unit]', 'hours');
    await type(root, '[data-rhythm-count]', '0');
    await press(root, '[data-rhythm=hours]');
    expect(does.choose).not.toHaveBeenCalled();
    await type(root, '[data-rhythm-count]', '36');
    await press(root, '[data-rhythm=hours]');
    expect(does.choose.mock.calls).toEqual([[{ mode: 'reset', rhythm: { every: 'hours', hours: 36 } }]]);
  });

  test('shows which rhythm is chosen, in the largest unit that is whole', async () => {
    const { root } = decision(site({ control: chose({ mode: 'reset', rhythm: { every: 'hours', hours: 48 } }) }));
    await press(root, '.segment-when');
    expect(root.querySelector<HTMLInputElement>('[data-rhythm-count]')?.value).toBe('2');
    expect(root.querySelector<HTMLSelectElement>('[data-rhythm-unit]')?.value).toBe('days');
    expect(root.querySelector('.menu-form')?.getAttribute('data-chosen')).toBe('true');
  });
});

describe('by keyboard', () => {
  test('arrow keys move among the three and choose nothing', async () => {
    const { root, does } = decision(site());
    root.querySelector<HTMLElement>('[data-decide=allow]')?.focus();
    await key('ArrowRight');
    expect(document.activeElement?.getAttribute('data-decide')).toBe('block');
    await key('ArrowDown');
    await key('ArrowDown');
    expect(document.activeElement?.getAttribute('data-decide')).toBe('allow');
    await key('ArrowLeft');
    expect(document.activeElement?.getAttribute('data-decide')).toBe('reset');
    expect(does.choose).not.toHaveBeenCalled();
  });

  test('Escape closes the menu and gives the focus back', async () => {
    const { root } = decision(site({ control: chose(EVERY_VISIT) }));
    await press(root, '.segment-when');
    expect(document.activeElement?.getAttribute('data-rhythm')).toBe('visit');
    await key('ArrowDown');
    expect(document.activeElement?.getAttribute('data-rhythm')).toBe('session');
    await key('Escape');
    expect(root.querySelector('.menu-list')).toBeNull();
    expect(document.activeElement?.className).toContain('segment-when');
  });

  test('axe finds nothing wrong, open or closed', async () => {
    for (const explained of [false, true]) {
      const { root } = decision(site(), explained);
      expect(await faults()).toEqual([]);
      await press(root, '.menu > button');
      expect(await faults()).toEqual([]);
    }
  });
});
