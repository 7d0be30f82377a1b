import type { ControlReport } from '#core/control.ts';
import type { Act, ActLine } from '#core/outcome.ts';

/** A line of the activity log that tells what became of a number. */
export type EnforcedLine = ActLine & { readonly act: Extract<Act, { readonly type: 'enforced' }> };

function isEnforced(line: ActLine): line is EnforcedLine {
  return line.act.type === 'enforced';
}

/** What became of numbers that were given since the choice that holds, newest first. */
export function givenSince({ acts, sums }: Pick<ControlReport, 'acts' | 'sums'>): readonly EnforcedLine[] {
  const since = sums?.since ?? 0;
  return acts.filter(isEnforced).filter(({ at, act }) => act.met === 'given' && at >= since);
}

/** What became of the numbers that were there when the site was blocked, newest first. */
export function keptSince({
  acts,
  sums,
  chosen,
}: Pick<ControlReport, 'acts' | 'sums' | 'chosen'>): readonly EnforcedLine[] {
  const since = chosen?.at ?? sums?.since ?? 0;
  return acts
    .filter(isEnforced)
    .filter(({ at, act }) => act.met === 'kept' && act.decision.verdict === 'block' && at >= since);
}

/** What became of the numbers that were replaced with the one that ended then. */
export function replacedAt({ acts }: Pick<ControlReport, 'acts'>, at: number): readonly EnforcedLine[] {
  const MINUTE_MS = 60_000;
  return acts
    .filter(isEnforced)
    .filter((line) => line.act.decision.verdict === 'reset' && Math.abs(line.at - at) < MINUTE_MS);
}
