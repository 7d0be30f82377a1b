import { cancelAlarm, setAlarmAt } from '#browser/lifecycle.ts';
import type { Rhythm } from '#core/mode.ts';
import { chosenFor } from '#core/policy.ts';
import { type Domain } from '#core/site.ts';
import type { Enforceable } from '#enforce/acted.ts';
import type { Ledger } from '#store/ledger.ts';
import type { StoredRow } from '#store/rows.ts';
import { VISIT_GAP } from '#store/fold/file-page.ts';
import { hoursAreOver } from '#store/report/control.ts';
import { decideOnRow } from './control.ts';
import { chosenSites } from './never-kept.ts';
import { sweep, type Sweeping, type Which } from './sweep.ts';

/** A site, in ordinary windows or in private ones. */
export interface Where {
  readonly domain: Domain;
  readonly private: boolean;
}

/** A site in ordinary windows. */
export function ordinary(domain: Domain): Where {
  return { domain, private: false };
}

/** Name of the alarm that replaces a site's numbers. */
export const RESET_ALARM = 'reset/';

/** What a reset takes: whatever is decided to be reset, and with it every other place the same number is stored in. */
function whatIsReset({ tables }: Ledger, reset: (row: StoredRow) => Promise<Enforceable | null>): Which {
  const sameNumbers = new Map<string, Enforceable>();
  return async (row) => {
    const decision = await reset(row);
    const number = row.number === null ? undefined : await tables.get('numbers', row.number);
    if (decision !== null && number !== undefined) sameNumbers.set(number.number, decision);
    return decision ?? (number === undefined ? null : (sameNumbers.get(number.number) ?? null));
  };
}

/** Replaces a site's numbers now: they are taken away, and the site gives new ones when it is asked next. */
export async function resetSite(
  sweeping: Sweeping,
  { domain, private: isPrivate }: Where,
  once = false,
): Promise<void> {
  const { control } = sweeping;
  const ledger = isPrivate ? await control.private : control.disk;
  const decided = async (row: StoredRow): Promise<Enforceable | null> => {
    const decision = await decideOnRow(control, row);
    if (decision.verdict === 'reset') return decision;
    const isNumber = row.verdict.kind === 'random-id';
    // Pressed once: whatever was chosen, but what holds a number back already needs no reset.
    return once && isNumber && decision.verdict === 'keep'
      ? { verdict: 'reset', rhythm: { every: 'visit' }, because: { says: 'chosenForSite', domain } }
      : null;
  };
  const which = whatIsReset(ledger, decided);
  // The first pass learns the numbers, so that the second finds them wherever else they are stored.
  for (const row of await ledger.tables.ofDomain('stored', domain)) if (!row.gone) await which(row);
  await sweep(sweeping, { domain, ledgers: [ledger] }, which);
}

/** When a site's numbers are to be replaced next (ms since the epoch); `null`: not by the clock. */
async function nextReset(
  { control }: Sweeping,
  { domain, private: isPrivate }: Where,
  rhythm: Rhythm,
): Promise<number | null> {
  const { tables } = isPrivate ? await control.private : control.disk;
  const site = await tables.get('sites', domain);
  switch (rhythm.every) {
    case 'session':
      return null;
    case 'visit':
      return site?.lastPageAt === null || site === undefined ? null : site.lastPageAt + VISIT_GAP;
    case 'hours': {
      const chosenAt = chosenFor(await control.policy.read(isPrivate), domain)?.at ?? 0;
      return await hoursAreOver(tables, { domain, hours: rhythm.hours, chosenAt });
    }
  }
}

/** The rhythm in which a site's numbers, or single ones on it, are replaced; `null` where none is. */
export async function rhythmOf({ control }: Sweeping, { domain, private: isPrivate }: Where): Promise<Rhythm | null> {
  const policy = await control.policy.read(isPrivate);
  const chosen = chosenFor(policy, domain);
  if (chosen?.choice.mode === 'reset') return chosen.choice.rhythm;
  if (chosen?.choice.mode === 'block' && chosen.loopAt !== null) return { every: 'visit' };
  // Of several the first: what is due with it is whatever is decided to be reset there.
  const single = Object.values(policy.identifiers).find((one) => one.domain === domain && one.choice.mode === 'reset');
  return single?.choice.mode === 'reset' ? single.choice.rhythm : null;
}

/**
 * Replaces a site's numbers if they are due, and sets the alarm for the next time. Browsers keep alarms on disk: none is
 * set for a private window, whose pages are looked at as they are asked for.
 */
export async function resetIfDue(sweeping: Sweeping, where: Where): Promise<void> {
  const rhythm = await rhythmOf(sweeping, where);
  const next = rhythm === null ? null : await nextReset(sweeping, where, rhythm);
  if (rhythm === null || next === null) {
    if (!where.private) await cancelAlarm(RESET_ALARM + where.domain);
    return;
  }
  if (next > sweeping.control.now()) await setAlarm(where, next);
  else if (!(await resetSinceLastPage(sweeping, where, rhythm))) await resetSite(sweeping, where);
}

async function setAlarm({ domain, private: isPrivate }: Where, at: number): Promise<void> {
  if (!isPrivate) await setAlarmAt(RESET_ALARM + domain, at);
}

/** Something new is known of a site: the alarm is set for when its numbers are due. What is due already is left to be. */
export async function setResetAlarm(sweeping: Sweeping, domain: Domain): Promise<void> {
  const where = ordinary(domain);
  const rhythm = await rhythmOf(sweeping, where);
  const next = rhythm === null ? null : await nextReset(sweeping, where, rhythm);
  if (next !== null && next > sweeping.control.now()) await setAlarm(where, next);
}

/** A visit that is over is followed by one reset, not by one at each look. */
async function resetSinceLastPage(
  { control }: Sweeping,
  { domain, private: isPrivate }: Where,
  rhythm: Rhythm,
): Promise<boolean> {
  if (rhythm.every !== 'visit') return false;
  const { tables } = isPrivate ? await control.private : control.disk;
  const [site, row] = await Promise.all([tables.get('sites', domain), tables.get('controls', domain)]);
  return (row?.lastReset ?? 0) > (site?.lastPageAt ?? 0);
}

/** A browser session began: what is replaced with every session, and whatever became due meanwhile. */
export async function resetForSession(sweeping: Sweeping): Promise<void> {
  for (const domain of chosenSites(await sweeping.control.policy.read(false))) {
    const where = ordinary(domain);
    const rhythm = await rhythmOf(sweeping, where);
    if (rhythm?.every === 'session') await resetSite(sweeping, where);
    else if (rhythm !== null) await resetIfDue(sweeping, where);
  }
}
