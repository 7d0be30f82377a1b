import { describe, expect, it } from 'vitest';
import { purposeByName } from '#identify/database.ts';
import { identify } from '#identify/identify.ts';
import { withPurpose } from '#identify/purpose.ts';
import { stored } from './stored.ts';

describe('the purpose a database lists a name under', () => {
  it.each([
    ['a whole name', '_gat', 'shop.example', 'analytics'],
    ['a beginning', '_gat_UA-42', 'shop.example', 'analytics'],
    ['a name that is listed for one domain, there', 'IDE', 'doubleclick.net', 'advertising'],
    ['and below it', 'IDE', 'ads.doubleclick.net', 'advertising'],
    ['not elsewhere', 'IDE', 'notdoubleclick.net', null],
    ['a name of the language itself', 'constructor', 'shop.example', null],
    ['no name', '', 'shop.example', null],
    ['a name that is not listed', 'zzyzx-4711', 'shop.example', null],
  ])('is that of %s: %s on %s', (_what, name, host, purpose) => {
    expect(purposeByName(name, host)).toBe(purpose);
  });
});

describe('what a stored value is for', () => {
  const judge = (...of: Parameters<typeof stored>) => {
    const evidence = stored(...of);
    return withPurpose(identify(evidence), evidence);
  };

  it('is as the database lists its name, which is said', () => {
    const { kind, purpose, reasons } = judge('uuid2', '5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3', { host: 'adnxs.com' });
    expect([kind, purpose]).toEqual(['random-id', 'advertising']);
    expect(reasons).toContainEqual({ says: 'listedAdvertising', args: [], basis: 'inferred' });
  });

  it('is advertising where another company keeps it and nothing else is known', () => {
    expect(judge('zzyzx', '0', { party: 'third' })).toMatchObject({ kind: 'unknown', purpose: 'advertising' });
    expect(judge('zzyzx', '0')).toMatchObject({ kind: 'unknown', purpose: 'functional' });
  });

  it.each(['session_token', 'csrftoken', 'cart', 'lang', 'CookieConsent', '_ga'])('changes nothing of %s', (name) => {
    const evidence = stored(name, name === '_ga' ? 'GA1.1.1846203957.1772534112' : 'a1');
    expect(withPurpose(identify(evidence), evidence)).toEqual(identify(evidence));
  });
});
