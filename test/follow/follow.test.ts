import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createNeedles, type Needles } from '#follow/needles.ts';
import { follow } from '#follow/follow.ts';
import type { Sent } from '#follow/parts.ts';

const UUID = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';
const GA = '1423778943.1795341600';
const MIXED = 'kX9+qL/2vT7=wZ4';

function following(...numbers: readonly string[]): Needles<string> {
  const needles = createNeedles<string>();
  for (const number of numbers) needles.add(number, number);
  return needles;
}

/** As `number form in name (packed)`. */
function found(needles: Needles<string>, sent: Sent | string): readonly string[] {
  const all = follow(needles, typeof sent === 'string' ? { url: sent } : sent);
  return all.map(({ form, in: where, name, packed }) =>
    [form, where, name, ...packed].filter((text) => text !== '').join(' '),
  );
}

function hash(how: string, encoding: 'hex' | 'base64' | 'base64url'): string {
  return createHash(how).update(UUID).digest(encoding);
}

const b64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a number is found', () => {
  it.each<[string, string]>([
    [`https://ads.example/p?id=${UUID}`, 'as-such address id'],
    [`https://ads.example/${UUID}/p.gif`, 'as-such address'],
    [`https://ads.example/p;uid=${UUID};x=1`, 'as-such address uid'],
    [`https://ads.example/#${UUID}`, 'as-such address'],
    [`https://ads.example/p?id=${UUID.toUpperCase()}`, 'upper-case address id'],
    [`https://ads.example/p?id=${b64(UUID).replace(/=+$/u, '')}`, 'base64 address id'],
    [`https://ads.example/p?d=${encodeURIComponent(b64(`{"id":"${UUID}"}`))}`, 'base64 address d'],
    [`https://ads.example/p?d=${encodeURIComponent(b64(`{"a":1,"id":"${UUID}"}`))}`, 'base64 address d'],
    [`https://ads.example/p?d=${encodeURIComponent(b64(`{"ab":1,"id":"${UUID}"}`))}`, 'base64 address d'],
    [`https://ads.example/p?id=${Buffer.from(UUID).toString('hex')}`, 'hex address id'],
    [`https://ads.example/p?id=${hash('md5', 'hex')}`, 'md5 address id'],
    [`https://ads.example/p?id=${hash('sha1', 'hex')}`, 'sha1 address id'],
    [`https://ads.example/p?id=${hash('sha256', 'hex')}`, 'sha256 address id'],
    [`https://ads.example/p?id=${hash('sha256', 'hex').toUpperCase()}`, 'sha256 address id'],
    [`https://ads.example/p?id=${hash('sha256', 'base64url')}`, 'sha256 address id'],
    [`https://ads.example/p?id=${encodeURIComponent(hash('sha512', 'base64'))}`, 'sha512 address id percent'],
    [`https://ads.example/p?u=${encodeURIComponent(`https://a.example/?id=${UUID}`)}`, 'as-such address u percent'],
    [
      `https://ads.example/p?u=${encodeURIComponent(encodeURIComponent(`x=1&id=${UUID}`))}`,
      'as-such address u percent percent',
    ],
    [`https://ads.example/p?d=${b64(JSON.stringify({ h: hash('sha1', 'hex') }))}`, 'sha1 address d base64'],
  ])('in %s', (url, expected) => {
    expect(found(following(UUID), url)).toEqual([expected]);
  });

  it.each<[string, Omit<Sent, 'url'>, string]>([
    ['a form', { body: `a=1&visitor=${UUID}` }, 'as-such body visitor'],
    ['JSON', { body: JSON.stringify({ events: [{ user: { id: UUID } }] }) }, 'as-such body events.0.user.id'],
    ['JSON in JSON', { body: JSON.stringify({ d: JSON.stringify({ id: `\n${UUID}` }) }) }, 'as-such body d escapes'],
    ['text', { body: `visitor: ${UUID}` }, 'as-such body'],
    ['a referrer', { referrer: `https://shop.example/?v=${UUID}` }, 'as-such referrer'],
    ['a message', { body: `{"id":"${UUID}"}`, isMessage: true }, 'as-such message id'],
  ])('in %s', (_, sent, expected) => {
    expect(found(following(UUID), { url: 'https://ads.example/', ...sent })).toEqual([expected]);
  });

  it('percent-encoded, where that is another text', () => {
    const url = `https://ads.example/p?id=${encodeURIComponent(MIXED)}&low=${MIXED.toLowerCase().replaceAll('+', '%2b')}`;
    expect(found(following(MIXED), url)).toContain('url-encoded address id');
  });

  it('in every form that stands there, and each number apart', () => {
    const url = `https://ads.example/p?a=${UUID}&h=${hash('sha256', 'hex')}&g=${GA}`;
    expect(found(following(UUID, GA), url)).toEqual(['as-such address a', 'sha256 address h', 'as-such address g']);
  });
});

