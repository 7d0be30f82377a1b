// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import type { Acts } from '../../popup/acts.ts';
import { cookie, domain } from '../ui/actors.ts';
import { faults, press, wordsOf } from '../ui/page.ts';
import { correctedSite, seen } from '../ui/reports.ts';
import { acts, popup, ready, sceneOf } from './open.tsx';

const HALDEN = domain('halden-audio.example');
const SID = cookie('sid', 'halden-audio.example');

/** What each line of an opened table says, by its name. */
function facts(evidence: Element | null | undefined): Readonly<Record<string, string | null>> {
  const rows = [...(evidence?.querySelectorAll('tr') ?? [])];
  return Object.fromEntries(rows.map((row) => [wordsOf(row, 'th'), wordsOf(row, 'td')]));
}

describe('“Why?” in the popup', () => {
  test('tells of the site’s number which part it is, what it is taken for, how surely, what for, and why', () => {
    const { root } = popup(sceneOf('part'));
    expect(facts(root.querySelector('[data-line=why]'))).toMatchObject({
      'Which part': 'GA1.1.1846203957.1772534112',
      'Taken for': 'numberKnown As is quite sure.',
      'Used for': 'statistics about visitors',
    });
    expect(wordsOf(root, '[data-line=why] mark')).toBe('1846203957.1772534112');
    expect(root.querySelectorAll('[data-line=why] .reasons .basis').length).toBeGreaterThan(0);
  });

  test('tells of each value that is left alone why it is, each reason with how it is known', () => {
    const { root } = popup(sceneOf('busy'));
    const all = [...root.querySelectorAll('.value-why')];
    expect(all.map((one) => wordsOf(one, 'summary'))).toEqual(
      ['sid', 'cart', 'csrf', 'lang', 'consent'].map((name) => `Why? ${name}`),
    );
    expect(facts(all[0])).toMatchObject({
      'Taken for': 'loginKnown As is fairly sure.',
      'Used for': 'what the site needs to work',
      Why:
        'Its name, sid, says that it keeps you signed in. inferred' +
        'Only the server can read it, not the page’s scripts. stated' +
        'It lasts until you close the browser. stated',
    });
  });

  test('tells what the person said first, and ours behind it', () => {
    const { root } = popup(sceneOf('corrected'));
    const reasons = [...root.querySelectorAll('.other .reasons li')].map((one) => one.textContent);
    expect(reasons).toEqual([
      'You said that this is a number. said by you',
      'Its name, basket, says that it keeps a cart. inferred',
    ]);
    expect(facts(root.querySelector('.other'))['Taken for']).toBe('numberYou said so.');
  });
});

describe('one press', () => {
  test('says of a number that it is none, and of what is left alone that it is one', async () => {
    const does = acts();
    const { root } = popup(sceneOf('busy'), does);
    await press(root, '[data-line=why] [data-correct=no-number]');
    await press(root, '.value-why [data-correct=number]');
    expect(does.correct).toHaveBeenNthCalledWith(1, {
      domain: HALDEN,
      identifier: cookie('hvid', 'halden-audio.example'),
      is: 'no-number',
    });
    expect(does.correct).toHaveBeenNthCalledWith(2, { domain: HALDEN, identifier: SID, is: 'number' });
  });

  test('is named with what it is about', () => {
    const { root } = popup(sceneOf('busy'));
    expect(root.querySelector('.value-why [data-correct]')?.getAttribute('aria-label')).toBe('This is a number: sid');
  });

  test('takes back what was said, where it stands and in the list of all that was', async () => {
    const does = acts();
    const { root } = popup(sceneOf('corrected'), does);
    expect([...root.querySelectorAll('[data-fact=corrections] li')].map((one) => one.textContent)).toEqual([
      'hint is no numbertoday, 13:59Take it back',
      'basket is a numbertoday, 13:59Take it back',
    ]);
    await press(root, '[data-fact=corrections] li:last-child [data-correct=none]');
    await press(root, '.other [data-correct=none]');
    const basket = { domain: HALDEN, identifier: cookie('basket', 'halden-audio.example'), is: null };
    expect(does.correct).toHaveBeenNthCalledWith(1, basket);
    expect(does.correct).toHaveBeenNthCalledWith(2, basket);
  });

  test('leaves the focus where it can be taken back', async () => {
    const { root, loaded } = popup(sceneOf('busy'));
    root.querySelector<HTMLElement>('[data-line=why] [data-correct]')?.focus();
    const { numbers = [], ...rest } = correctedSite();
    await act(async () => {
      loaded.value = ready(seen({ ...rest, numbers: numbers.slice(1) }));
      await Promise.resolve();
    });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Take it back: hint');
  });

  test('tries two visits without cookies, and says what came of it', async () => {
    const does = acts({ tryWithoutCookies: vi.fn<Acts['tryWithoutCookies']>().mockResolvedValue('unset') });
    const { root } = popup(sceneOf('busy'), does);
    expect(wordsOf(root, '[data-line=why] .trying p')).toContain('The site sees two requests.');
    await press(root, '[data-line=why] [data-try]');
    expect(does.tryWithoutCookies).toHaveBeenCalledExactlyOnceWith(cookie('hvid', 'halden-audio.example'));
    const said = 'Neither visit set it: a script, another page, or an earlier step did.';
    expect(wordsOf(root, '[data-line=why] [data-tried=unset]')).toBe(said);
  });

  test('tries nothing in a private window, nor logins, carts and what other companies store', () => {
    expect(popup(sceneOf('private')).root.querySelector('[data-try]')).toBeNull();
    expect(popup(sceneOf('third-party')).root.querySelector('[data-line=why] [data-try]')).toBeNull();
    expect(popup(sceneOf('busy')).root.querySelector('.value-why [data-try]')).toBeNull();
  });

  test('axe finds nothing wrong with what opened', async () => {
    const { root } = popup(sceneOf('corrected'));
    for (const details of root.querySelectorAll('details')) details.open = true;
    expect(await faults()).toEqual([]);
  });
});
