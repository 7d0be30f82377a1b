import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify } from '#identify/identify.ts';
import { DAY, stored } from './stored.ts';

const UUID = '5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3';
const HEX16 = '8e6f2b7d90a1c4e3';
const HEX32 = '9c0e4b7a1f6d83520b8ce94d17f3a625';

function sure(...of: Parameters<typeof stored>): number {
  return identify(stored(...of)).confidence;
}

function kindOf(value: string): string {
  return identify(stored('xyz', value)).kind;
}

describe('a random number under a name that says nothing', () => {
  it.each([
    ['a UUID', UUID, UUID],
    ['a ULID', '01JQ8ZK4T9V3NXB7RWH2D5YCMF', '01JQ8ZK4T9V3NXB7RWH2D5YCMF'],
    ['a KSUID', '2vKx0ZkV3nTb8RwLs2Hd5YcMq7J', '2vKx0ZkV3nTb8RwLs2Hd5YcMq7J'],
    ['32 hexadecimal digits', HEX32, HEX32],
    ['eight of them', '7be01d4c', '7be01d4c'],
    ['eight capitals and digits', 'QX71KD04', 'QX71KD04'],
    ['one after a variant', `b.${HEX16}`, HEX16],
    ['one after a word', `visitor-${HEX16}`, HEX16],
    ['one before a time', `${UUID}|1772534112345`, UUID],
    ['one in a query', `v=2&id=${HEX16}&t=1772534112`, HEX16],
    ['one in JSON', `{"device":{"id":"${UUID}"},"at":1772534112345}`, UUID],
    ['one in JSON in base64', Buffer.from(`{"id":"${UUID}","n":3}`).toString('base64'), UUID],
    ['one percent-encoded and quoted', `%22${UUID}%22`, UUID],
  ])('%s is a number when kept for a year', (_what, value, token) => {
    expect(identify(stored('xyz', value))).toMatchObject({ kind: 'random-id', token });
  });

  it.each([
    ['as JSON in base64 does', 'e3109310-36f7-49c6-aca1-a39b8051156f'],
    ['as JSON in base64 does, without dashes', 'e331cfa18d24f76eb89ec23440274a5e'],
    ['as quoted text in base64 does', 'Imee6SNVz3m80rzyr4pPgw'],
    ['as a list in base64 does', 'WzXPgpRM2TFdjOj8mbCj9Q'],
  ])('is one where it begins %s', (_how, value) => {
    expect(identify(stored('xyz', value))).toMatchObject({ kind: 'random-id', token: value });
  });

  it('is one whatever chance made of it', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    const evenBytes = fc.noBias(bytes).filter((some) => new Set(some).size > 8);
    const written = fc.tuple(evenBytes, fc.constantFrom('hex', 'base64url', 'base64'));
    fc.assert(
      fc.property(written, ([some, as]) => {
        expect(identify(stored('xyz', Buffer.from(some).toString(as))).kind).toBe('random-id');
      }),
      { numRuns: 3000 },
    );
  });

  it('is the visitor’s rather than the session’s where a value holds both', () => {
    const value = `{"sessionId":"${UUID}","deviceId":"${UUID.replace('5', '6')}"}`;
    expect(identify(stored('state', value)).token).toBe(UUID.replace('5', '6'));
  });

  it('is left alone when it goes with the session, unless a third party or a name speaks for it', () => {
    expect(identify(stored('xyz', UUID, { lifetime: null })).kind).toBe('unknown');
    expect(identify(stored('xyz', UUID, { lifetime: null, party: 'third' })).kind).toBe('random-id');
    expect(identify(stored('visitor_id', UUID, { lifetime: null })).kind).toBe('random-id');
  });

  it('is surer the longer it lasts, the more it holds and the more its name hints', () => {
    expect(sure('xyz', UUID)).toBeGreaterThan(sure('xyz', '7be01d4c'));
    expect(sure('xyz', UUID)).toBeGreaterThan(sure('xyz', UUID, { lifetime: 7 * DAY }));
    expect(sure('hvid', UUID)).toBeGreaterThan(sure('xyz', UUID));
    expect(sure('xyz', UUID, { party: 'third' })).toBeGreaterThan(sure('xyz', UUID));
    expect(sure('xyz', UUID)).toBeGreaterThan(sure('app_version_hash', UUID));
  });

  it('comes with its reasons', () => {
    expect(identify(stored('hsplit', `b.${HEX16}`, { lifetime: 90 * DAY, httpOnly: true })).reasons).toEqual([
      { says: 'randomBits', args: ['64'], basis: 'inferred' },
      { says: 'lastsLong', args: ['90'], basis: 'stated' },
      { says: 'httpOnly', args: [], basis: 'stated' },
      { says: 'partOfValue', args: ['last part'], basis: 'inferred' },
    ]);
  });
});

describe('what tells nobody apart', () => {
  it.each([
    ['a language', 'pt-br'],
    ['a word', 'subscribed'],
    ['words', 'summer-sale-2027'],
    ['a sentence', 'shown on the front page'],
    ['a small number', '12'],
    ['a date', '2027-02-14'],
    ['a compact date', '20270214'],
    ['a date and time', '2027-02-14T09:30:00.000Z'],
    ['a compact date and time', '20270214T093000Z'],
    ['a time in seconds', '1772534112'],
    ['a time in milliseconds', '1772534112345'],
    ['a size of screen', '1366x768'],
    ['a version', 'v14.2.31'],
    ['an address of the network', '192.0.2.131'],
    ['an address of the web', 'https://shop.example/hi-fi?ref=a1b2c3d4e5f6'],
    ['a counting sequence', '123456789012'],
    ['an alphabet', 'ABCDEFGHIJKLMNOP'],
    ['one letter repeated', 'x'.repeat(32)],
    ['an empty UUID', '00000000-0000-0000-0000-000000000000'],
    ['nothing', ''],
    ['a queue of events that come and go', `[{"id":"${UUID}"}]`],
  ])('%s: %s', (_what, value) => {
    expect(identify(stored('xyz', value))).toMatchObject({ kind: 'unknown', token: null });
  });

  it.each([
    ['plainWord', 'subscribed'],
    ['shortValue', '12'],
    ['onlyTime', '1772534112'],
    ['onlyTime', '2027-02-14'],
    ['notRandom', '1366x768'],
  ])('and says %s of %s', (says, value) => {
    expect(identify(stored('xyz', value)).reasons[0]?.says).toBe(says);
  });

  it('no text made of words is a number', () => {
    const word = fc.constantFrom(
      'model',
      'headphones',
      'summer',
      'banner',
      'closed',
      'grid',
      'front',
      'page',
      'variant',
    );
    const words = fc.tuple(
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('-', '_', ' ', '.', '/', '|'),
    );
    fc.assert(
      fc.property(words, ([list, between]) => {
        expect(kindOf(list.join(between))).toBe('unknown');
      }),
    );
  });

  it('no time is a number', () => {
    const time = fc.date({ min: new Date('2016-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(time, (at) => {
        expect(kindOf(at.toISOString())).toBe('unknown');
        expect(kindOf(String(at.getTime()))).toBe('unknown');
        expect(kindOf(String(Math.floor(at.getTime() / 1000)))).toBe('unknown');
      }),
    );
  });

  it('but any UUID that is not all one digit is a number', () => {
    const uuid = fc.uuid({ version: [1, 4, 7] }).filter((id) => new Set(id).size > 8);
    fc.assert(
      fc.property(uuid, (id) => {
        expect(identify(stored('xyz', id)).token).toBe(id);
      }),
    );
  });
});