describe('nothing is claimed', () => {
  it.each([
    // One sign off, at both ends and in the middle; cut short; in the middle of something longer.
    `https://ads.example/p?id=${UUID.slice(0, -1)}5`,
    `https://ads.example/p?id=8${UUID.slice(1)}`,
    `https://ads.example/p?id=${UUID.replace('4d1c', '4d1d')}`,
    `https://ads.example/p?id=${UUID.slice(0, 18)}`,
    `https://ads.example/p?id=${UUID.slice(4)}`,
    `https://ads.example/p?id=a${UUID}`,
    `https://ads.example/p?id=${UUID}0`,
    `https://ads.example/p?id=${GA.slice(0, -1)}`,
    `https://ads.example/p?id=1${GA}`,
    `https://ads.example/p?id=${GA.replace('.', '')}`,
    `https://ads.example/p?id=${hash('sha256', 'hex').slice(0, -1)}`,
    `https://ads.example/p?t=1795341600&d=2026-11-22`,
  ])('of %s', (url) => {
    expect(found(following(UUID, GA), url)).toEqual([]);
  });

  it('of a number that is no longer followed', () => {
    const needles = following(UUID, GA);
    needles.remove(UUID);
    expect(found(needles, `https://ads.example/?a=${UUID}&b=${GA}`)).toEqual(['as-such address b']);
    needles.clear();
    expect(found(needles, `https://ads.example/?a=${UUID}&b=${GA}`)).toEqual([]);
    expect(needles.size()).toBe(0);
  });

  it('of texts that unpack for ever, and in bounded time', () => {
    const needles = following(UUID);
    const bombs = ['%25'.repeat(300_000), 'A'.repeat(1_000_000), '\\u005c'.repeat(200_000), '[{'.repeat(400_000)];
    for (const body of bombs) expect(found(needles, { url: 'https://ads.example/', body })).toEqual([]);
  });
});

const hex = fc.stringMatching(/^[0-9a-f]{16,40}$/u);
const WAYS: readonly (readonly [string, (number: string) => string])[] = [
  ['as-such', (number) => number],
  ['base64', (number) => encodeURIComponent(b64(number))],
  ['base64', (number) => encodeURIComponent(b64(`{"id":"${number}"}`))],
  ['hex', (number) => Buffer.from(number).toString('hex')],
  ['md5', (number) => createHash('md5').update(number).digest('hex')],
  ['sha256', (number) => createHash('sha256').update(number).digest('hex')],
];

describe('of any numbers', () => {
  it('each is found in each form, and one that differs in one sign is not', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(hex, { minLength: 2, maxLength: 20 }),
        fc.constantFrom(...WAYS),
        (numbers, [form, to]) => {
          const [planted = '', ...others] = numbers;
          const other = `${planted.slice(0, -1)}${planted.endsWith('0') ? '1' : '0'}`;
          fc.pre(!others.includes(other));
          const needles = following(...others, planted);
          const all = follow(needles, { url: `https://ads.example/p?x=1&id=${to(planted)}&y=2` });
          expect(all.map((one) => [one.what, one.form, one.name])).toEqual([[planted, form, 'id']]);
          expect(follow(needles, { url: `https://ads.example/p?id=${to(other)}` })).toEqual([]);
        },
      ),
    );
  });

  it('whatever a request holds, nothing is thrown', () => {
    const needles = following(UUID, GA, MIXED);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (url, body) => {
        expect(Array.isArray(follow(needles, { url, body, referrer: body }))).toBe(true);
      }),
    );
  });
});
