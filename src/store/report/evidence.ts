import { type Domain, domainOf } from '#core/site.ts';
import type { Reason, ReasonKey } from '#core/verdict.ts';
import { takenKey } from '../fold/acted.ts';
import type { NumberRow, RecipientRow } from '../rows.ts';
import type { Tables } from '../tables.ts';

/** What the record of a site has to say about one of its numbers. */
export interface Remembered {
  /** Every number row of the site. */
  readonly rows: readonly NumberRow[];
  readonly recipients: readonly RecipientRow[];
  /** Keys of the numbers that were taken away by a reset and are there again, without the person's doing. */
  readonly returned: ReadonlySet<string>;
  /** The other sites that know the person by the same number now, by the number's key. */
  readonly joined: ReadonlyMap<string, readonly Domain[]>;
}

/** A number of which one of these was seen is one as surely as we can tell. */
const SEEN = 0.97;
/** So many recipients are named. */
const NAMED = 3;

function seen(says: ReasonKey, ...args: readonly string[]): Reason {
  return { says, args, basis: 'verified' };
}

function sentOn({ key }: NumberRow, { recipients }: Remembered): readonly Reason[] {
  const others = recipients
    .filter(({ number, as }) => number === key && as.some((way) => way !== 'cookie'))
    .toSorted((a, b) => b.requests - a.requests)
    .map(({ recipient }) => recipient);
  return others.length === 0 ? [] : [seen('sentOn', others.slice(0, NAMED).join(', '))];
}

function tried(row: NumberRow, { rows, returned }: Remembered): readonly Reason[] {
  if (returned.has(row.key)) {
    return [seen('sameAfterReset'), { says: 'workedOutOrKept', args: [], basis: 'inferred' }];
  }
  const another = rows.some(
    ({ identifierKey, number, ended }) =>
      identifierKey === row.identifierKey && number !== row.number && ended?.how === 'reset' && ended.at <= row.since,
  );
  return another ? [seen('anotherAfterReset')] : [];
}

function written({ setBy, domain }: NumberRow): readonly Reason[] {
  const by = setBy.how === 'script' && setBy.script !== null ? domainOf(setBy.script) : undefined;
  return by === undefined || by === domain ? [] : [seen('writtenByScriptOf', by)];
}

/**
 * What was seen of a number since it came, strongest first: that pages sent it on, what came after a reset, how long it
 * stayed the same, whose script wrote it. All of it was looked up, none of it worked out from the value.
 */
export function seenOf(row: NumberRow, remembered: Remembered): readonly Reason[] {
  const same = row.total.visits > 1 ? [seen('stayedSame', String(row.total.visits))] : [];
  return [...sentOn(row, remembered), ...tried(row, remembered), ...same, ...written(row)];
}

/** How sure a number is one, given what was seen of it. */
export function surenessOf({ verdict }: NumberRow, reasons: readonly Reason[]): number {
  const proved = reasons.some(({ says }) => says === 'sentOn' || says === 'anotherAfterReset');
  return proved ? Math.max(verdict.confidence, SEEN) : verdict.confidence;
}

/** Which of a site's numbers at work came back the same after they were reset. */
export async function returnedAfterReset(tables: Tables, rows: readonly NumberRow[]): Promise<ReadonlySet<string>> {
  const returned = await Promise.all(
    rows.map(async (row) => {
      if (row.ended !== null) return [];
      const taken = await tables.get('taken', takenKey(row.domain, row.identifier, row));
      return taken !== undefined && taken.backAt === null && taken.taken.why === 'reset' ? [row.key] : [];
    }),
  );
  return new Set(returned.flat());
}
