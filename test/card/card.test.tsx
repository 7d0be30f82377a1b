// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Choice } from '#core/mode.ts';
import type { CardContent } from '#messages/card.ts';
import { openCard, type Reach } from '../../src/card/open.tsx';
import type { Place } from '../../src/card/place.ts';
import { placeIn } from '../../src/card/place.ts';
import { domain, UUID } from '../ui/actors.ts';
import { wordsOf } from '../ui/page.ts';
import { find, first, personal, theirs } from './page.ts';

const GIVEN: CardContent = {
  domain: domain('halden-audio.example'),
  number: UUID,
  expires: new Date(2027, 11, 27, 12).getTime(),
  held: false,
  companies: 0,
};

interface Opened {
  readonly place: Place;
  /** Has the card say something else. */
  readonly say: (content: Partial<CardContent>) => void;
  readonly reach: { readonly [Name in keyof Reach]: ReturnType<typeof vi.fn<Reach[Name]>> };
  /** Presses a button by its name, as a person who has read the card. */
  readonly press: (name: string, event?: Event) => void;
  readonly isShown: () => boolean;
}

function later(event: Event): Event {
  Object.defineProperty(event, 'timeStamp', { value: performance.now() + 10_000 });
  return event;
}

function open(content: Partial<CardContent> = {}, html = '<p>words</p>', focused = ''): Opened {
  theirs(html);
  if (focused !== '') find(focused).focus();
  const place = placeIn(document, '');
  const reach = {
    answer: vi.fn<Reach['answer']>(async () => Promise.resolve(true)),
    tell: vi.fn<Reach['tell']>(),
    gone: vi.fn<Reach['gone']>(),
  };
  const say = openCard({ ...GIVEN, ...content }, { page: document, place, reach });
  return {
    place,
    say: (now) => say({ ...GIVEN, ...now }),
    reach,
    press: (name, event = personal(later(new MouseEvent('click', { bubbles: true })))) => {
      const buttons = [...place.root.querySelectorAll('button')];
      const button = buttons.find(({ textContent }) => textContent === name);
      if (button === undefined) throw new Error(`no button ${name}`);
      button.dispatchEvent(event);
    },
    isShown: () => place.host.isConnected && !place.host.hidden,
  };
}

