import type { ControlSums } from '#core/control.ts';
import type { LedgerEvent } from '#core/event.ts';
import { type Identifier, identifierKey } from '#core/identifier.ts';
import type { Act, Outcome } from '#core/outcome.ts';
import type { Domain } from '#core/site.ts';
import type { Draft } from '../draft.ts';
import type { ControlRow, NumberRow } from '../rows.ts';
import { MAX_STORED } from './limits.ts';

type Acted = Extract<LedgerEvent, { type: 'acted' }>;
type Enforced = Extract<Act, { type: 'enforced' }>;

/** Nothing counted yet. */
export function noSums(since: number): ControlSums {
  return {
    since,
    pages: 0,
    given: 0,
    prevented: 0,
    removed: 0,
    failed: 0,
    longestMs: 0,
    carriedBy: 0,
    cameBack: 0,
  };
}

/** The key under which what was taken of an identifier can be brought back. */
export function takenKey(domain: Domain, identifier: Identifier, what: { readonly number: string } | 'hold'): string {
  return `${domain}|${identifierKey(identifier)}|${what === 'hold' ? 'hold' : what.number}`;
}

/** Something was done: a line of the activity log, sums since the choice, and what can be brought back. */
export async function foldActed(draft: Draft, event: Acted): Promise<void> {
  const { act, domain, at, id } = event;
  if ((await draft.get('acts', id)) !== undefined) return;
  draft.put('acts', { key: id, domain, at, act });
  switch (act.type) {
    case 'chosen':
      if (act.identifier === null) await beginCounting(draft, event);
      return;
    case 'enforced':
      await enforced(draft, event, act);
      return;
    case 'came-back':
      await count(draft, event, (sums) => ({ ...sums, cameBack: sums.cameBack + 1 }));
      return;
    case 'brought-back':
      await broughtBack(draft, event, act);
      return;
    case 'paused':
    case 'resumed':
    case 'loop':
      return;
  }
}

async function controlRow(draft: Draft, { domain, at }: Acted): Promise<ControlRow> {
  return (await draft.get('controls', domain)) ?? { key: domain, domain, sums: noSums(at), lastReset: null };
}

/** A new choice is counted from its beginning. */
async function beginCounting(draft: Draft, event: Acted): Promise<void> {
  const row = await controlRow(draft, event);
  draft.put('controls', { ...row, sums: noSums(event.at) });
}

async function count(draft: Draft, event: Acted, more: (sums: ControlSums) => ControlSums): Promise<void> {
  const row = await controlRow(draft, event);
  draft.put('controls', { ...row, sums: more(row.sums) });
}

async function enforced(draft: Draft, event: Acted, act: Enforced): Promise<void> {
  await count(draft, event, (sums) => addOutcome(sums, act.outcome, act.met === 'given' ? 1 : 0));
  if (act.decision.verdict === 'reset') {
    draft.put('controls', { ...(await controlRow(draft, event)), lastReset: event.at });
  }
  await rememberStored(draft, event, act);
  if (act.outcome.is === 'removed') await endAs(draft, event, act);
  if (event.taken !== null) {
    const { identifier, why } = event.taken;
    const key = takenKey(event.domain, identifier, why === 'hold' ? 'hold' : act);
    draft.put('taken', {
      key,
      domain: event.domain,
      at: event.at,
      number: act.number,
      taken: event.taken,
      backAt: null,
    });
  }
}

/**
 * A number that was taken away is there again. Where the person brought it back that is known beforehand; else the site
 * did it, from wherever else it had kept it.
 */
export async function noteReturn(
  draft: Draft,
  event: Extract<LedgerEvent, { type: 'number-seen' }>,
  row: NumberRow,
): Promise<void> {
  if (row.ended?.how !== 'blocked' && row.ended?.how !== 'reset') return;
  const { domain, at } = event;
  for (const what of ['hold', row] as const) {
    const taken = await draft.get('taken', takenKey(domain, row.identifier, what));
    if (taken?.number === row.number && taken.backAt !== null) return;
  }
  const act: Act = { type: 'came-back', identifier: row.identifier, number: row.number };
  draft.put('acts', { key: `${event.id}/came-back`, domain, at, act });
  const control = await draft.get('controls', domain);
  if (control === undefined) return;
  draft.put('controls', { ...control, sums: { ...control.sums, cameBack: control.sums.cameBack + 1 } });
}

function addOutcome(sums: ControlSums, outcome: Outcome, given: number): ControlSums {
  const counted = { ...sums, given: sums.given + given };
  switch (outcome.is) {
    case 'prevented':
      return { ...counted, prevented: sums.prevented + 1 };
    case 'removed':
      return {
        ...counted,
        removed: sums.removed + 1,
        longestMs: Math.max(sums.longestMs, outcome.afterMs),
        carriedBy: sums.carriedBy + outcome.carriedBy,
      };
    case 'failed':
      return { ...counted, failed: sums.failed + 1, carriedBy: sums.carriedBy + outcome.carriedBy };
  }
}

/** What is never kept is remembered by name, so that the browser can be told of it beforehand the next time. */
async function rememberStored(draft: Draft, event: Acted, act: Enforced): Promise<void> {
  const { sighting, domain, at } = event;
  if (sighting === null || act.outcome.is === 'failed') return;
  const key = `${domain}|${identifierKey(act.identifier)}`;
  const known = await draft.get('stored', key);
  if (known === undefined && (await draft.ofDomain('stored', domain)).length >= MAX_STORED) return;
  draft.put('stored', {
    key,
    domain,
    identifier: act.identifier,
    identifierKey: identifierKey(act.identifier),
    verdict: sighting.verdict,
    preview: null,
    expires: sighting.expires,
    lastSeen: at,
    gone: true,
    number: null,
  });
}

/** The number's own record ends by us, whichever of the two is told first: that it is gone, or that we did it. */
async function endAs(draft: Draft, event: Acted, { identifier, number, decision }: Enforced): Promise<void> {
  const how = decision.verdict === 'reset' ? 'reset' : 'blocked';
  const key = identifierKey(identifier);
  for (const stored of await draft.ofIdentifier(key)) {
    for (const row of await draft.ofDomain('numbers', stored.domain)) {
      if (row.identifierKey === key && row.number === number) await end(draft, row, { at: event.at, how });
    }
  }
}

async function end(draft: Draft, row: NumberRow, ended: NonNullable<NumberRow['ended']>): Promise<void> {
  draft.put('numbers', { ...row, ended: row.ended === null ? ended : { ...row.ended, how: ended.how } });
  // That it is gone is told by what was done.
  const line = row.endLine === null ? undefined : await draft.get('events', row.endLine);
  if (line !== undefined) draft.put('events', { ...line, rank: 0 });
}

async function broughtBack(draft: Draft, event: Acted, act: Extract<Act, { type: 'brought-back' }>): Promise<void> {
  if (!act.restored) return;
  for (const what of ['hold', act] as const) {
    const key = takenKey(event.domain, act.identifier, what);
    const row = await draft.get('taken', key);
    if (row?.number === act.number) draft.put('taken', { ...row, backAt: event.at });
  }
}
