// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { cookieJar } from '#content/hold/cookie-jar.ts';
import { fakeHolder } from './jar.ts';

/** A page with a jar, and what the browser was given. */
function page(shown = '') {
  const holder = fakeHolder();
  const place = { host: 'www.shop.example', path: '/acct/orders', secure: true };
  const jar = cookieJar(holder, () => place);
  const stored: string[] = [];
  return {
    holder,
    place,
    stored,
    jar,
    write: (line: string) => jar.write(line, (kept) => stored.push(kept)),
    read: (text = shown) => jar.merge(text),
  };
}

describe('a cookie that a script writes', () => {
  it('is held where it is a number: the page sees it, the browser does not', () => {
    const { write, read, stored, holder } = page();
    write('uid=number-1; Path=/; Max-Age=60');
    expect([read(), stored]).toEqual(['uid=number-1', []]);
    expect([...holder.held.values()]).toEqual([
      { area: 'cookie', name: 'uid', value: 'number-1', line: 'uid=number-1; Path=/; Max-Age=60' },
    ]);
  });

  it('goes to the browser as it is where it is none', () => {
    const { write, read, stored } = page('lang=en');
    write('lang=en; Path=/ ;weird');
    expect([stored, read()]).toEqual([['lang=en; Path=/ ;weird'], 'lang=en']);
  });

  it('wins over a stored one of its name, and leaves the others', () => {
    const { write, read } = page();
    write('uid=number-1');
    expect(read('lang=en; uid=old; uid=older; plain')).toBe('lang=en; plain; uid=number-1');
    expect(read('uid=old')).toBe('uid=number-1');
  });

  it('without a name is held and shown without one', () => {
    const { write, read } = page();
    write('number-1');
    expect(read('lang=en')).toBe('lang=en; number-1');
  });

  it('is replaced by the next of its name and path, and told so', () => {
    const { write, read, holder } = page();
    write('uid=number-1; Path=/');
    write('uid=number-2; Path=/');
    write('uid=number-3; Path=/acct');
    expect(read()).toBe('uid=number-2; uid=number-3');
    expect(holder.held.size).toBe(2);
  });

  it('gives way to a harmless value', () => {
    const { write, read, stored, holder } = page();
    write('uid=number-1; Path=/');
    write('uid=none; Path=/');
    expect([read('uid=none'), stored, holder.held.size]).toEqual(['uid=none', ['uid=none; Path=/'], 0]);
  });

  it.each(['Max-Age=0', 'Max-Age=-1', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT'])(
    'ends by %s, also for the browser',
    (how) => {
      const { write, read, stored, holder } = page();
      write('uid=number-1; Path=/');
      write(`uid=; Path=/; ${how}`);
      expect([read(), stored, holder.held.size]).toEqual(['', [`uid=; Path=/; ${how}`], 0]);
    },
  );

  it('is ended without its number, should the browser read the date otherwise', () => {
    const { write, stored } = page();
    write('uid=number-1; Path=/; Expires=01-Jan-65 00:00:00 GMT');
    expect(stored).toEqual(['uid=; Path=/; Expires=01-Jan-65 00:00:00 GMT']);
  });

  it('is not shown where its path or domain is another, and is neither stored nor shown where browsers refuse it', () => {
    const { write, read, stored, holder, place } = page();
    write('uid=number-1; Path=/basket');
    write('vid=number-2; Path=/; Domain=other.example');
    expect([read(), holder.held.size]).toEqual(['', 2]);
    write('wid=number-3; HttpOnly');
    expect([read(), stored, holder.held.size]).toEqual(['', [], 2]);
    place.path = '/basket/1';
    expect(read()).toBe('uid=number-1');
  });

  it('ends when its time is over', () => {
    const { write, read, jar } = page();
    write('uid=number-1; Path=/; Max-Age=60');
    const real = Date.now;
    jar.each(({ expires }) => expect(expires).toBeGreaterThan(real()));
    expect(read()).toBe('uid=number-1');
  });
});
