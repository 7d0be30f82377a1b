// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fieldOf } from '#content/fields/field-of.ts';
import { kindOfField } from '#content/fields/kind-of-field.ts';
import { type Field, isField } from '#content/fields/taken.ts';

/** The field with `data-it` of a page, or its only one. */
function fieldIn(html: string, root: Element | ShadowRoot = document.body): Field {
  root.innerHTML = html;
  const field = root.querySelector('[data-it]') ?? root.querySelector('input, select, textarea');
  if (!isField(field)) throw new Error('there is no field');
  return field;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('a field is described', () => {
  it('by its attributes, and by nothing that is in it', () => {
    const field = fieldIn(
      '<input type=" TEL " name="n" id="i" autocomplete="work tel" inputmode="Numeric" placeholder="p" aria-label="a" maxlength="12" pattern="[0-9]*" value="555 0100">',
    );
    expect(fieldOf(field)).toEqual({
      tag: 'input',
      type: 'tel',
      autocomplete: 'work tel',
      inputMode: 'numeric',
      name: 'n',
      id: 'i',
      label: '',
      placeholder: 'p',
      ariaLabel: 'a',
      maxLength: 12,
      pattern: '[0-9]*',
    });
  });

  it.each([
    ['<textarea maxlength="x">', 'textarea', -1],
    ['<select><option>DE</select>', 'select', -1],
    ['<input maxlength="-3">', 'input', -1],
  ])('%s', (html, tag, maxLength) => {
    expect(fieldOf(fieldIn(html))).toMatchObject({ tag, maxLength, type: '', name: '' });
  });
});

describe('the label of a field', () => {
  it.each([
    ['is its own', '<label for="a">Vorname</label><p>…</p><input id="a">', 'Vorname'],
    ['is its own, wherever it stands', '<input id="a:b.c"><div><label for="a:b.c">Vorname</label></div>', 'Vorname'],
    ['is the one around it', '<label><span>Vor<b>name</b></span> <span><input></span></label>', 'Vor name'],
    ['is without what can be chosen', '<label>Land <select><option>Togo</option></select></label>', 'Land'],
    ['is what it is labelled by', '<p id="x">Your</p><p id="y">e-mail</p><input aria-labelledby="x y">', 'Your e-mail'],
    ['is its title', '<p>Join us</p><input title="E-mail">', 'E-mail'],
    ['is the text before it', '<p>Postcode: <input></p>', 'Postcode:'],
    ['is the text of the cell before it', '<table><tr><td>City</td><td><input></td></tr></table>', 'City'],
    ['is the text of the line before it', '<div><div>Phone</div><div><span><input></span></div></div>', 'Phone'],
    ['is not that of the field before it', '<div><p>Name</p><p><input></p></div><div><p><input data-it></p></div>', ''],
    ['is not the text of a script or a button', '<script>"Name"</script><button>Name</button><input>', ''],
    ['is not that of another field', '<label for="b">Name</label><input id="b"><input data-it id="a">', ''],
  ])('%s', (_what, html, label) => {
    expect(fieldOf(fieldIn(html)).label).toBe(label);
  });

  it('is found in a shadow tree, and there alone', () => {
    document.body.innerHTML = '<label for="a">Outside</label><div></div>';
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
    if (root === undefined) throw new Error('there is no shadow tree');
    expect(fieldOf(fieldIn('<label for="a">Inside</label><input id="a">', root)).label).toBe('Inside');
    expect(fieldOf(fieldIn('<label>Inside</label><p><input id="a"></p>', root)).label).toBe('Inside');
  });

  it('is not looked for behind thousands of elements without a text', () => {
    expect(fieldOf(fieldIn(`<label><input>${'<b></b>'.repeat(5000)} Name</label>`)).label).toBe('');
  });

  it('is not the title of the page', () => {
    document.title = 'Your e-mail';
    expect(fieldOf(fieldIn('<input>')).label).toBe('');
    document.title = '';
  });

  it('is cut where it is prose', () => {
    const field = fieldIn(`<label>${'By this I agree. '.repeat(1000)}<input></label>`);
    expect(fieldOf(field).label).toHaveLength(120);
  });

  it.each(['"', '\\', '"] , [id="b', '\n'])('is looked for by any id: %j', (id) => {
    const field = fieldIn('<label for="b">Name</label><input>');
    field.id = id;
    field.setAttribute('aria-labelledby', id);
    expect(fieldOf(field).label).toBe('Name');
  });
});

describe('a hostile page', () => {
  it('cannot throw from its elements', () => {
    const field = fieldIn('<form><label for="a">E-mail</label><input id="a" name="f"></form>');
    const names = 'id name type value form labels parentNode parentElement previousSibling getAttribute getRootNode';
    for (const name of names.split(' ')) {
      Object.defineProperty(field, name, {
        configurable: true,
        get: () => {
          throw new Error('page');
        },
      });
    }
    expect(kindOfField(fieldOf(field))).toBe('email');
    for (const name of names.split(' ')) Reflect.deleteProperty(field, name);
  });

  it('cannot hide a field by fields called as what is asked of a form', () => {
    const names =
      'parentNode firstChild previousSibling nextSibling querySelector getAttribute getRootNode elements id';
    const others = names.split(' ').map((name) => `<input type="hidden" name="${name}">`);
    const field = fieldIn(`<form>${others.join('')}<label for="a">E-mail</label><input data-it id="a"></form>`);
    expect(kindOfField(fieldOf(field))).toBe('email');
  });

  it('cannot make it long by ten thousand fields, nor by a million words', () => {
    const field = fieldIn(`<p>${'<input><b>x</b>'.repeat(10_000)}</p><input data-it name="email">`);
    const deep = fieldIn(`${'<div>'.repeat(500)}<i></i><input data-it name="email">${'</div>'.repeat(500)}`);
    const wordy = fieldIn(`<label>${'<b>word </b>'.repeat(10_000)}<input data-it name="email"></label>`);
    const began = performance.now();
    for (const one of [field, deep, wordy]) expect(kindOfField(fieldOf(one))).toBe('email');
    expect(performance.now() - began).toBeLessThan(300);
  });
});
