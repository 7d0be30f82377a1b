import { hostOf } from '#core/identifier.ts';
import type { SiteActLine } from '#core/control.ts';
import type { Act } from '#core/outcome.ts';

type Enforced = Extract<Act, { readonly type: 'enforced' }>;

/** What became of several numbers in a row, from the same giver and with the same outcome. */
export interface Run {
  readonly key: string;
  /** Of the newest of them, in ms since the epoch. */
  readonly at: number;
  readonly lines: readonly SiteActLine[];
  /** Where they are several; `null`: one act as it is. */
  readonly same: Enforced | null;
}

/** What must be the same for lines to be told as one; `null`: it stands by itself. */
function likeness({ domain, act }: SiteActLine): string | null {
  if (act.type !== 'enforced' || act.met !== 'given') return null;
  return JSON.stringify([domain, hostOf(act.identifier), act.decision.verdict, act.outcome.is]);
}

/** Lines, newest first, with those alike and next to each other as one: a page may give forty numbers. */
export function runsOf(lines: readonly SiteActLine[]): readonly Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    const like = likeness(line);
    const joins = last !== undefined && like !== null && likeness(last.lines[0] ?? line) === like;
    if (joins && line.act.type === 'enforced') {
      runs[runs.length - 1] = { ...last, lines: [...last.lines, line], same: line.act };
    } else {
      runs.push({ key: line.key, at: line.at, lines: [line], same: null });
    }
  }
  return runs;
}
