// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Realm } from '#content/hold/here.ts';
import { fakeHolder } from './jar.ts';
import { SimulatedStorage, simulatedStorage } from './simulated-storage.ts';

vi.stubGlobal('Storage', SimulatedStorage);
const { storageAreas } = await import('#content/hold/storage-areas.ts');
const { holdWebStorage, storageGetters } = await import('#content/hold/web-storage.ts');

const raw = simulatedStorage();
const holder = fakeHolder();
const before = Object.getOwnPropertyDescriptors(Storage.prototype);
const window = { Storage, StorageEvent } as unknown as Realm;
for (const name of ['localStorage', 'sessionStorage'] as const) {
  Object.defineProperty(window, name, { configurable: true, enumerable: true, get: () => raw });
}
holdWebStorage(storageAreas(holder), { realm: window, getters: storageGetters(window) });
const { localStorage: storage } = window;

/** What the browser really has. */
function stored(key: string): string | null {
  return before.getItem.value?.call(raw, key) ?? null;
}

afterEach(() => storage.clear());

describe('web storage in which numbers are held', () => {
  it('is one object, and is what it was', () => {
    expect(window.localStorage).toBe(storage);
    expect(storage).toBeInstanceOf(Storage);
    expect(storage).not.toBe(raw);
  });

  it('has functions with the names, lengths and manners of the browser’s', () => {
    const after = Object.getOwnPropertyDescriptors(Storage.prototype);
    for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key'] as const) {
      const [was, is] = [before[name], after[name]];
      expect({ ...is, value: null }).toEqual({ ...was, value: null });
      expect([is.value?.name, is.value?.length]).toEqual([was.value?.name, was.value?.length]);
      expect(Object.hasOwn(is.value as object, 'prototype')).toBe(false);
    }
  });

  it.each<readonly [string, (key: string, value: string) => void]>([
    ['setItem', (key, value) => storage.setItem(key, value)],
    ['a property', (key, value) => (storage[key] = value)],
    ['a defined property', (key, value) => Object.defineProperty(storage, key, { value })],
    ['Object.assign', (key, value) => Object.assign(storage, { [key]: value })],
    ['the inherited function', (key, value) => Storage.prototype.setItem.call(storage, key, value)],
  ])('holds a number written by %s, and stores what is none', (_, write) => {
    write('uid', 'number-1');
    write('lang', 'en');
    expect([stored('uid'), stored('lang')]).toEqual([null, 'en']);
    expect([storage.getItem('uid'), storage['uid'], storage['lang']]).toEqual(['number-1', 'number-1', 'en']);
    expect([Object.keys(storage).toSorted(), storage.length, 'uid' in storage]).toEqual([['lang', 'uid'], 2, true]);
    expect([storage.key(0), storage.key(1), storage.key(2)]).toEqual(['lang', 'uid', null]);
    expect(JSON.parse(JSON.stringify(storage))).toEqual({ lang: 'en', uid: 'number-1' });
  });

  it('makes text of what it is given once, in order', () => {
    const made: string[] = [];
    const text = (of: string) => ({ toString: () => (made.push(of), of) }) as unknown as string;
    storage.setItem(text('uid'), text('number-1'));
    storage.setItem(text('lang'), text('en'));
    expect(made).toEqual(['uid', 'number-1', 'lang', 'en']);
    expect(() => storage.setItem('uid', Symbol('no') as unknown as string)).toThrow(TypeError);
  });

  it('loses a held value when the page removes, clears or replaces it, and tells so', () => {
    storage.setItem('uid', 'number-1');
    storage.removeItem('uid');
    storage['vid'] = 'number-2';
    expect(Reflect.deleteProperty(storage, 'vid')).toBe(true);
    storage.setItem('wid', 'number-3');
    storage.setItem('wid', 'none');
    storage.setItem('xid', 'number-4');
    expect(holder.held.size).toBe(1);
    storage.clear();
    expect([holder.held.size, storage.length, stored('wid')]).toEqual([0, 0, null]);
  });

  it('shows a held value before a stored one of its key, and counts them once', () => {
    before.setItem.value?.call(raw, 'uid', 'old');
    storage.setItem('uid', 'number-1');
    expect([storage.getItem('uid'), storage.length, Object.keys(storage)]).toEqual(['number-1', 1, ['uid']]);
    expect(stored('uid')).toBe('old');
  });

  it('is not confused by keys with the names of its functions', () => {
    storage.setItem('getItem', 'number-1');
    storage.setItem('__proto__', 'number-2');
    expect([typeof storage.getItem, storage.getItem('getItem'), storage.getItem('__proto__')]).toEqual([
      'function',
      'number-1',
      'number-2',
    ]);
  });
});
