// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Giving } from '#core/given.ts';
import { createGivings } from '#content/fields/given.ts';
import { CHECKOUT, enter, fill, leave, press, show } from './a-person.ts';

let told: Giving[];
let listening: AbortController;

beforeEach(() => {
  told = [];
  listening = new AbortController();
  Object.defineProperty(navigator, 'userActivation', { value: { isActive: false }, configurable: true });
  createGivings(document, (giving) => told.push(giving), listening);
});

afterEach(() => {
  listening.abort();
});

const FORMLESS = `
  <header><nav><ul><li><button id="menu">Menu</button></li></ul></nav></header>
  <main><section>
    <div class="sign-in"><p><input name="email"></p><p><input type="password"></p><div><button id="go"><b>Go</b></button></div></div>
    <aside><input name="first_name"><span role="button" id="greet">Greet me</span></aside>
  </section></main>`;

describe('a press where there is no form', () => {
  it('gives what was filled in the smallest container, once until it is changed', () => {
    show(FORMLESS);
    fill('[name="first_name"]', 'Ada');
    fill('[name="email"]', 'ada@mail.example');
    fill('[type="password"]', 'hunter2');
    press('#go b');
    press('#go');
    expect(told).toEqual([
      { how: 'pressed', kinds: ['email', 'sign-in'], target: null, emails: ['ada@mail.example'], phones: [] },
      { how: 'pressed', kinds: ['name'], target: null, emails: [], phones: [] },
    ]);
  });

  it.each([
    ['of something that acts as a button', '#greet', true, [['name']]],
    ['of a button far away', '#menu', true, []],
    ['of no button', 'p', true, []],
    ['that a script makes', '#greet', false, []],
  ])('%s: %s', (_what, selector, isTrusted, kinds) => {
    show(FORMLESS);
    fill('[name="first_name"]', 'Ada');
    press(selector, isTrusted);
    expect(told.map((giving) => giving.kinds)).toEqual(kinds);
  });

  it('gives nothing of a form, which is submitted or not', () => {
    show(`<div>${CHECKOUT}<button id="other">Other</button></div>`);
    fill('[name="name"]', 'Ada');
    press('form button');
    press('#other');
    enter('[name="name"]');
    expect(told).toEqual([]);
  });

  it('gives nothing of a form that its fields only name', () => {
    show('<form id="a"></form><div><input form="a" name="email"><button>Go</button></div>');
    fill('input', 'ada@mail.example');
    press('button');
    enter('input');
    expect(told).toEqual([]);
  });

  it('of Enter gives the field and those nearest to it', () => {
    show(FORMLESS);
    fill('[name="first_name"]', 'Ada');
    fill('[name="email"]', 'ada@mail.example');
    fill('[type="password"]', 'hunter2');
    enter('[type="password"]', { isComposing: true });
    enter('[type="password"]', { key: 'a' });
    expect(told).toEqual([]);
    enter('[type="password"]');
    expect(told).toMatchObject([{ how: 'pressed', kinds: ['email', 'sign-in'] }]);
  });

  it('of Enter gives the field alone where no other is filled', () => {
    show('<div><input name="email"></div>');
    fill('input', 'ada@mail.example');
    enter('input');
    leave('input');
    expect(told).toMatchObject([{ how: 'pressed', kinds: ['email'] }]);
  });
});
