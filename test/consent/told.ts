import type { ConsentRecord } from '#core/consent.ts';
import type { BannerWish } from '#core/receipt.ts';
import type { Domain } from '#core/site.ts';
import type { Verdict } from '#core/verdict.ts';
import type { ChoiceStored, Finding, NumberStored, RequestSent, VisitMoment } from '#core/visit.ts';
import { readConsent, type StoredText } from '#consent/read-consent.ts';
import { statedInHit } from '#consent/stated-in-hit.ts';
import { cookie } from './stored.ts';

/** When the visits of these stories begin. */
export const START = Date.UTC(2026, 10, 27, 14);
/** The day on which they are, as strings round it. */
export const TODAY = Date.UTC(2026, 10, 27);
const SECOND = 1000;
export const DAY = 86_400;

/** A moment of a story, so many seconds after the page was asked for. */
export function at(seconds: number): number {
  return START + seconds * SECOND;
}

export const ANALYTICS: Verdict = {
  kind: 'random-id',
  purpose: 'analytics',
  confidence: 0.95,
  reasons: [],
  token: null,
  vendor: 'Google Analytics',
};
export const ADVERTISING: Verdict = { ...ANALYTICS, purpose: 'advertising', vendor: 'Meta' };
export const LOGIN: Verdict = { ...ANALYTICS, kind: 'login', purpose: 'necessary', vendor: null };

export function page(gpc = false): VisitMoment {
  return { type: 'page', at: START, gpc };
}

export function banner(seconds = 1): VisitMoment {
  return { type: 'banner', at: at(seconds), cmp: 'Cookiebot' };
}

/** A number under a name, its key; kept for 90 days by a response. */
export function number(seconds: number, name: string, more: Partial<NumberStored> = {}): NumberStored {
  return {
    type: 'number',
    at: at(seconds),
    how: 'assigned',
    number: name,
    name,
    verdict: ANALYTICS,
    party: 'first',
    setBy: { how: 'script', script: null, basis: 'verified' },
    expires: at(seconds + 90 * DAY),
    ...more,
  };
}

function statedAs(name: string, value: string): readonly ConsentRecord[] {
  const record = statedInHit({ value, place: { part: 'query', name }, basis: 'stated' });
  return record === null ? [] : [record];
}

/** A request that carries some numbers in its address. `flag`: what it says of consent: `gcs=G111`. */
export function request(
  seconds: number,
  recipient: string,
  numbers: readonly string[],
  { flag, ...more }: Partial<RequestSent> & { readonly flag?: string } = {},
): RequestSent {
  const [name = '', value = ''] = flag?.split('=') ?? [];
  return {
    type: 'request',
    at: at(seconds),
    recipient: recipient as Domain,
    carried: numbers.map((one) => ({ number: one, as: 'address' })),
    states: flag === undefined ? [] : statedAs(name, value),
    gpc: false,
    ...more,
  };
}

function recordsOf(stored: readonly StoredText[]): readonly ConsentRecord[] {
  return readConsent(stored);
}

/** Something stored about a choice by a press of the person's own, of which nothing more is known. */
export function choice(
  seconds: number,
  stored: readonly StoredText[],
  more: Partial<Omit<ChoiceStored, 'wanted'>> & { readonly wanted?: BannerWish } = {},
): ChoiceStored {
  return {
    type: 'choice',
    at: at(seconds),
    records: recordsOf(stored),
    by: 'person',
    wanted: null,
    pressed: null,
    ...more,
  };
}

export function earlier(...stored: readonly StoredText[]): VisitMoment {
  return { type: 'choice-found', at: START, records: recordsOf(stored) };
}

/** Findings in words: the rule, and what it is about. */
export function inWords(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, evidence }) => {
    const about = evidence.flatMap((one) => {
      if (one.type === 'number') return [one.name];
      if (one.type === 'recipient') return [`→ ${one.recipient}`];
      return one.type === 'purpose' ? [`${one.name} ${one.is}`] : [];
    });
    return [rule, ...about].join(' ');
  });
}

/** OneTrust's cookie with some of what it says. */
export function oneTrust(text: string): StoredText {
  return cookie('OptanonConsent', `version=6.1&${text}`);
}
