import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchOf } from '#decode/search.ts';
import { anyAddress } from './addresses.ts';

function search(path: string) {
  return searchOf(`https://shop.example${path}`);
}

describe('a search', () => {
  it.each([
    ['/search?q=car+mp3+player', 'car mp3 player', 'q'],
    ['/?q=headphones', 'headphones', 'q'],
    ['/anything?query=caf%C3%A9', 'café', 'query'],
    ['/?s=hi%20fi', 'hi fi', 's'],
    ['/search?s=hi-fi', 'hi-fi', 's'],
    ['/s?k=amplifier', 'amplifier', 'k'],
    ['/search?p=turntable', 'turntable', 'p'],
    ['/results?search_query=amp', 'amp', 'search_query'],
    ['/list?searchTerm=amp', 'amp', 'searchTerm'],
    ['/list?keywords=amp', 'amp', 'keywords'],
    ['/suche?text=r%C3%B6hre', 'röhre', 'text'],
    ['/search/car+mp3', 'car mp3', 'search'],
    ['/search/car%20mp3/', 'car mp3', 'search'],
    ['/#/search?q=amp', 'amp', 'q'],
    ['/search?q=5901234123457', '5901234123457', 'q'],
    ['/search?text=exact&q=amp', 'amp', 'q'],
    ['/search?q=AC%2FDC', 'AC/DC', 'q'],
    ['/search?q=%20%20wide%20%20%20gap%20', 'wide gap', 'q'],
    ['/search?q=ada%40mail.example', '***@***', 'q'],
    ['/search?q=from+ada%40mail.example+to+b%40c.example', 'from ***@*** to ***@***', 'q'],
  ])('%s asks for %j', (path, term, parameter) => {
    expect(search(path)).toEqual({ term, parameter });
  });
});

describe('no search', () => {
  it.each([
    ['an empty field', '/search?q='],
    ['a blank field', '/search?q=%20+'],
    ['a page without parameters', '/search'],
    ['an s elsewhere', '/account?s=1'],
    ['a p elsewhere', '/blog?p=12'],
    ['a flag', '/list?search=true'],
    ['where to go next', '/login?q=https%3A%2F%2Fshop.example%2Forders'],
    ['a path', '/login?q=/orders'],
    ['an e-mail address elsewhere', '/account?q=ada%40mail.example'],
    ['a token', '/list?q=eyJhbGciOiJIUzI1NiJ9eyJzdWIiOiIxIn0'],
    ['a structure', '/api?query=%7Buser%7Bname%7D%7D'],
    ['a page of results', '/search/page'],
    ['deeper paths', '/search/car/mp3'],
    ['no address', 'not an address'],
  ])('%s: %s', (_what, path) => {
    expect(search(path)).toBeNull();
  });
});

describe('any address', () => {
  it('gives a term of 1 to 200 printable characters on one line, or none', () => {
    fc.assert(
      fc.property(anyAddress, (url) => {
        expect(searchOf(url)?.term ?? 'none').toMatch(
          /^(?:(?![\u200C\u200D])[^\p{Cc}\p{Cf}\p{Cs}]|[\u200C\u200D]){1,200}$/u,
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives the same term when searched for that term', () => {
    fc.assert(
      fc.property(anyAddress, (url) => {
        const term = searchOf(url)?.term ?? 'amp';
        expect(search(`/search?q=${encodeURIComponent(term)}`)?.term).toBe(term);
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives what a person typed, whatever it was', () => {
    const typed = fc.array(fc.stringMatching(/^[\p{L}\d]{1,12}$/u), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(typed, (words) => {
        const term = words.join(' ');
        const query = new URLSearchParams({ q: term }).toString();
        expect(search(`/search?${query}`)?.term).toBe(term);
      }),
      { numRuns: 10_000 },
    );
  });
});
