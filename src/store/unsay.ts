import type { IdentifierKey } from '#core/identifier.ts';
import type { Act } from '#core/outcome.ts';
import type { EventLine } from '#core/report.ts';
import { removeNumbers } from './remove-numbers.ts';
import type { NumberRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** A number by the person's word alone. */
function onlySaid({ verdict }: NumberRow): boolean {
  return verdict.ours !== undefined && verdict.ours.kind !== 'random-id';
}

/** Whether a line of the record holds one of these values. */
function tells(line: EventLine | null, numbers: readonly NumberRow[]): boolean {
  switch (line?.type) {
    case undefined:
    case 'visit':
    case 'search':
    case 'order':
    case 'given':
    case 'banner':
      return false;
    case 'request':
    case 'told':
      return line.carried.some(({ number }) => numbers.some((row) => row.number === number));
    case 'number-set':
    case 'number-renewed':
    case 'number-replaced':
    case 'number-found':
    case 'number-gone':
      return numbers.some(({ key }) => line.numbers.includes(key));
  }
}

/** The same act, told without the value. */
function withoutValue(act: Act, numbers: readonly NumberRow[]): Act | null {
  switch (act.type) {
    case 'enforced':
    case 'came-back':
    case 'brought-back':
      return numbers.some(({ number }) => number === act.number) ? { ...act, number: '' } : null;
    case 'chosen':
    case 'corrected':
    case 'paused':
    case 'resumed':
    case 'loop':
      return null;
  }
}

/**
 * What the person called a number is none by their word any longer: its values, kept for that word alone, are removed
 * wherever they were recorded. What was taken away stays for as long as it can be brought back.
 */
export async function forgetSaid(tables: Tables, key: IdentifierKey): Promise<void> {
  for (const { domain } of await tables.ofIdentifier(key)) {
    const all = await tables.ofDomain('numbers', domain);
    const numbers = all.filter((row) => row.identifierKey === key && onlySaid(row));
    if (numbers.length === 0) continue;
    const events = (await tables.ofDomain('events', domain)).filter(({ line }) => tells(line, numbers));
    const acts = (await tables.ofDomain('acts', domain)).flatMap((row) => {
      const act = withoutValue(row.act, numbers);
      return act === null ? [] : [{ ...row, act }];
    });
    await tables.write({ acts }, { events: events.map((row) => row.key) });
    await removeNumbers(tables, domain, new Set(numbers.map((row) => row.key)));
  }
}
