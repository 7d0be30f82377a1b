import type {
  ConsentPurpose,
  ConsentRecord,
  ConsentText,
  NumberRange,
  PurposeSaid,
  PurposeState,
} from '#core/consent.ts';
import { counted, type Found, LONGEST_STRING, recordOf, said, unread } from './record.ts';

/** What Google's tags are told of, in the order in which `gcd` has it. */
const STORAGES: readonly (readonly [name: string, purpose: ConsentPurpose])[] = [
  ['ad_storage', 'advertising'],
  ['analytics_storage', 'analytics'],
  ['ad_user_data', 'advertising'],
  ['ad_personalization', 'advertising'],
];

interface Letter {
  readonly is: PurposeState;
  /** Whether it was changed after the default. */
  readonly updated: boolean;
}

/** Each letter of `gcd`: what the site's default was, and what it became when the site said more. */
const LETTERS: ReadonlyMap<string, Letter> = new Map([
  ['l', { is: 'not-asked', updated: false }],
  ['p', { is: 'refused', updated: false }],
  ['t', { is: 'granted', updated: false }],
  ['q', { is: 'refused', updated: true }],
  ['r', { is: 'granted', updated: true }],
  ['m', { is: 'refused', updated: true }],
  ['n', { is: 'granted', updated: true }],
  ['u', { is: 'refused', updated: true }],
  ['v', { is: 'granted', updated: true }],
]);

const GCS_STATES: ReadonlyMap<string, PurposeState> = new Map([
  ['1', 'granted'],
  ['0', 'refused'],
  ['-', 'not-asked'],
]);

/** `G1`, then a sign for `ad_storage` and one for `analytics_storage`. */
const GCS = /^G1([01-])([01-])/u;
/** Digits, of which the second tells versions apart, and a letter before each further digit. */
const GCD = /^1\d([a-z])\d([a-z])\d([a-z])\d([a-z])\d/u;

/** The parameters of a hit that say something of consent, by their names. */
export const CONSENT_MODE_PARAMETERS = ['gcs', 'gcd', 'npa', 'dma', 'dma_cps'] as const;

type Parameters = { readonly [Name in (typeof CONSENT_MODE_PARAMETERS)[number]]?: string | null | undefined };

function fromGcd(value: string): Found | null {
  const letters = GCD.exec(value)?.slice(1);
  if (letters === undefined) return null;
  const read = letters.map((letter) => LETTERS.get(letter));
  const purposes = STORAGES.map(([name, purpose], index) => said(purpose, name, read[index]?.is ?? 'unknown'));
  return {
    purposes,
    by: read.every((letter) => letter?.updated === false) ? 'default' : 'unknown',
    ...(read.includes(undefined) ? { problem: 'incomplete' as const } : {}),
  };
}

function fromGcs(value: string): Found | null {
  const signs = GCS.exec(value)?.slice(1);
  if (signs === undefined) return null;
  return {
    purposes: signs.map((sign, index) => {
      const [name = '', purpose = 'other'] = STORAGES[index] ?? [];
      return said(purpose, name, GCS_STATES.get(sign) ?? 'unknown');
    }),
  };
}

/** Advertisements that are not made for the person; whether other Google services may have the data. */
function furtherOf({ npa, dma_cps: services }: Parameters): readonly PurposeSaid[] {
  return [
    ...(npa === '1' || npa === '0' ? [said('advertising', 'npa', npa === '1' ? 'refused' : 'granted')] : []),
    ...(services === '-' ? [said('other', 'dma_cps', 'refused')] : []),
    ...(/^[a-z]{1,12}$/u.test(services ?? '') ? [said('other', 'dma_cps', 'granted')] : []),
  ];
}

/**
 * What a hit to Google says of consent, by Google Consent Mode: `gcd` says each of four storages by its default and
 * what it became, `gcs` two of them. A hit whose letters are all defaults was sent before, or without, any choice; what
 * was changed after the default may have been changed by a press or by what was stored before. `null`: none of the
 * parameters is there.
 * @see https://developers.google.com/tag-platform/security/concepts/consent-mode
 */
export function readConsentMode(parameters: Parameters): ConsentRecord | null {
  const texts: readonly ConsentText[] = CONSENT_MODE_PARAMETERS.flatMap((name) => {
    const value = parameters[name];
    return typeof value === 'string' && value !== '' ? [{ area: 'request' as const, name, value }] : [];
  });
  if (texts.length === 0) return null;
  const { gcd, gcs, dma } = parameters;
  const ofGcd = fromGcd(gcd ?? '');
  const ofGcs = fromGcs(gcs ?? '');
  const further = furtherOf(parameters);
  const main = ofGcd ?? ofGcs;
  if (main === null && further.length === 0 && dma !== '0' && dma !== '1') return unread('google-consent-mode', texts);
  const isRest = (ofGcd === null && Boolean(gcd)) || (ofGcs === null && Boolean(gcs));
  return recordOf('google-consent-mode', texts, {
    ...main,
    purposes: [...(main?.purposes ?? []), ...further],
    problem: isRest ? 'incomplete' : (main?.problem ?? null),
    jurisdictions: dma === '1' ? ['EEA'] : [],
  });
}

/** `1~1.35.41`, `2~1.35.41~dv.9.21`: version, providers consented to, and in version 2 those that were disclosed. */
const ADDITIONAL_CONSENT = /^(\d)~([\d.]*)(?:~dv\.([\d.]*))?$/u;

/** Numbers with dots between them; `null`: something else stands there. */
function numbersOf(text: string): readonly NumberRange[] | null {
  if (text === '') return [];
  const numbers = text.split('.');
  return numbers.every((number) => /^\d{1,6}$/u.test(number))
    ? numbers.map((number) => [Number(number), Number(number)] as const)
    : null;
}

/** What Google's Additional Consent says: vendors alone. */
export function decodeAdditionalConsent(text: string): Found {
  if (text.length > LONGEST_STRING) return { problem: 'too-long' };
  const [, version, granted, disclosed] = ADDITIONAL_CONSENT.exec(text) ?? [];
  const grantedNumbers = numbersOf(granted ?? '');
  const disclosedNumbers = numbersOf(disclosed ?? '');
  if ((version !== '1' && version !== '2') || grantedNumbers === null || disclosedNumbers === null) {
    return { problem: 'unreadable' };
  }
  return {
    vendors: {
      granted: counted(grantedNumbers),
      disclosed: disclosed === undefined ? null : counted(disclosedNumbers),
    },
  };
}

/**
 * Google's Additional Consent: which of Google's providers that are not in the IAB's list were consented to.
 * @see https://support.google.com/admanager/answer/9681920
 */
export function readAdditionalConsent(text: ConsentText): ConsentRecord {
  const found = decodeAdditionalConsent(text.value.trim());
  return recordOf('google-additional-consent', [text], found);
}
