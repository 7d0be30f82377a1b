import { companyOf } from '#core/company.ts';
import type { Evidence, Purpose, Reason, ReasonKey, Verdict } from '#core/verdict.ts';
import { purposeByName } from './database.ts';
import { featuresOf } from './features.ts';
import fitted from './model.json' with { type: 'json' };
import { CLASSES, type Class, type Model, resemblance } from './model.ts';
import { inferred } from './signs.ts';

const LISTED: Readonly<Record<Purpose, ReasonKey>> = {
  necessary: 'listedNecessary',
  functional: 'listedFunctional',
  analytics: 'listedAnalytics',
  advertising: 'listedAdvertising',
};

const RESEMBLES: Readonly<Record<Class, ReasonKey>> = {
  necessary: 'resemblesNecessary',
  analytics: 'resemblesAnalytics',
  advertising: 'resemblesAdvertising',
};

/** What a group of features is about, for people. */
const BY: Readonly<Record<string, ReasonKey>> = {
  name: 'byName',
  word: 'byName',
  start: 'byName',
  end: 'byName',
  named: 'byName',
  listed: 'byName',
  life: 'byLifetime',
  days: 'byLifetime',
  minutes: 'byLifetime',
  length: 'byValue',
  shape: 'byValue',
  look: 'byValue',
  http: 'byAttributes',
  updates: 'byHistory',
  kept: 'byHistory',
  company: 'byCompany',
  does: 'byCompany',
  domain: 'byCompany',
  party: 'byCompany',
};

/** As many of them as a person reads. */
const TOLD = 2;

function spokeFor(groups: readonly string[]): readonly Reason[] {
  const keys = new Set(groups.flatMap((group) => BY[group] ?? []));
  return [...keys].slice(0, TOLD).map((key) => inferred(key));
}

/** Whether neither a known format nor what kind of thing it is says what a value is for. */
export function isOpen({ kind, vendor }: Verdict): boolean {
  return vendor === null && (kind === 'random-id' || kind === 'unknown');
}

/** A number is surely a visitor's from here on. */
const SURE = 0.9;

/** What a value may be for: a site's own number for a visitor that is no login is there to know the visitor by. */
function able({ kind, confidence }: Verdict, { party }: Evidence): readonly Class[] {
  return kind === 'random-id' && party === 'first' && confidence >= SURE ? ['analytics', 'advertising'] : CLASSES;
}

/** The purpose of a class; what a site needs and what serves the person are one to the model. */
function purposeOf(found: Class, before: Purpose): Purpose {
  return found === 'necessary' ? (before === 'necessary' ? before : 'functional') : found;
}

/**
 * A cookie's verdict with what it is for, where the value itself does not say: what it resembles most among cookies
 * whose sites declared it. How the database lists its name and whose its host is count among the features, and are told
 * where they agree. A name never decides what kind of thing something is.
 */
export function withPurpose(verdict: Verdict, evidence: Evidence, model: Model = fitted.model): Verdict {
  if (!isOpen(verdict)) return verdict;
  const found = resemblance(model, featuresOf(evidence, verdict), able(verdict, evidence));
  const purpose = purposeOf(found.class, verdict.purpose);
  const listed = purposeByName(evidence.name, evidence.host);
  const company = evidence.party === 'third' ? companyOf(evidence.host) : null;
  const reasons = [
    ...verdict.reasons,
    ...(company === null ? [] : [inferred('ofCompany', company.name)]),
    inferred(RESEMBLES[found.class]),
    ...spokeFor(found.by),
    ...(listed === purpose ? [inferred(LISTED[listed])] : []),
  ];
  return { ...verdict, purpose, reasons };
}
