import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareUrl } from '#decode/bare-url.ts';
import { orderOf } from '#decode/order.ts';
import { searchOf } from '#decode/search.ts';
import { sectionOf } from '#decode/sections.ts';

describe('an address as it may be noted', () => {
  it.each([
    ['https://shop.example/search?q=car+mp3&from=ada%40mail.example', 'https://shop.example/search?q=car+mp3&from='],
    ['https://ada:secret@shop.example/hi-fi#card=4242', 'https://shop.example/hi-fi'],
    [
      'https://shop.example/order/thank-you?order=H-1042&name=Ada',
      'https://shop.example/order/thank-you?order=H-1042&name=',
    ],
    ['https://shop.example/support?contact=ada%40mail.example', 'https://shop.example/support?contact='],
    ['nonsense', ''],
  ])('%s becomes %s', (url, bare) => {
    expect(bareUrl(url)).toBe(bare);
  });

  it('says the same of section, search and order', () => {
    const parameter = fc.tuple(fc.constantFrom('q', 's', 'order', 'name', 'page', 'ref'), fc.string());
    const address = fc.tuple(
      fc.constantFrom('/', '/search', '/hi-fi/model-2', '/order/thank-you', '/checkout/order-received/12/'),
      fc.array(parameter, { maxLength: 4 }),
    );
    fc.assert(
      fc.property(address, ([path, parameters]) => {
        const url = `https://shop.example${path}?${new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString()}`;
        const bare = bareUrl(url);
        expect(sectionOf(bare)).toBe(sectionOf(url));
        expect(searchOf(bare)?.term).toBe(searchOf(url)?.term);
        expect(orderOf(bare)).toEqual(orderOf(url));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof bareUrl(text)).toBe('string');
      }),
    );
  });
});
