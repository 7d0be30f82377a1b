import type { Evidence, Purpose, ReasonKey, Verdict } from '#core/verdict.ts';
import { purposeByName } from './database.ts';
import { inferred } from './signs.ts';

const LISTED: Readonly<Record<Purpose, ReasonKey>> = {
  necessary: 'listedNecessary',
  functional: 'listedFunctional',
  analytics: 'listedAnalytics',
  advertising: 'listedAdvertising',
};

/**
 * A cookie's verdict with what it is for, where the value itself does not say: as the database lists its name; else what
 * another company keeps on a site mostly serves advertising. A name never decides what kind of thing something is.
 */
export function withPurpose(verdict: Verdict, { name, host, party }: Evidence): Verdict {
  const { kind, vendor, reasons } = verdict;
  if (vendor !== null || (kind !== 'random-id' && kind !== 'unknown')) return verdict;
  const purpose = purposeByName(name, host);
  if (purpose !== null) return { ...verdict, purpose, reasons: [...reasons, inferred(LISTED[purpose])] };
  return party === 'third' ? { ...verdict, purpose: 'advertising' } : verdict;
}
