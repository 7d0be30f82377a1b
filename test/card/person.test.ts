// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { hasBegunForm, isBusy, isTyping } from '../../src/card/person.ts';
import { find, first, theirs } from './page.ts';

describe('a person is typing', () => {
  test.each([
    ['<input id="x">'],
    ['<input id="x" type="search">'],
    ['<input id="x" type="password">'],
    ['<input id="x" type="checkbox">'],
    ['<textarea id="x"></textarea>'],
    ['<select id="x"><option>a</select>'],
    ['<div id="x" contenteditable="true" tabindex="0">words</div>'],
    ['<div id="x" role="textbox" tabindex="0"></div>'],
  ])('where the focus is in %s', (html) => {
    theirs(html);
    expect(isTyping(document)).toBe(false);
    find('#x').focus();
    expect(isTyping(document)).toBe(true);
  });

  test.each([
    ['<button id="x">buy</button>'],
    ['<input id="x" type="submit">'],
    ['<a id="x" href="/">home</a>'],
    ['<div id="x" tabindex="0">a card of goods</div>'],
  ])('but not where it is on %s', (html) => {
    theirs(html);
    find('#x').focus();
    expect(isTyping(document)).toBe(false);
  });

  test('in a field inside a shadow root', () => {
    theirs('<div id="host"><template shadow="open"><input></template></div>');
    find('input', find('#host').shadowRoot ?? undefined).focus();
    expect(isTyping(document)).toBe(true);
  });

  test('perhaps, where the focus is in an element that lets nobody look inside', () => {
    theirs('<their-field tabindex="0"></their-field>');
    find('their-field').focus();
    expect(isTyping(document)).toBe(true);
  });

  test('perhaps, where the focus is in a frame of another site', () => {
    const frame = document.createElement('iframe');
    expect(frame.contentDocument).toBeNull();
    expect(isTyping({ activeElement: frame } as unknown as Document)).toBe(true);
  });
});

describe('a form was begun', () => {
  test.each([
    ['<input>', (page: Document) => (first('input', page).value = 'a')],
    ['<input value="1">', (page: Document) => (first('input', page).value = '2')],
    ['<input type="checkbox">', (page: Document) => (first('input', page).checked = true)],
    ['<textarea>a</textarea>', (page: Document) => (first('textarea', page).value = 'b')],
    ['<select><option>a<option>b</select>', (page: Document) => (first('select', page).selectedIndex = 1)],
  ])('where %s holds something else than the page put there', (html, change) => {
    theirs(html);
    expect(hasBegunForm(document)).toBe(false);
    change(document);
    expect(hasBegunForm(document)).toBe(true);
  });

  test('also inside a shadow root', () => {
    theirs('<div id="host"><template shadow="open"><input></template></div>');
    expect(hasBegunForm(document)).toBe(false);
    first('input', find('#host').shadowRoot ?? undefined).value = 'a';
    expect(hasBegunForm(document)).toBe(true);
  });

  test('but not by what a script keeps in a hidden field', () => {
    theirs('<input type="hidden" value="">');
    first('input').value = 'token';
    expect(hasBegunForm(document)).toBe(false);
  });
});

describe('a page that nobody looks at', () => {
  test('is left alone', () => {
    theirs('<p>words</p>');
    expect(isBusy(document)).toBe(false);
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    expect(isBusy(document)).toBe(true);
    Reflect.deleteProperty(document, 'visibilityState');
  });
});
