// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPasswords } from '#content/passwords.ts';

let told: unknown[][];
let listening: AbortController;

/** An event of the person's, or of the browser for them; a page can only make others. */
function happens(type: string, at: Element, isTrusted = true): void {
  const event = new Event(type, { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  at.dispatchEvent(event);
}

function field(html: string, value: string): HTMLInputElement {
  document.body.innerHTML = html;
  const input = document.querySelector('input');
  if (input === null) throw new Error('there is no field');
  input.value = value;
  return input;
}

function acts(isActive: boolean): void {
  Object.defineProperty(navigator, 'userActivation', { value: { isActive }, configurable: true });
}

beforeEach(() => {
  told = [];
  listening = new AbortController();
  const { signal } = listening;
  const listen = window.addEventListener.bind(window);
  vi.spyOn(globalThis, 'addEventListener').mockImplementation(
    (type: string, listener: EventListenerOrEventListenerObject) => listen(type, listener, { capture: true, signal }),
  );
  vi.useFakeTimers({ toFake: ['performance'] });
  acts(false);
  watchPasswords((...args: unknown[]) => told.push(args));
});

afterEach(() => {
  listening.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('that a password field was filled', () => {
  it.each(['input', 'change'])('is told as it happens, and nothing of what is in it: %s', (type) => {
    happens(type, field('<input type="password">', 'hunter2'));
    expect(told).toEqual([[]]);
  });

  it('is told of a field that shows what is typed', () => {
    happens('input', field('<input type="text" autocomplete="section-a current-password">', 'hunter2'));
    expect(told).toHaveLength(1);
  });

  it('is told of a field in a shadow tree', () => {
    document.body.innerHTML = '<div></div>';
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
    if (root === undefined) throw new Error('there is no shadow tree');
    root.innerHTML = '<input type="password" value="hunter2">';
    const input = root.querySelector('input');
    if (input !== null) happens('input', input);
    expect(told).toHaveLength(1);
  });

  it('is told once, and again after five minutes', () => {
    const input = field('<input type="password">', 'hunter2');
    for (let press = 0; press < 1000; press += 1) happens('input', input);
    expect(told).toHaveLength(1);
    vi.advanceTimersByTime(299_000);
    happens('input', input);
    expect(told).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    happens('input', input);
    expect(told).toHaveLength(2);
  });

  it.each([
    ['another field', '<input type="email">', 'ada@shop.example', true],
    ['an empty one', '<input type="password">', '', true],
    ['one that a script fills', '<input type="password">', 'hunter2', false],
  ])('is not told of %s', (_what, html, value, isTrusted) => {
    happens('input', field(html, value), isTrusted);
    expect(told).toEqual([]);
  });

  it('is told of one that a script filled once the person sends the form, not the page', () => {
    const input = field('<form><input type="password"></form>', 'hunter2');
    const { form } = input;
    if (form === null) throw new Error('there is no form');
    happens('submit', form);
    expect(told).toEqual([]);
    acts(true);
    happens('submit', form, false);
    expect(told).toEqual([]);
    happens('submit', form);
    expect(told).toHaveLength(1);
  });
});
