// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Giving } from '#core/given.ts';
import { createGivings } from '#content/fields/given.ts';
import { CHECKOUT, fill, find, happens, leave, show, submit } from './a-person.ts';

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
  vi.restoreAllMocks();
});

describe('a form that is submitted', () => {
  it('gives the kinds of what was filled, and where it goes', () => {
    show(CHECKOUT);
    fill('[name="phone"]', '+49 170 1234567');
    fill('[name="name"]', 'Ada Lovelace');
    fill('[name="message"]', 'I am ill and live at 1 Example Street');
    fill('[name="email"]', ' ada@mail.example ');
    submit();
    expect(told).toEqual([
      {
        how: 'submitted',
        kinds: ['name', 'email', 'phone'],
        target: 'https://pay.example',
        emails: ['ada@mail.example'],
        phones: ['+49 170 1234567'],
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Ada Lovelace|ill|Street|order/u);
  });

  it('gives nothing that was emptied again, taken away or never filled', () => {
    show(CHECKOUT);
    fill('[name="name"]', 'Ada');
    fill('[name="name"]', '');
    fill('[name="phone"]', '+49 170 1234567');
    find('[name="phone"]').remove();
    submit();
    expect(told).toEqual([]);
  });

  it('gives nothing where only a message or a coupon was filled', () => {
    show(CHECKOUT);
    fill('[name="message"]', 'ada@mail.example');
    fill('[name="newsletter_coupon"]', 'SPRING');
    submit();
    expect(told).toEqual([]);
  });

  it('gives what is its own: by the attribute of a field too, and nothing of another form', () => {
    show('<form id="a"><input name="name"></form><form id="b"></form><input form="b" name="email">');
    fill('[name="name"]', 'Ada');
    fill('[name="email"]', 'ada@mail.example');
    submit('#b');
    expect(told).toMatchObject([{ kinds: ['email'] }]);
  });

  it('gives nothing that a script filled, nor where a script says that it was submitted', () => {
    show(CHECKOUT);
    fill('[name="name"]', 'Ada', { by: 'script' });
    submit();
    fill('[name="name"]', 'Ada');
    happens(new SubmitEvent('submit', { bubbles: true }), find('form'), false);
    expect(told).toEqual([]);
  });

  it('gives a password that a password manager filled by a script, if the person submits it', () => {
    show('<form><input name="user"><input type="password" value="hunter2"></form>');
    submit();
    expect(told).toEqual([]);
    Object.defineProperty(navigator, 'userActivation', { value: { isActive: true }, configurable: true });
    submit();
    expect(told).toMatchObject([{ how: 'submitted', kinds: ['sign-in'], emails: [] }]);
  });

  it.each([
    ['', 'https://shop.example'],
    ['/order', 'https://shop.example'],
    ['//pay.example/order', 'https://pay.example'],
    ['http://pay.example:8080/', 'http://pay.example:8080'],
    ['mailto:shop@shop.example', null],
    ['javascript:send()', null],
    ['https://', null],
  ])('with the action %j goes to %s', (action, target) => {
    vi.spyOn(location, 'href', 'get').mockReturnValue('https://shop.example/basket');
    vi.spyOn(Node.prototype, 'baseURI', 'get').mockReturnValue('https://shop.example/basket');
    show(`<base href="https://shop.example/basket"><form action="${action}"><input name="email"></form>`);
    fill('input', 'ada@mail.example');
    submit();
    expect(told.map((giving) => giving.target)).toEqual([target]);
  });

  it('goes where the button says by which it is submitted, and nowhere if it only closes', () => {
    show(CHECKOUT);
    fill('[name="name"]', 'Ada');
    const submitter = document.querySelector('button');
    submitter?.setAttribute('formaction', 'https://quick.example/');
    submit('form', { submitter });
    submitter?.setAttribute('formmethod', 'dialog');
    submit('form', { submitter });
    expect(told.map(({ target }) => target)).toEqual(['https://quick.example', null]);
  });

  it('is heard in an open shadow tree, which it does not leave', () => {
    show('<div></div>');
    const root = find('div').attachShadow({ mode: 'open' });
    root.innerHTML = '<form action="https://pay.example/"><input name="email"></form>';
    fill('input', 'ada@mail.example', { root });
    submit('form', { root });
    expect(told).toMatchObject([{ how: 'submitted', kinds: ['email'], target: 'https://pay.example' }]);
  });

  it('gives the fields of shadow trees in it', () => {
    show('<form action="https://pay.example/"><div></div></form>');
    const root = find('div').attachShadow({ mode: 'open' });
    root.innerHTML = '<input name="email">';
    fill('input', 'ada@mail.example', { root });
    submit();
    expect(told).toMatchObject([{ how: 'submitted', kinds: ['email'] }]);
  });
});

describe('a field that is left', () => {
  it('is given, once until it is changed', () => {
    show(CHECKOUT);
    fill('[name="email"]', 'ada@mail.example');
    leave('[name="email"]');
    leave('[name="email"]');
    expect(told).toEqual([{ how: 'left', kinds: ['email'], target: null, emails: ['ada@mail.example'], phones: [] }]);
    fill('[name="email"]', 'ada@post.example');
    leave('[name="email"]');
    expect(told.map(({ emails }) => emails)).toEqual([['ada@mail.example'], ['ada@post.example']]);
  });

  it('is given as its change is told where it holds an address, before a page’s listeners hear of it', () => {
    show(CHECKOUT);
    const order: string[] = [];
    find('[name="email"]').addEventListener('change', () => order.push(`page ${told.length}`));
    fill('[name="email"]', 'ada@mail.example');
    happens(new Event('change', { bubbles: true, composed: true }), find('[name="email"]'));
    leave('[name="email"]');
    fill('[name="name"]', 'Ada');
    happens(new Event('change', { bubbles: true, composed: true }), find('[name="name"]'));
    expect(order).toEqual(['page 1']);
    expect(told).toEqual([{ how: 'left', kinds: ['email'], target: null, emails: ['ada@mail.example'], phones: [] }]);
  });

  it('is not given where nothing was written, or half an address', () => {
    show(CHECKOUT);
    leave('[name="name"]');
    fill('[name="email"]', 'ada');
    leave('[name="email"]');
    expect(told).toEqual([]);
  });

  it('is not given again after the form was submitted', () => {
    show(CHECKOUT);
    fill('[name="name"]', 'Ada');
    submit();
    leave('[name="name"]');
    expect(told.map(({ how }) => how)).toEqual(['submitted']);
  });

  it('is part of a card if another part stands by it', () => {
    show('<form><input name="cardnumber"><input name="exp-date"></form><form id="b"><input name="cardnumber"></form>');
    fill('#b input', '1234 5678');
    leave('#b input');
    fill('[name="cardnumber"]', '4111 1111 1111 1111');
    leave('[name="cardnumber"]');
    expect(told).toEqual([]);
    fill('[name="exp-date"]', '12/29');
    leave('[name="exp-date"]');
    expect(told).toMatchObject([{ how: 'left', kinds: ['card'] }]);
  });

  it.each([
    ['ada@mail.example', 'email', { emails: ['ada@mail.example'], phones: [] }],
    ['+49 170 1234567', 'phone', { emails: [], phones: ['+49 170 1234567'] }],
  ])('for an address or a number is what is in it: %s', (value, kind, contacts) => {
    show('<label>E-mail or mobile number <input name="login"></label>');
    fill('input', value);
    leave('input');
    expect(told).toMatchObject([{ kinds: [kind], ...contacts }]);
  });

  it('is heard in an open shadow tree, and told once where the event leaves it too', () => {
    show('<div></div>');
    const root = find('div').attachShadow({ mode: 'open' });
    root.innerHTML = '<input name="email"><input name="phone">';
    fill('[name="email"]', 'ada@mail.example', { root });
    leave('[name="email"]', root);
    fill('[name="phone"]', '555 010 0123', { root });
    happens(new FocusEvent('blur', { composed: true }), find('[name="phone"]', root));
    expect(told.map(({ kinds }) => kinds)).toEqual([['email'], ['phone']]);
  });

  it('is of a card only as long as the other part is there', () => {
    show('<input name="cardnumber"><input name="exp-date">');
    fill('[name="cardnumber"]', '4111 1111 1111 1111');
    fill('[name="exp-date"]', '12/29');
    find('[name="cardnumber"]').remove();
    leave('[name="exp-date"]');
    expect(told).toEqual([]);
  });

  it('is heard to be changed in a shadow tree by an event that does not leave it', () => {
    show('<div></div>');
    const root = find('div').attachShadow({ mode: 'open' });
    root.innerHTML = '<input name="email"><select name="birth_year"><option>1990</select>';
    fill('input', 'ada@mail.example', { root });
    happens(new Event('change'), find('select', root));
    leave('select', root);
    expect(told).toMatchObject([{ how: 'left', kinds: ['birth'] }]);
  });

  it('is not given where a script says that it is left', () => {
    show(CHECKOUT);
    fill('[name="name"]', 'Ada');
    happens(new FocusEvent('blur'), find('[name="name"]'), false);
    expect(told).toEqual([]);
  });

  it('of a select is what was chosen, not what is there', () => {
    show('<select name="birth_year"><option>1990<option>1991</select>');
    leave('select');
    expect(told).toEqual([]);
    happens(new Event('change', { bubbles: true }), find('select'));
    leave('select');
    expect(told).toMatchObject([{ kinds: ['birth'] }]);
  });
});

describe('listening', () => {
  it('is for nothing but changes and submitting on a page where nobody types', () => {
    listening.abort();
    listening = new AbortController();
    const listen = vi.spyOn(window, 'addEventListener');
    createGivings(document, (giving) => told.push(giving), listening);
    expect(listen.mock.calls.map(([type]) => type)).toEqual(['input', 'change', 'submit']);
  });

  it('ends with the signal', () => {
    show(CHECKOUT);
    fill('[name="name"]', 'Ada');
    listening.abort();
    submit();
    leave('[name="name"]');
    expect(told).toEqual([]);
  });

  it('survives a form whose fields are called as what is asked of it', () => {
    const names = 'elements parentNode getAttribute action method baseURI isConnected querySelector getRootNode';
    const others = names.split(' ').map((name) => `<input type="hidden" name="${name}">`);
    show(`<form action="https://pay.example/">${others.join('')}<p><input name="email"></p></form>`);
    fill('[name="email"]', 'ada@mail.example');
    submit();
    expect(told).toMatchObject([{ kinds: ['email'], target: 'https://pay.example' }]);
  });

  it('forgets a field after two hundred others', () => {
    show(`<form id="a"><input name="name"></form>${'<p><input type="email"></p>'.repeat(200)}`);
    fill('[name="name"]', 'Ada');
    submit();
    for (const field of document.querySelectorAll<HTMLInputElement>('[type="email"]')) {
      field.value = 'ada@mail.example';
      happens(new Event('input', { bubbles: true }), field);
    }
    submit();
    expect(told.map(({ kinds }) => kinds)).toEqual([['name']]);
  });

  it('keeps in mind the last two hundred fields, of which it tells fifty', () => {
    show(`<form>${'<p><input type="email"></p>'.repeat(1000)}</form>`);
    const fields = [...document.querySelectorAll('input')];
    for (const [index, field] of fields.entries()) {
      field.value = `a${index}@mail.example`;
      happens(new Event('input', { bubbles: true, composed: true }), field);
    }
    const began = performance.now();
    submit();
    expect(told.map(({ kinds, emails }) => [kinds, emails.length, emails.at(-1)])).toEqual([
      [['email'], 50, 'a999@mail.example'],
    ]);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
