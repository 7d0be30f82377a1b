import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf, domainOfHost, siteOf } from '#core/site.ts';
import { parseUrl } from '#core/url.ts';

describe('a registrable domain', () => {
  it.each([
    ['shop.example', 'shop.example'],
    ['www.shop.example', 'shop.example'],
    ['.shop.example', 'shop.example'],
    ['WWW.Shop.Example', 'shop.example'],
    ['shop.co.uk', 'shop.co.uk'],
    ['www.shop.co.uk', 'shop.co.uk'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['co.uk', 'co.uk'],
  ])('%s belongs to %s', (host, domain) => {
    expect(domainOfHost(host)).toBe(domain);
  });

  it('keeps two projects of one hosting provider apart', () => {
    expect(domainOfHost('ada.github.io')).toBe('ada.github.io');
    expect(domainOfHost('ada.github.io')).not.toBe(domainOfHost('grace.github.io'));
  });

  it('is that of pages and sockets, and of nothing that is not of the web', () => {
    expect(domainOf('https://www.shop.example/hi-fi')).toBe('shop.example');
    expect(domainOf('wss://live.shop.example/')).toBe('shop.example');
    expect(domainOf('about:blank')).toBeUndefined();
    expect(domainOf('file:///etc/hosts')).toBeUndefined();
    expect(domainOf('no address')).toBeUndefined();
  });

  it('of a domain is that domain', () => {
    fc.assert(
      fc.property(fc.domain(), (host) => {
        expect(domainOfHost(domainOfHost(host))).toBe(domainOfHost(host));
      }),
    );
  });
});

describe('a site', () => {
  it('is schemeful: http and https are two', () => {
    expect(siteOf('https://www.shop.example/hi-fi')).toBe('https://shop.example');
    expect(siteOf('http://www.shop.example/')).toBe('http://shop.example');
  });

  it('of a socket is that of the page beside it, and has no port', () => {
    expect(siteOf('wss://live.shop.example:8443/')).toBe('https://shop.example');
    expect(siteOf('ws://shop.example:8080/')).toBe('http://shop.example');
  });

  it('is nothing outside the web', () => {
    expect(siteOf('data:text/html,hello')).toBeUndefined();
    expect(siteOf('moz-extension://5d1f0c7e/popup.html')).toBeUndefined();
  });
});

describe('any text', () => {
  it('is a URL or is not: parsing never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        expect(parseUrl(text) === undefined).toBe(!URL.canParse(text));
        expect(domainOf(text) === undefined).toBe(siteOf(text) === undefined);
      }),
      { numRuns: 10_000 },
    );
  });
});
