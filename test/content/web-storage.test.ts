// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { storageLook, wholeItem } from '#content/web-storage.ts';

const UUID = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';
const OTHER = '0c95d7e4-18b2-4a6f-8d3b-5e2a71c09f86';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('a look at web storage', () => {
  it('tells numbers whole, with where they are kept', () => {
    localStorage.setItem('device', UUID);
    const { items, keys } = storageLook('first')();
    expect(items).toMatchObject([
      { area: 'local-storage', key: 'device', value: UUID, verdict: { kind: 'random-id' } },
    ]);
    expect(keys).toEqual(['device']);
  });

  it('tells of anything else what it is, a harmless value at most, and never a secret', () => {
    localStorage.setItem('theme', 'dark');
    localStorage.setItem('auth_token', `eyJhbGciOiJIUzI1NiJ9.${'a1B2c3'.repeat(12)}.c2lnbmF0dXJl`);
    localStorage.setItem('draft', 'Dear Anna, my card is 4111 1111 1111 1111');
    sessionStorage.setItem('csrf_token', UUID);
    const { items, keys } = storageLook('first')();
    expect(items.map(({ key, value }) => [key, value])).toEqual([
      ['theme', 'dark'],
      ['auth_token', ''],
      ['draft', ''],
      ['csrf_token', ''],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/a1B2c3|Anna|4111|7f3a9c21/u);
    expect(keys).toEqual(['theme', 'auth_token', 'draft']);
  });

  it('tells once what stays the same, and again what changed', () => {
    localStorage.setItem('device', UUID);
    localStorage.setItem('theme', 'dark');
    const look = storageLook('first');
    look();
    expect(look().items).toEqual([]);
    localStorage.setItem('device', OTHER);
    expect(look()).toMatchObject({ items: [{ key: 'device', value: OTHER }], keys: ['device', 'theme'] });
  });

  it('names the keys there are, those removed no more, whose going is news', () => {
    localStorage.setItem('device', UUID);
    localStorage.setItem('visitor', OTHER);
    const look = storageLook('first');
    expect(look().keys).toEqual(['device', 'visitor']);
    localStorage.removeItem('device');
    expect(look()).toEqual({ items: [], keys: ['visitor'], news: true });
    expect(look().news).toBe(false);
  });

  it('tells all of one value that it is asked for, whatever it is', () => {
    sessionStorage.setItem('csrf_token', UUID);
    const asked = { area: 'session-storage', key: 'csrf_token' } as const;
    expect(wholeItem(asked, 'first')).toMatchObject({ ...asked, value: UUID, verdict: { kind: 'security' } });
    expect(wholeItem({ ...asked, key: 'other' }, 'first')).toBeNull();
    expect(wholeItem({ ...asked, area: 'local-storage' }, 'first')).toBeNull();
  });

  it('looks at three hundred keys of an area at most, and keeps values to 4 KB', () => {
    for (let index = 0; index < 1000; index += 1) localStorage.setItem(`k${index}`, 'x');
    expect(storageLook('first')().items).toHaveLength(300);
    localStorage.clear();
    localStorage.setItem('ajs_anonymous_id', `{"id":"${UUID}","more":"${'y'.repeat(9000)}"}`);
    for (const { value } of storageLook('first')().items) expect(value.length).toBeLessThanOrEqual(4096);
  });

  it('finds nothing where the browser refuses it', () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(storageLook('third')()).toEqual({ items: [], keys: [], news: false });
    vi.restoreAllMocks();
  });
});
