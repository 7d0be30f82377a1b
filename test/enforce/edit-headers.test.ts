import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SetCookie } from '#core/set-cookie.ts';
import type { Domain } from '#core/site.ts';
import { editCookie, editSetCookie, type Header } from '#enforce/edit-headers.ts';
import { patternsOf } from '#enforce/edited-hosts.ts';

const URL_OF = 'https://shop.example/acct/login';

function withoutUid(headers: readonly Header[]): {
  readonly headers: readonly Header[];
  readonly withheld: readonly SetCookie[];
} {
  return editSetCookie(headers, { url: URL_OF, now: 0, mayKeep: ({ name }) => name !== 'uid' });
}

describe('a response', () => {
  it('loses the lines of cookies that may not be kept, and nothing else', () => {
    const headers = [
      { name: 'Content-Type', value: 'text/html' },
      { name: 'Set-Cookie', value: 'uid=7f3a; Path=/; HttpOnly' },
      { name: 'set-cookie', value: 'session=s1; Path=/' },
      { name: 'X-Uid', value: 'uid=7f3a' },
      { name: 'Set-Cookie', value: 'cart=2' },
    ];
    const { headers: edited, withheld } = withoutUid(headers);
    expect(edited).toEqual([headers[0], headers[2], headers[3], headers[4]]);
    expect(withheld).toMatchObject([{ name: 'uid', value: '7f3a', host: 'shop.example', path: '/', httpOnly: true }]);
  });

  it('whose lines are joined in one header keeps the others in it, to the byte', () => {
    const value = 'session=s1;Path=/ \nuid=1\n cart = 2 ;  HttpOnly\nuid=2; Path=/a';
    const { headers, withheld } = withoutUid([{ name: 'Set-Cookie', value }]);
    expect(headers).toEqual([{ name: 'Set-Cookie', value: 'session=s1;Path=/ \n cart = 2 ;  HttpOnly' }]);
    expect(withheld.map((cookie) => cookie.value)).toEqual(['1', '2']);
  });

  it('that has nothing to withhold keeps its very headers', () => {
    const headers = [{ name: 'Set-Cookie', value: 'session=s1\ncart=2' }, { name: 'Set-Cookie' }];
    const edited = withoutUid(headers);
    expect(edited.headers[0]).toBe(headers[0]);
    expect(edited.headers[1]).toBe(headers[1]);
    expect(edited.withheld).toEqual([]);
  });

  it('keeps a line that no browser stores', () => {
    const headers = [{ name: 'Set-Cookie', value: 'uid=1; Domain=other.example' }];
    expect(withoutUid(headers)).toEqual({ headers, withheld: [] });
  });

  it('is told where each cookie would be stored', () => {
    const asked: SetCookie[] = [];
    const mayKeep = (cookie: SetCookie): boolean => asked.push(cookie) > 0;
    const value = 'uid=1; Domain=shop.example; Path=/a\nuid=2';
    editSetCookie([{ name: 'Set-Cookie', value }], { url: URL_OF, now: 0, mayKeep });
    expect(asked.map(({ host, hostOnly, path }) => [host, hostOnly, path])).toEqual([
      ['shop.example', false, '/a'],
      ['shop.example', true, '/acct'],
    ]);
  });

  it('keeps every other header and line, in order, whatever there is', () => {
    const header = fc.record({
      name: fc.constantFrom('Set-Cookie', 'set-cookie', 'Content-Type', 'X-Other'),
      value: fc
        .array(fc.constantFrom('uid=1', 'uid = 2; Path=/', 'session=s', 'no equals', '', 'UID=3', 'uidx=4'))
        .map((lines) => lines.join('\n')),
    });
    fc.assert(
      fc.property(fc.array(header), (headers) => {
        const { headers: edited } = withoutUid(headers);
        const flat = (all: readonly Header[]): readonly string[] =>
          all.flatMap(({ name, value = '' }) => value.split('\n').map((line) => `${name.toLowerCase()}: ${line}`));
        const isUid = (line: string): boolean => /^set-cookie: uid *=/u.test(line);
        expect(flat(edited)).toEqual(flat(headers).filter((line) => !isUid(line)));
      }),
    );
  });
});

describe('a request', () => {
  const withoutUidIn = (header: string): string | null => editCookie(header, ({ name }) => name !== 'uid');

  it.each([
    ['uid=1; session=s; cart=2', 'session=s; cart=2'],
    ['session=s; uid=1; cart=2', 'session=s; cart=2'],
    ['session=s; cart=2; uid=1', 'session=s; cart=2'],
    ['uid=1; uid=2', null],
    ['uid=1', null],
    ['session=a=b; uid=c=d', 'session=a=b'],
    ['uid', 'uid'],
    ['uidx=1; UID=2', 'uidx=1; UID=2'],
    ['odd;no space=1; uid=2', 'odd;no space=1'],
  ])('that carries %s carries %s', (before, after) => {
    expect(withoutUidIn(before)).toBe(after);
  });

  it('can lose one value of a name alone', () => {
    expect(editCookie('uid=1; uid=2', ({ value }) => value !== '1')).toBe('uid=2');
  });
});

describe('the hosts whose headers are edited', () => {
  it('are a domain’s and its subdomains’', () => {
    expect(patternsOf(['shop.example', 'a.example', 'shop.example'] as Domain[])).toEqual([
      '*://*.a.example/*',
      '*://*.shop.example/*',
    ]);
  });

  it('are an address alone, and never what is no host', () => {
    expect(patternsOf(['127.0.0.1', '[::1]', '*', 'a/b', 'münchen.example', ''] as Domain[])).toEqual([
      '*://127.0.0.1/*',
      '*://[::1]/*',
    ]);
  });

  it('are all of them where nothing is said', () => {
    expect(patternsOf(null)).toEqual(['*://*/*']);
  });
});
