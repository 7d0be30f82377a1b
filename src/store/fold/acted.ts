import type { ControlSums } from '#core/control.ts';
import type { LedgerEvent } from '#core/event.ts';
import { type Identifier, identifierKey } from '#core/identifier.ts';
import type { Act, Outcome } from '#core/outcome.ts';
import type { Domain } from '#core/site.ts';
import type { Draft } from '../draft.ts';
import type { ControlRow, Counted, NumberRow, StoredRow } from '../rows.ts';
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
  if (act.type === 'enforced') {
    await enforced(draft, event, act);
    return;
  }
  draft.put('acts', { key: id, domain, at, act });
  switch (act.type) {
    case 'chosen':
      if (act.identifier === null) await beginCounting(draft, event);
      return;
    case 'came-back':
      await count(draft, event, (sums) => ({ ...sums, cameBack: sums.cameBack + 1 }));
      return;
    case 'brought-back':
      await broughtBack(draft, event, act);
      return;
    case 'corrected':
    case 'paused':
    case 'resumed':
    case 'loop':
      return;
  }
}

async function controlRow(draft: Draft, { domain, at }: Acted): Promise<ControlRow> {
  return (
    (await draft.get('controls', domain)) ?? { key: domain, domain, sums: noSums(at), lately: [], lastReset: null }
  );
}

/** A new choice is counted from its beginning. */
async function beginCounting(draft: Draft, event: Acted): Promise<void> {
  const row = await controlRow(draft, event);
  draft.put('controls', { ...row, sums: noSums(event.at), lately: [] });
}

async function count(draft: Draft, event: Acted, more: (sums: ControlSums) => ControlSums): Promise<void> {
  const row = await controlRow(draft, event);
  draft.put('controls', { ...row, sums: more(row.sums) });
}

/** How bad an outcome is: a number that was prevented in one place and failed in another has failed. */
const WORSE = ['prevented', 'removed', 'failed'] as const satisfies readonly Outcome['is'][];

/** Numbers remembered as counted; a site can make up any number of them. */
const MOST_COUNTED = 300;

async function enforced(draft: Draft, event: Acted, act: Enforced): Promise<void> {
  const key = identifierKey(act.identifier);
  const { lately } = await controlRow(draft, event);
  const here = lately.findLast((one) => one.number === act.number && one.identifierKey === key);
  // Some scripts write their number again and again: the same outcome in the same place is told once.
  if (here === undefined || isWorse(act.outcome.is, here.is)) {
    const { domain, at, id } = event;
    draft.put('acts', { key: id, domain, at, act });
    await countOutcome(draft, event, act);
  }
  // Web storage may be reached only when a page is open again, and others' numbers with another site's reset: neither is one.
  const own = act.party === 'first' && act.identifier.area === 'cookie';
  if (act.decision.verdict === 'reset' && own) {
    draft.put('controls', { ...(await controlRow(draft, event)), lastReset: event.at });
  }
  await rememberStored(draft, event, act);
  if (act.outcome.is === 'removed') await endAs(draft, event, act);
  if (event.taken !== null) await rememberTaken(draft, event, act);
}

function isWorse(one: Outcome['is'], other: Outcome['is']): boolean {
  return WORSE.indexOf(one) > WORSE.indexOf(other);
}

/** Counts a number once, wherever it is stored, with the worst that came of it. */
async function countOutcome(draft: Draft, event: Acted, act: Enforced): Promise<void> {
  const row = await controlRow(draft, event);
  const is = row.lately.filter(({ number }) => number === act.number).map((one) => one.is);
  const worst = is.toSorted((a, b) => WORSE.indexOf(b) - WORSE.indexOf(a))[0];
  const counted: Counted = { number: act.number, identifierKey: identifierKey(act.identifier), is: act.outcome.is };
  const lately = [...row.lately, counted].slice(-MOST_COUNTED);
  const first = worst === undefined;
  const sums = first ? row.sums : isWorse(act.outcome.is, worst) ? lessOf(row.sums, worst) : null;
  draft.put('controls', {
    ...row,
    lately,
    sums: sums === null ? row.sums : addOutcome(sums, act.outcome, first && act.met === 'given' ? 1 : 0),
  });
}

/** Without one that turned out worse. */
function lessOf(sums: ControlSums, is: Outcome['is']): ControlSums {
  return { ...sums, [is]: sums[is] - 1 };
}

async function rememberTaken(draft: Draft, event: Acted, act: Enforced): Promise<void> {
  if (event.taken === null) return;
  const { identifier, why } = event.taken;
  const key = takenKey(event.domain, identifier, why === 'hold' ? 'hold' : act);
  draft.put('taken', { key, domain: event.domain, at: event.at, number: act.number, taken: event.taken, backAt: null });
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
  if (known !== undefined && (await holdsAnother(draft, known, act.number))) return;
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

/** What came of an old number is told after the site gave the next one: then that one is stored there. */
async function holdsAnother(draft: Draft, { gone, number: key }: StoredRow, number: string): Promise<boolean> {
  const now = gone || key === null ? undefined : await draft.get('numbers', key);
  return now !== undefined && now.ended === null && now.number !== number;
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
