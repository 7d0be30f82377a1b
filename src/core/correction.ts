import { type Identifier, type IdentifierKey, identifierKey } from './identifier.ts';
import type { Domain } from './site.ts';
import type { Kind, Reason, Verdict } from './verdict.ts';

/** What the person says a stored value is, whatever it was taken for. */
export type Said = 'number' | 'no-number';

/** What the person said of one stored value. It holds no value, only where it stands. */
export interface Correction {
  readonly identifier: Identifier;
  /** The site it was said on, with which it is wiped. */
  readonly domain: Domain;
  readonly is: Said;
  /** ms since the epoch. */
  readonly at: number;
}

/** All that was said, by the places it was said of. */
export type Corrections = Readonly<Record<IdentifierKey, Correction>>;

const SAYS = { number: 'saidNumber', 'no-number': 'saidNoNumber' } as const satisfies Record<Said, Reason['says']>;

/** Where a value may stand under the same name: not every part of the browser tells whether a frame stood between. */
function spellings(identifier: Identifier): readonly Identifier[] {
  const { partition } = identifier;
  if (partition === null || partition.hasCrossSiteAncestor !== undefined) return [identifier];
  const told = [true, false].map((hasCrossSiteAncestor) => ({ ...partition, hasCrossSiteAncestor }));
  return [identifier, ...told.map((of) => ({ ...identifier, partition: of }))];
}

/** What was said of a stored value; `undefined`: nothing. */
export function correctionOf(corrections: Corrections, identifier: Identifier): Correction | undefined {
  const keys = spellings(identifier).map(identifierKey);
  const said = keys.find((key) => Object.hasOwn(corrections, key));
  return said === undefined ? undefined : corrections[said];
}

/** The same as its bare answer; `null`: nothing was said. */
export function saidOf(corrections: Corrections, identifier: Identifier): Said | null {
  return correctionOf(corrections, identifier)?.is ?? null;
}

/** What kind of thing counts, once the person has spoken. What was no number anyway stays what it is. */
export function kindAsSaid(kind: Kind, said: Said | null): Kind {
  switch (said) {
    case null:
      return kind;
    case 'number':
      return 'random-id';
    case 'no-number':
      return kind === 'random-id' ? 'unknown' : kind;
  }
}

/** What we made of a value ourselves, before the person spoke. */
export function ourVerdict(verdict: Verdict): Verdict {
  return verdict.ours ?? verdict;
}

/**
 * A verdict as the person corrects it. What they say comes first among the reasons, ours stay behind it. Where they call
 * something a number, all of its value is the number, since we found none in it.
 */
export function corrected(verdict: Verdict, said: Said | null): Verdict {
  const ours = ourVerdict(verdict);
  if (said === null) return ours;
  const reasons: readonly Reason[] = [{ says: SAYS[said], args: [], basis: 'said' }, ...ours.reasons];
  const kind = kindAsSaid(ours.kind, said);
  const answer = { ...ours, kind, confidence: 1, reasons, ours };
  if (kind !== 'random-id') return { ...answer, token: null };
  const found = ours.kind === 'random-id' || ours.vendor !== null;
  return found ? answer : { ...answer, purpose: 'analytics' };
}
