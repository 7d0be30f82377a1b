import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '#decode/address.ts';
import { anyAddress } from './addresses.ts';

describe('what is kept of an address', () => {
  it('is its origin, its path and the names of its parameters', () => {
    expect(addressOf('https://shop.example:8443/search?q=car+mp3&page=2#results')).toEqual({
      origin: 'https://shop.example:8443',
      path: '/search',
      parameters: ['q', 'page'],
    });
  });

  it('holds no value, no credentials and no fragment', () => {
    const kept = JSON.stringify(addressOf('https://ada:pass@shop.example/?token=s3cret#part'));
    expect(kept).not.toMatch(/ada|pass|s3cret|part/u);
  });

  it('names each parameter once', () => {
    expect(addressOf('https://shop.example/?a=1&b=2&a=3')?.parameters).toEqual(['a', 'b']);
  });

  it('is that of a socket too, and nothing of what is not of the web', () => {
    expect(addressOf('wss://live.example/feed')?.origin).toBe('wss://live.example');
    expect(addressOf('data:text/html,hello')).toBeNull();
    expect(addressOf('about:blank')).toBeNull();
    expect(addressOf('nothing')).toBeNull();
  });
});

describe('any address', () => {
  const long = fc
    .tuple(anyAddress, fc.nat(400))
    .map(([url, times]) => `${url}${'/segment?name=1&other'.repeat(times)}`);

  it('is kept within bounds', () => {
    fc.assert(
      fc.property(fc.oneof(anyAddress, long), (url) => {
        const kept = addressOf(url);
        expect(kept?.path.length ?? 0).toBeLessThanOrEqual(300);
        expect(kept?.parameters.length ?? 0).toBeLessThanOrEqual(40);
        for (const name of kept?.parameters ?? []) expect(name).toMatch(/^[^\p{Cc}\p{Cs}]{1,60}$/u);
      }),
      { numRuns: 10_000 },
    );
  });

  it('keeps its first forty parameters', () => {
    const names = Array.from({ length: 50 }, (_, index) => `p${index}`);
    expect(addressOf(`https://shop.example/?${names.join('=&')}`)?.parameters).toEqual(names.slice(0, 40));
  });

  it('is kept the same when what was kept is read again', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const kept = addressOf(url);
        expect(addressOf(`${kept?.origin}${kept?.path}`)).toEqual({ ...kept, parameters: [] });
      }),
      { numRuns: 10_000 },
    );
  });
});
