import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findsContacts, formIn } from '#follow/contacts.ts';
import { digestOfSalted } from '#follow/digests.ts';
import { follow } from '#follow/follow.ts';
import { addressesOf, phonesOf, writingsOf } from '#follow/writings.ts';
import type { Contact } from '#core/person.ts';
import type { Form } from '#core/followed.ts';

function sha256(text: string, encoding: 'hex' | 'base64' | 'base64url' = 'hex'): string {
  return createHash('sha256').update(text).digest(encoding);
}

/** What is found in a request of what was typed, as a text each: `email sha256 address em`. */
function found(
  typed: readonly (readonly [Contact, string])[],
  sent: { url?: string; body?: string },
): readonly string[] {
  const known = new Map<string, { what: Contact; form: Form }>();
  for (const [what, text] of typed)
    for (const { text: writing, form } of writingsOf(what, text))
      known.set(digestOfSalted('salt', writing), { what, form });
  const finder = findsContacts((writing) => known.get(digestOfSalted('salt', writing)));
  return follow(finder, { url: sent.url ?? '', body: sent.body ?? null }).map(
    ({ what, form, packed, in: as, name }) => `${what} ${formIn(form, packed)} ${as} ${name}`,
  );
}

const ADA = 'Ada.Lind+shop@Gmail.com';

describe('an e-mail address as vendors write it', () => {
  it.each([
    ['Meta, TikTok, Snap, Reddit', 'ada.lind+shop@gmail.com'],
    ['Google, without dots', 'adalind+shop@gmail.com'],
    ['Google and UID2, without what follows a plus', 'adalind@gmail.com'],
    ['as it was typed', 'Ada.Lind+shop@Gmail.com'],
  ])('%s', (_, text) => {
    expect(addressesOf(` ${ADA} `)).toContain(text);
  });

  it('of another domain keeps its dots for all but Microsoft', () => {
    const all = addressesOf('Åsa.Berg+news@Post.example');
    expect(all).toContain('åsa.berg+news@post.example');
    expect(all).toContain('åsaberg@post.example');
    expect(all).toContain('asaberg@post.example');
    expect(all).not.toContain('åsaberg+news@post.example');
  });

  it('of googlemail is also the one of gmail', () => {
    expect(addressesOf('ada.lind@googlemail.com')).toContain('adalind@gmail.com');
  });
});

describe('a phone number as vendors write it', () => {
  it.each([
    ['+49 (0)30 555-0142', '+49305550142'],
    ['0049 30 5550142', '49305550142'],
    ['030 5550142', '+49305550142'],
    ['(212) 555-0142', '12125550142'],
    ['06 12 34 56 78', '+33612345678'],
  ])('%s is %s', (typed, text) => {
    expect(phonesOf(typed)).toContain(text);
  });

  it('that names its country is of no other', () => {
    expect(phonesOf('+49 30 5550142')).toEqual(['+49 30 5550142', '49305550142', '+49305550142']);
  });
});

describe('what was typed', () => {
  const TYPED = [
    ['email', ADA],
    ['phone', '030 5550142'],
  ] as const;
  it.each([
    [
      'in clear',
      { url: `https://a.example/p?em=${encodeURIComponent(ADA.toLowerCase())}` },
      'email as-such address em',
    ],
    ['in clear, in JSON', { body: JSON.stringify({ user: { email: ADA } }) }, 'email as-such body user.email'],
    ['in clear, in base64', { body: `data=${btoa(JSON.stringify({ $email: ADA }))}` }, 'email base64 body data'],
    [
      'by Google',
      { url: `https://a.example/c?em=tv.1~em.${sha256('adalind@gmail.com', 'base64url')}` },
      'email sha256 address em',
    ],
    ['by Meta', { url: `https://a.example/tr?ud%5Bem%5D=${sha256(ADA.toLowerCase())}` }, 'email sha256 address ud[em]'],
    [
      'by UID2',
      { body: JSON.stringify({ email_hash: sha256('adalind@gmail.com', 'base64') }) },
      'email sha256 body email_hash',
    ],
    [
      'in capitals',
      { url: `https://a.example/?h=${sha256(ADA.toLowerCase()).toUpperCase()}` },
      'email sha256 address h',
    ],
    ['in a path', { url: `https://a.example/u/${sha256(ADA.toLowerCase())}/x` }, 'email sha256 address '],
    [
      'in a path, in base64',
      { url: `https://a.example/u/${sha256(ADA.toLowerCase(), 'base64url')}/x` },
      'email sha256 address ',
    ],
    [
      'by MD5',
      { url: `https://a.example/?m=${createHash('md5').update(ADA.toLowerCase()).digest('hex')}` },
      'email md5 address m',
    ],
    ['a phone by TikTok', { body: JSON.stringify({ phone: sha256('+49305550142') }) }, 'phone sha256 body phone'],
    [
      'a phone by Meta',
      { url: `https://a.example/tr?ud%5Bph%5D=${sha256('49305550142')}` },
      'phone sha256 address ud[ph]',
    ],
    ['a phone in clear', { url: 'https://a.example/?ph=%2B49+30+555-0142' }, 'phone as-such address ph'],
  ])('%s is found', (_, sent, wanted) => {
    expect(found(TYPED, sent)).toEqual([wanted]);
  });

  it.each([
    ['somebody else’s', { body: `Write to ada.lindt@gmail.com or ${sha256('ada.lindt@gmail.com')}` }],
    ['a longer address', { body: `{"to":"x${ADA}"}` }],
    ['a longer domain', { body: `{"to":"${ADA}.au"}` }],
    ['a piece of a digest', { body: sha256(ADA.toLowerCase()).slice(0, 40) }],
    ['a digest of a digest', { body: sha256(sha256(ADA.toLowerCase())) }],
    ['digits that begin like it', { body: '{"t":30555014}' }],
  ])('%s is not', (_, sent) => {
    expect(found(TYPED, sent)).toEqual([]);
  });

  it('is found wherever it stands, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        found(TYPED, { url: before, body: after });
        const beside = (text: string): string => text.replace(/[^ -~]|[^\s"<>,;]/gu, '_').slice(0, 20);
        const body = `${beside(before)} ${ADA}, ${beside(after)}`;
        expect(found([['email', ADA]], { body })).toEqual(['email as-such body ']);
      }),
    );
  });

  it('is no more told by what is kept of it than anything else is', () => {
    const [first, second] = ['a', 'b'].map((salt) => digestOfSalted(salt, ADA));
    expect(first).not.toBe(second);
    expect(sha256(ADA)).not.toContain(first);
  });
});
