import type { LedgerEvent } from '#core/event.ts';
import { identifierKey, nameOf } from '#core/identifier.ts';
import type { Draft } from '../draft.ts';
import type { NumberRow } from '../rows.ts';
import { putEvent } from './site.ts';

type Gone = Extract<LedgerEvent, { type: 'number-gone' }>;

/** A stored value is gone, on every site that knew it. */
export async function foldNumberGone(draft: Draft, event: Gone): Promise<void> {
  const key = identifierKey(event.identifier);
  for (const row of await draft.ofIdentifier(key)) {
    if (row.gone) continue;
    draft.put('stored', { ...row, gone: true, number: null });
    if (row.number === null) continue;
    const number = await endNumber(draft, row.number, { at: event.at, how: event.cause });
    if (number !== undefined) await putGoneLine(draft, event, number);
  }
}

async function putGoneLine(draft: Draft, event: Gone, number: NumberRow): Promise<void> {
  const id = `${event.id}/${number.key}`;
  // A number that is stored in another place too is not gone with one of them.
  const elsewhere = (await draft.ofDomain('numbers', number.domain)).some(
    (row) => row.number === number.number && row.ended === null,
  );
  draft.put('numbers', { ...number, endLine: id });
  await putEvent(draft, {
    key: id,
    domain: number.domain,
    at: event.at,
    rank: elsewhere ? 0 : 1,
    type: 'number-gone',
    page: null,
    line: {
      id,
      at: event.at,
      type: 'number-gone',
      numbers: [number.key],
      name: nameOf(event.identifier),
      number: number.number,
      cause: event.cause,
      identifier: event.identifier,
    },
  });
}

/** Notes that a number is no longer at work; its record stays under it. */
export async function endNumber(
  draft: Draft,
  key: string,
  ended: NonNullable<NumberRow['ended']>,
): Promise<NumberRow | undefined> {
  const number = await draft.get('numbers', key);
  if (number === undefined || number.ended !== null) return undefined;
  const row = { ...number, ended };
  draft.put('numbers', row);
  return row;
}

/** A script was seen writing the value after the value itself was seen. */
export async function foldNumberSetBy(
  draft: Draft,
  event: Extract<LedgerEvent, { type: 'number-set-by' }>,
): Promise<void> {
  for (const number of await draft.ofDomain('numbers', event.domain)) {
    const fits = nameOf(number.identifier) === event.name && number.identifier.store === event.store;
    if (!fits || number.ended !== null || number.setBy.how !== 'response' || number.setBy.basis !== 'inferred')
      continue;
    draft.put('numbers', { ...number, setBy: event.setBy });
  }
}
