// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { defaultPath, isRefused, isShown, parseCookieLine } from '#content/hold/cookie-line.ts';

const NOW = Date.UTC(2026, 10, 24);
const HERE = { host: 'www.shop.example', path: '/acct/orders', secure: true };

function read(line: string) {
  return parseCookieLine(line, NOW);
}

describe('a line written to document.cookie', () => {
  it.each([
    ['uid=7f3a; Path=/; Secure', { name: 'uid', value: '7f3a', path: '/', secure: true, expires: null }],
    ['  uid =\t7f3a  ', { name: 'uid', value: '7f3a', path: '' }],
    ['uid=a=b=c', { name: 'uid', value: 'a=b=c' }],
    ['uid="a b"', { name: 'uid', value: '"a b"' }],
    ['nameless', { name: '', value: 'nameless' }],
    ['=nameless', { name: '', value: 'nameless' }],
    ['uid=', { name: 'uid', value: '' }],
    ['', { name: '', value: '' }],
    ['uid=1\r\nx=2; Secure', { name: 'uid', value: '1', secure: false }],
    ['uid=1; path=/a; PATH=/b', { path: '/b' }],
    ['uid=1; path=/a; path', { path: '' }],
    ['uid=1; domain=.Shop.Example', { domain: 'shop.example' }],
    ['uid=1; ; ;;secure=whatever', { secure: true }],
    ['uid=1; HttpOnly', { httpOnly: true }],
    ['uid=1; Max-Age=60', { expires: NOW + 60_000 }],
    ['uid=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', { expires: NOW + 60_000 }],
    ['uid=1; Max-Age=0', { expires: 0 }],
    ['uid=1; Max-Age=-5', { expires: 0 }],
    ['uid=1; Max-Age=soon', { expires: null }],
    ['uid=1; Max-Age=', { expires: null }],
    ['uid=1; Max-Age=-', { expires: null }],
    ['uid=1; Expires=Thu, 01-Jan-1970 00:00:01 GMT', { expires: 1000 }],
    ['uid=1; Expires=whenever', { expires: null }],
    [`uid=1; Path=/${'x'.repeat(1024)}`, { path: '' }],
  ])('%j is read as browsers read it', (line, wanted) => {
    expect(read(line)).toMatchObject(wanted);
  });

  it.each([
    ['uid=1', false],
    ['uid=1; HttpOnly', true],
    [`uid=${'x'.repeat(4096)}`, true],
    [`uid=${'x'.repeat(4093)}`, false],
    ['=', true],
    ['__Secure-uid=1', true],
    ['__secure-uid=1; Secure', false],
    ['__Host-uid=1; Secure; Path=/', false],
    ['__Host-uid=1; Secure', true],
    ['__Host-uid=1; Secure; Path=/; Domain=shop.example', true],
    ['__Host-uid', true],
  ])('%.40s is refused anyway: %s', (line, refused) => {
    expect(isRefused(read(line), HERE)).toBe(refused);
  });

  it('is refused where it asks for a secure place and the page is none', () => {
    expect(isRefused(read('uid=1; Secure'), { ...HERE, secure: false })).toBe(true);
  });

  it.each([
    ['uid=1; Path=/', true],
    ['uid=1; Path=/acct', true],
    ['uid=1; Path=/acct/', true],
    ['uid=1; Path=/acc', false],
    ['uid=1; Path=/acct/orders/1', false],
    ['uid=1; Path=/; Domain=shop.example', true],
    ['uid=1; Path=/; Domain=www.shop.example', true],
    ['uid=1; Path=/; Domain=hop.example', false],
    ['uid=1; Path=/; Domain=a.www.shop.example', false],
  ])('%j is shown to the page: %s', (line, shown) => {
    expect(isShown(read(line), HERE)).toBe(shown);
  });

  it.each([
    ['/', '/'],
    ['/acct', '/'],
    ['/acct/orders', '/acct'],
    ['/acct/', '/acct'],
    ['blank', '/'],
    ['', '/'],
  ])('written at %j has the path %j', (path, wanted) => {
    expect(defaultPath(path)).toBe(wanted);
  });
});
