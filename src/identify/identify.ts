import type { Evidence, Kind, Purpose, Reason, ReasonKey, Verdict } from '#core/verdict.ts';
import { type KnownName, knownNames, knownNumber, type KnownNumber } from './formats.ts';

import { type NameSays, readName } from './names.ts';
import { dullness, numberIn, weigh } from './randomness.ts';
import { inferred, lasting, placeIn, seenReasons, statedReasons } from './signs.ts';
import { isConsentRecord, isConsentString, isSealed } from './tokens.ts';
import { isUuid, type Part, partsOf, readable } from './value.ts';

const NAME_REASON: Readonly<Record<NonNullable<NameSays['kind']>, ReasonKey>> = {
  login: 'nameSaysLogin',
  security: 'nameSaysSecurity',
  consent: 'nameSaysConsent',
  preference: 'nameSaysPreference',
  cart: 'nameSaysCart',
};

const PURPOSE: Readonly<Record<Exclude<Kind, 'random-id'>, Purpose>> = {
  login: 'necessary',
  security: 'necessary',
  consent: 'necessary',
  cart: 'necessary',
  preference: 'functional',
  unknown: 'functional',
};

/** A visitor's number without which a chat loses its thread: known, yet not to be acted on lightly. */
const CHAT = 0.55;

function leftAlone(kind: Exclude<Kind, 'random-id'>, confidence: number, reasons: readonly Reason[]): Verdict {
  return { kind, purpose: PURPOSE[kind], confidence, reasons, token: null, vendor: null };
}

function chance(part: Pick<Part, 'uuid' | 'bits'>): Reason {
  return part.uuid ? inferred('uuid') : inferred('randomBits', String(part.bits));
}

function fromFormat(evidence: Evidence, text: string, number: KnownNumber): Verdict {
  const place = placeIn(text, number.token, '');
  return {
    kind: 'random-id',
    purpose: number.purpose,
    confidence: number.purpose === 'functional' ? CHAT : number.named ? 0.95 : 0.9,
    reasons: [
      inferred('knownFormat', number.vendor),
      ...(isUuid(number.token) ? [inferred('uuid')] : []),
      ...(place === null ? [] : [inferred('partOfValue', place)]),
      ...statedReasons(evidence),
    ],
    token: number.token,
    vendor: number.vendor,
  };
}

function fromKnownName(known: KnownName, evidence: Evidence): Verdict {
  return {
    kind: known.kind,
    purpose: known.purpose,
    confidence: 0.95,
    reasons: [inferred('knownName', known.vendor), ...statedReasons(evidence)],
    token: null,
    vendor: known.vendor,
  };
}

/** Nothing is known but the value. */
const UNWATCHED = { signIn: false, sentOn: [], withoutCookies: null } as const;

/** What the name says, where the value does not speak against it. */
function fromName(evidence: Evidence, says: NameSays, part: Part | null): Verdict | null {
  if (says.kind === null) return null;
  const long = lasting(evidence.lifetime) === 'long';
  // `visitor_session` kept for years, or a language of 122 random bits, is judged by its value.
  if (part !== null && says.weak && long && (says.visitor || evidence.party === 'third')) return null;
  if (part !== null && says.kind === 'preference' && part.bits >= 56) return null;
  const confidence = says.weak ? (evidence.httpOnly || !long ? 0.8 : 0.6) : 0.9;
  const named = inferred(NAME_REASON[says.kind], evidence.name.slice(0, 80));
  return leftAlone(says.kind, confidence, [named, ...statedReasons(evidence)]);
}

/** A number that pages hand on to others is one as surely as can be told. */
const HANDED_ON = 0.97;

function fromValue(evidence: Evidence, text: string, found: { part: Part; says: NameSays }): Verdict {
  const { part, says } = found;
  const { sentOn, withoutCookies } = evidence.experience ?? UNWATCHED;
  const reasons = [...seenReasons(evidence), chance(part), ...statedReasons(evidence)];
  // What visitors without cookies get too is not given to each anew.
  if (withoutCookies === 'same') return leftAlone('unknown', 0.9, reasons);
  const weighed = weigh(evidence, part, says);
  // What no script can read was handed on by the site itself, which may have to: a login, for one.
  const confidence = sentOn.length > 0 && !evidence.httpOnly ? Math.max(HANDED_ON, weighed) : weighed;
  if (confidence < 0.5) {
    const sessionLike = evidence.httpOnly && lasting(evidence.lifetime) === 'session';
    return leftAlone(sessionLike ? 'login' : 'unknown', sessionLike ? 0.5 : 0.4, reasons);
  }
  const place = placeIn(text, part.text, part.key);
  return {
    kind: 'random-id',
    purpose: evidence.party === 'third' ? 'advertising' : 'analytics',
    confidence: Math.round(confidence * 100) / 100,
    reasons: place === null ? reasons : [...reasons, inferred('partOfValue', place)],
    token: part.text,
    vendor: null,
  };
}

/**
 * What kind of thing a stored value is and why, from what is known of it: a known format first, then what its name
 * says, then the value itself with how long it lasts and whom it comes from. Any text gives an answer; of a long value
 * only the beginning is read.
 */
export function identify(evidence: Evidence): Verdict {
  const text = readable(evidence.value);
  const number = knownNumber(evidence.name, evidence.host, text);
  if (number !== null) return fromFormat(evidence, text, number);
  const known = knownNames(evidence.name, evidence.host)[0];
  if (known !== undefined) return fromKnownName(known, evidence);
  if (isConsentString(text) || isConsentRecord(text))
    return leftAlone('consent', 0.85, [inferred('consentString'), ...statedReasons(evidence)]);
  const says = readName(evidence.name);
  const parts = partsOf(text);
  const part = numberIn(parts);
  const named = fromName(evidence, says, part);
  const sealed = isSealed(evidence.value, text);
  // Nobody seals a preference: under such a name it is a login all the same.
  if (named !== null && !(sealed && named.kind === 'preference')) return named;
  const { signIn } = evidence.experience ?? UNWATCHED;
  // A name that says visitor says so in the answer to a sign-in too.
  if (signIn && !says.visitor && (sealed || part !== null))
    return leftAlone('login', 0.85, [inferred('bornInSignIn'), ...statedReasons(evidence)]);
  if (sealed) return leftAlone('login', 0.7, [inferred('signedToken'), ...statedReasons(evidence)]);
  if (part === null) return leftAlone('unknown', 0.8, [dullness(text, parts), ...statedReasons(evidence)]);
  return fromValue(evidence, text, { part, says });
}
