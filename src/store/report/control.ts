import type { ControlReport, TakenNumber } from '#core/control.ts';
import type { Mode } from '#core/mode.ts';
import { chosenFor, holds, pauseOn, type Policy } from '#core/policy.ts';
import { hostOf, identifierKey } from '#core/identifier.ts';
import { type Domain, domainOfHost } from '#core/site.ts';
import type { TakenRow } from '../rows.ts';
import type { Tables } from '../tables.ts';

/** Acts shown of one site. */
const ACTS = 50;
const HOUR = 3_600_000;

/** What applies to a site's own numbers: what was chosen, or what undecided sites may do. */
export function modeOf(policy: Policy, domain: Domain): Mode {
  const chosen = chosenFor(policy, domain);
  if (chosen === undefined) return policy.undecided.first;
  return chosen.choice.mode === 'block' && chosen.loopAt !== null ? 'reset' : chosen.choice.mode;
}

function pauseOf(policy: Policy, domain: Domain, now: number): ControlReport['pause'] {
  const { everywhere } = policy.paused;
  if (holds(everywhere, now)) return { ...everywhere, everywhere: true };
  const here = pauseOn(policy, domain);
  return holds(here, now) ? { ...here, everywhere: false } : null;
}

function toTaken({ key, at, number, taken, backAt }: TakenRow): TakenNumber {
  const { identifier, expires, why } = taken;
  return { key, identifier, number, at, expires, why, backAt };
}

/**
 * When the oldest number at work on a site is so many hours old, counted from the choice at the earliest (ms since the
 * epoch); `null` where there is none.
 */
export async function hoursAreOver(
  tables: Tables,
  { domain, hours, chosenAt }: { readonly domain: Domain; readonly hours: number; readonly chosenAt: number },
): Promise<number | null> {
  const atWork = (await tables.ofDomain('numbers', domain)).filter(({ ended }) => ended === null);
  if (atWork.length === 0) return null;
  return Math.max(chosenAt, Math.min(...atWork.map(({ since }) => since))) + hours * HOUR;
}

/** The site's own before other companies', one it set itself before a known product's, cookies first, then the oldest. */
async function inRank(tables: Tables, domain: Domain, taken: readonly TakenNumber[]): Promise<readonly TakenNumber[]> {
  const rows = new Map((await tables.ofDomain('stored', domain)).map((row) => [row.identifierKey, row]));
  const rank = ({ identifier, at }: TakenNumber): readonly number[] => [
    domainOfHost(hostOf(identifier)) === domain ? 0 : 1,
    rows.get(identifierKey(identifier))?.verdict.vendor === null ? 0 : 1,
    identifier.area === 'cookie' ? 0 : 1,
    at,
  ];
  return taken.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const place = left.findIndex((value, index) => value !== right[index]);
    return place === -1 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
  });
}

/** What the person decided about a site, and what came of it. */
export async function controlReport(
  tables: Tables,
  { domain, policy, now }: { readonly domain: Domain; readonly policy: Policy; readonly now: number },
): Promise<ControlReport> {
  const [row, acts, taken] = await Promise.all([
    tables.get('controls', domain),
    tables.acts({ domain, before: Number.MAX_SAFE_INTEGER, limit: ACTS }),
    tables.ofDomain('taken', domain),
  ]);
  const chosen = chosenFor(policy, domain) ?? null;
  const latest = taken.toSorted((a, b) => b.at - a.at).map((one) => toTaken(one));
  const held = await inRank(tables, domain, latest);
  const rhythm = chosen?.choice.mode === 'reset' ? chosen.choice.rhythm : null;
  return {
    chosen,
    mode: modeOf(policy, domain),
    pause: pauseOf(policy, domain, now),
    sums: row?.sums ?? null,
    acts: acts.map(({ key, at, act }) => ({ key, at, act })),
    held: chosen === null ? held.filter(({ why, backAt }) => why === 'hold' && backAt === null) : [],
    // What was held and could not be put back with the choice waits no longer, and can be brought back as the rest.
    taken: latest.filter(({ why, backAt }) => why !== 'hold' || (chosen !== null && backAt === null)),
    nextReset:
      rhythm?.every === 'hours'
        ? await hoursAreOver(tables, { domain, hours: rhythm.hours, chosenAt: chosen?.at ?? now })
        : null,
  };
}
