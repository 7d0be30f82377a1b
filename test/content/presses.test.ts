// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Press } from '#core/press.ts';
import { watchPresses } from '#content/presses.ts';
import { find, press, show } from './fields/a-person.ts';

/** Only the document has listeners that stay: one is enough for all. */
const told: Press[] = [];
const last = watchPresses(document, (one) => told.push(one));

beforeEach(() => {
  told.length = 0;
});

const OVER = 'style="position: fixed"';

describe('a press on a banner’s button', () => {
  it.each([
    ['a button', '<button id="it">Reject all</button>'],
    ['what is in a button', '<button><b><i id="it">Reject all</i></b></button>'],
    ['a link', '<a id="it">Reject all</a>'],
    ['what acts as a button', '<span role="button" id="it">Reject <b>all</b></span>'],
    ['a field that is a button', '<input type="submit" id="it" value="Reject all">'],
    ['a picture with a name', '<button id="it" aria-label="Reject all"><svg><title>x</title></svg></button>'],
  ])('is told with what stands on it: %s', (_what, button) => {
    show(`<div ${OVER}><p>We use cookies.</p>${button}<button>Accept all</button></div>`);
    press('#it');
    expect(told).toMatchObject([{ label: 'Reject all', means: 'refuse', ofBanner: true }]);
    expect(last()).toEqual(told[0]);
  });

  it.each([
    ['lies over the page', `<div ${OVER}>We use cookies.`, true],
    ['is a dialog', '<div role="alertdialog">We use cookies.', true],
    ['is the only dialog', '<div aria-modal="true">We use cookies.', true],
    ['is an open dialog', '<dialog open>We use cookies.', true],
    ['is a part of the page', '<section>We use cookies.', true],
    ['says it in a script alone', `<div ${OVER}><script type="text/plain">cookies</script>Hello.`, false],
    ['is about something else', `<div ${OVER}>Your friend invites you.`, false],
  ])('is of a banner or not, by what it stands in: what %s', (_what, start, ofBanner) => {
    show(`${start}<p><button id="it">Decline</button></p>`);
    press('#it');
    expect(told).toMatchObject([{ means: 'refuse', ofBanner }]);
  });

  it('is for one thing where others say the same', () => {
    const row = '<button class="it">Allow</button><input type="checkbox" value="Allow all">';
    show(`<div ${OVER}>Cookies ${row}${row}</div><div ${OVER}>Cookies <a id="alone">Allow all</a></div>`);
    press('.it');
    press('#alone');
    expect(told.map(({ means }) => means)).toEqual(['choose', 'accept']);
  });
});

describe('a press elsewhere', () => {
  it.each([
    ['says nothing of a choice', '<button id="it">Add to cart</button>'],
    ['has more text than buttons have', `<a id="it">Accept ${'the terms '.repeat(10)}</a>`],
    ['is no button', '<p id="it">Accept all</p>'],
    ['is far above', `${'<b>'.repeat(6)}<i id="it">x</i>${'</b>'.repeat(6)}`],
  ])('is noted by its time alone: what %s', (_what, html) => {
    show(`<div ${OVER}>Cookies ${html}</div>`);
    press('#it');
    expect(told).toEqual([]);
    expect(last()).toMatchObject({ label: null, means: null, ofBanner: false });
  });

  it('of a script is none', () => {
    show(`<div ${OVER}>Cookies <button id="it">Accept all</button></div>`);
    const before = last();
    press('#it', false);
    expect(told).toEqual([]);
    expect(last()).toBe(before);
  });
});

describe('a hostile page', () => {
  it('hides no banner by fields called as what is asked of a form', () => {
    show(`<form ${OVER}><input><p>We use cookies.</p><button type="button" id="it">Reject all</button></form>`);
    const form = find('form');
    const names = 'localName matches querySelectorAll textContent parentElement firstChild';
    for (const name of names.split(' ')) Object.defineProperty(form, name, { value: find('input') });
    press('#it');
    expect(told).toMatchObject([{ label: 'Reject all', means: 'refuse', ofBanner: true }]);
  });

  it('makes no press long by ten thousand buttons, nor by a million words', () => {
    const words = `<p>${'<b>word </b>'.repeat(10_000)}</p>`;
    show(`<div ${OVER}>Cookies <button id="it">Reject all</button>${'<a>Reject all</a>'.repeat(10_000)}${words}</div>`);
    const began = performance.now();
    press('#it');
    expect(told).toMatchObject([{ means: 'choose', ofBanner: true }]);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