/** Until the next look at the page, which is at its next frame. */
async function nextFrame(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

const ESCAPE = { key: 'Escape', bubbles: true } as const;

describe('the card', () => {
  test('says who gave which number, what it means and until when', () => {
    const { place } = open();
    expect(wordsOf(place.root, '.card-says')).toBe('halden-audio.example has given you a number');
    expect(place.root.querySelector('.number')?.textContent).toBe(UUID);
    expect(wordsOf(place.root, '#means')).toBe(
      'It will know you by this number when you return, until 27 December 2027. May it?',
    );
  });

  test('says in a line what came of the banner, also when that is known later', async () => {
    const { place, say } = open();
    expect(place.root.querySelector('.card-banner')).toBeNull();
    say({ banner: { wanted: { is: 'refuse' }, outcome: { is: 'refused', unclear: [], takenBack: [] } } });
    await nextFrame();
    expect(wordsOf(place.root, '.card-banner')).toBe('The banner was answered: refused, and stored as refused.');
    say({ number: 'another', banner: { wanted: { is: 'refuse' }, outcome: { is: 'hidden' } } });
    await nextFrame();
    expect(wordsOf(place.root, '.card-banner')).toContain('stored as refused');
  });

  test.each([
    [{ expires: 'session' } as const, 'until you close the browser. May it?'],
    [{ expires: 'never' } as const, 'whenever you return. May it?'],
    [
      { held: true },
      'held back: neither stored nor sent until you decide. It is meant to last until 27 December 2027.',
    ],
    [{ held: true, expires: 'session' } as const, 'It is meant to last until you close the browser.'],
    [{ companies: 1 }, 'The answer also counts for 1 other company on this site.'],
    [{ companies: 4 }, 'The answer also counts for 4 other companies on this site.'],
  ])('given %o says “%s”', (content, says) => {
    expect(wordsOf(open(content).place.root, '#means')).toContain(says);
  });

  test('has three answers, all alike, and none of them the default', () => {
    const { place } = open();
    const answers = [...place.root.querySelectorAll('.card-actions button')];
    expect(answers.map(({ textContent }) => textContent)).toEqual(['Allow', 'Block', 'Reset']);
    expect(new Set(answers.map(({ className }) => className)).size).toBe(1);
    expect(place.root.querySelector('[autofocus], [type=submit]')).toBeNull();
  });

  test('is a dialog with a name that holds nobody up', () => {
    const { place } = open();
    const dialog = place.root.querySelector('[role=dialog]');
    expect(dialog?.getAttribute('aria-label')).toBe('halden-audio.example has given you a number');
    expect(dialog?.getAttribute('aria-modal')).toBeNull();
  });

  test('shows what a page gave as words, whatever it is', () => {
    const evil = '<img src=x onerror=alert(1)>\u202e\u0000';
    const { place } = open({ number: evil });
    expect(place.root.querySelector('img')).toBeNull();
    expect(place.root.querySelector('.number')?.textContent).toBe('<img src=x onerror=alert(1)>\ufffd\ufffd');
  });

  test('shows a long number by its ends', () => {
    const { place } = open({ number: `eyJ${'x'.repeat(1300)}1a44` });
    const shown = place.root.querySelector('.number')?.textContent ?? '';
    expect(shown.length).toBeLessThan(70);
    expect(shown).toMatch(/^eyJx+…1a44$/u);
  });
});

describe('an answer', () => {
  test.each<[string, Choice]>([
    ['Allow', { mode: 'allow' }],
    ['Block', { mode: 'block' }],
    ['Reset', { mode: 'reset', rhythm: { every: 'visit' } }],
  ])('%s is handed over, and the card is gone once it was carried out', async (name, choice) => {
    const { press, reach, place } = open();
    press(name);
    expect(reach.answer.mock.calls).toEqual([[choice]]);
    expect(place.host.isConnected).toBe(true);
    await vi.waitFor(() => expect(reach.gone).toHaveBeenCalledOnce());
    expect(place.host.isConnected).toBe(false);
  });

  test('is given once, however often it is pressed meanwhile', () => {
    const { press, reach } = open();
    press('Block');
    press('Allow');
    press('Block');
    expect(reach.answer).toHaveBeenCalledOnce();
  });

  test('that could not be carried out is said not to be, and can be given again', async () => {
    const { press, reach, place } = open();
    reach.answer.mockRejectedValueOnce(new Error('stopped'));
    press('Block');
    await vi.waitFor(() => expect(wordsOf(place.root, '[role=status]')).toContain('That did not work'));
    press('Block');
    await vi.waitFor(() => expect(place.host.isConnected).toBe(false));
  });

  test('made by a script of the page is none', () => {
    const { press, reach, place } = open();
    press('Allow', later(new MouseEvent('click', { bubbles: true })));
    press('Not now', later(new MouseEvent('click', { bubbles: true })));
    document.dispatchEvent(new KeyboardEvent('keydown', ESCAPE));
    expect(reach.answer).not.toHaveBeenCalled();
    expect(place.host.isConnected).toBe(true);
  });

  test('in the moment the card appears is none', () => {
    const { press, reach } = open();
    press('Allow', personal(new MouseEvent('click', { bubbles: true })));
    expect(reach.answer).not.toHaveBeenCalled();
  });
});

describe('the card is gone', () => {
  test('by Not now', () => {
    const { press, reach, place } = open();
    press('Not now');
    expect(place.host.isConnected).toBe(false);
    expect(reach.tell.mock.calls).toEqual([['shown'], ['dismissed']]);
    expect(reach.gone).toHaveBeenCalledOnce();
  });

  test('by Escape', () => {
    const { reach, place } = open();
    document.dispatchEvent(personal(new KeyboardEvent('keydown', ESCAPE)));
    expect(place.host.isConnected).toBe(false);
    expect(reach.tell).toHaveBeenLastCalledWith('dismissed');
  });

  test('by More about it, which leads further', () => {
    const { press, reach, place } = open();
    press('More about it');
    expect(place.host.isConnected).toBe(false);
    expect(reach.tell).toHaveBeenLastCalledWith('more');
  });

  test('with the page', () => {
    const { place } = open();
    window.dispatchEvent(new Event('pagehide'));
    expect(place.host.isConnected).toBe(false);
  });
});

describe('while the person is at something else', () => {
  test('the card waits, and says nothing of having been shown', async () => {
    const { isShown, reach } = open({}, '<input><button>buy</button>', 'input');
    expect(isShown()).toBe(false);
    expect(reach.tell).not.toHaveBeenCalled();
    find('button').focus();
    await nextFrame();
    expect(isShown()).toBe(true);
    expect(reach.tell.mock.calls).toEqual([['shown']]);
  });

  test('a card already shown steps aside when they begin to type, and comes back when they are done', async () => {
    const { isShown, reach } = open({}, '<input><button>buy</button>');
    find('input').focus();
    await nextFrame();
    expect(isShown()).toBe(false);
    find('input').blur();
    find('button').focus();
    await nextFrame();
    expect(isShown()).toBe(true);
    expect(reach.tell.mock.calls).toEqual([['shown']]);
  });

  test('it stays aside for as long as a form is begun', async () => {
    const { isShown } = open({}, '<form><input></form>');
    find('input').focus();
    first('input').value = 'Ada';
    find('input').dispatchEvent(personal(new InputEvent('input', { bubbles: true })));
    find('input').blur();
    await nextFrame();
    expect(isShown()).toBe(false);
  });

  test('the focus is never taken', () => {
    const { isShown } = open({}, '<button>buy</button>', 'button');
    expect(isShown()).toBe(true);
    expect(document.activeElement).toBe(find('button'));
  });
});
