import type { ConsentRecord, ConsentText, PublisherRestriction, PurposeSaid } from '#core/consent.ts';
import { Bits, readRanges, readVendors } from './bits.ts';
import { numbered, onEither, TCF_PURPOSE_COUNT, TCF_SPECIAL_FEATURE_COUNT } from './purposes.ts';
import { counted, type Found, LONGEST_STRING, moment, recordOf, unread } from './record.ts';

const RESTRICTIONS: readonly PublisherRestriction['is'][] = ['forbidden', 'consent-only', 'legitimate-interest-only'];

/** What a segment after the first is, by its first three bits. */
const DISCLOSED = 1;
const ALLOWED = 2;
const PUBLISHER = 3;

/** What the publisher restricted; entries that say nothing known count as unread. */
function readRestrictions(bits: Bits): readonly PublisherRestriction[] {
  const restrictions: PublisherRestriction[] = [];
  const count = bits.number(12);
  for (let index = 0; index < count && !bits.over; index += 1) {
    const purpose = bits.number(6);
    const is = RESTRICTIONS[bits.number(2)];
    const ranges = readRanges(bits);
    if (is === undefined) bits.refuse();
    else restrictions.push({ purpose, is, vendors: counted(ranges) });
  }
  return restrictions;
}

/** The highest purpose that is told of: all of the framework's, and any beyond that are set. */
function upTo(most: number, ...sets: readonly ReadonlySet<number>[]): readonly number[] {
  const length = Math.max(most, ...sets.flatMap((set) => [...set]));
  return Array.from({ length }, (_, index) => index + 1);
}

/** The first segment, which every TC string has; `null`: it has not that form. */
function readCore(text: string): Found | null {
  const bits = new Bits(text);
  const version = bits.number(6);
  const at = moment(bits.moment());
  const updated = moment(bits.moment());
  const id = bits.number(12);
  const cmpVersion = bits.number(12);
  // The screen it was given on.
  bits.number(6);
  bits.letters(2);
  // The version of the vendor list.
  bits.number(12);
  const policy = bits.number(6);
  // Whether for this service alone; whether with purposes in other groups than the standard's.
  bits.number(2);
  const features = bits.set(12);
  const consents = bits.set(24);
  const interests = bits.set(24);
  // Whether purpose 1 was not disclosed at all.
  const firstUndisclosed = bits.bit();
  const country = bits.letters(2);
  const granted = readVendors(bits);
  const interested = readVendors(bits);
  const restrictions = readRestrictions(bits);
  if (version !== 2 || at === null || updated === null || policy < 2 || bits.over || !bits.endsHere()) {
    return null;
  }
  const purposes = upTo(TCF_PURPOSE_COUNT, consents, interests).map((number) =>
    numbered(
      { kind: 'purpose', number },
      number === 1 && firstUndisclosed && !consents.has(1)
        ? 'not-asked'
        : onEither(consents.has(number), interests.has(number)),
      interests.has(number),
    ),
  );
  const special = upTo(TCF_SPECIAL_FEATURE_COUNT, features).map((number) =>
    numbered({ kind: 'special-feature', number }, features.has(number) ? 'granted' : 'refused'),
  );
  return {
    cmp: { id, version: String(cmpVersion) },
    purposes: [...purposes, ...special],
    vendors: { granted: counted(granted), legitimateInterest: counted(interested) },
    restrictions,
    at,
    updated,
    // `AA` stands for no country.
    jurisdictions: country === null || country === 'AA' ? [] : [country],
  };
}

/** The publisher's own purposes beyond the framework's. */
function readPublisher(bits: Bits): readonly PurposeSaid[] {
  bits.number(48);
  const count = bits.number(6);
  const consents = bits.set(count);
  const interests = bits.set(count);
  return upTo(count).map((number) =>
    numbered(
      { kind: 'custom-purpose', number },
      onEither(consents.has(number), interests.has(number)),
      interests.has(number),
    ),
  );
}

/** Adds what a further segment says. */
function withSegment(found: Found, text: string): Found {
  const bits = new Bits(text);
  const type = bits.number(3);
  const purposes = type === PUBLISHER ? readPublisher(bits) : [];
  const vendors = type === DISCLOSED || type === ALLOWED ? readVendors(bits) : [];
  if (bits.over || type < DISCLOSED || type > PUBLISHER) return { ...found, problem: 'incomplete' };
  return {
    ...found,
    purposes: [...(found.purposes ?? []), ...purposes],
    vendors: type === DISCLOSED ? { ...found.vendors, disclosed: counted(vendors) } : (found.vendors ?? {}),
  };
}

/** What a TC string says; a problem where it has not the form. */
export function decodeTcString(text: string): Found {
  if (text.length > LONGEST_STRING) return { problem: 'too-long' };
  const [first = '', ...others] = text.split('.');
  // Version 1 begins with `B`; it has not been in force since August 2020.
  if (/^B[\w-]{20}/u.test(first)) return { problem: 'old-version' };
  const core = readCore(first);
  return core === null ? { problem: 'unreadable' } : others.reduce(withSegment, core);
}

/** Whether a text can be a TC string of the version in force, by its beginning. */
export function looksLikeTcString(text: string): boolean {
  return /^C[\w-]{37}/u.test(text);
}

/**
 * A TC string of the Transparency & Consent Framework 2. It says each purpose by consent and by legitimate interest,
 * vendors by both, and when; not whether anybody pressed anything. What is 0 for legitimate interest was objected to or
 * never claimed: the string does not tell which. Nothing throws; what cannot be read is said in `problem`.
 * @see https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20Consent%20string%20and%20vendor%20list%20formats%20v2.md
 */
export function readTcString(text: ConsentText): ConsentRecord {
  const found = decodeTcString(text.value.trim());
  return found.purposes === undefined
    ? unread('tcf', [text], found.problem ?? 'unreadable')
    : recordOf('tcf', [text], found);
}
