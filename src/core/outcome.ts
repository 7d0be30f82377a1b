import type { Said } from './correction.ts';
import type { Party, SetBy } from './event.ts';
import type { Identifier } from './identifier.ts';
import type { Decision } from './decide.ts';
import type { Choice } from './mode.ts';

/** What really happened to a number that was not to be kept, by a fresh look afterwards. Never what was asked for. */
export type Outcome =
  /** It is not stored and never was, beyond the response or the script that brought it. */
  | { readonly is: 'prevented' }
  /** It was stored and is no longer: how many ms it was there, and how many requests carried it meanwhile. */
  | { readonly is: 'removed'; readonly afterMs: number; readonly carriedBy: number }
  /** It is still stored. */
  | { readonly is: 'failed'; readonly carriedBy: number };

/** When a number was met: just `given`, or `kept` from before the choice (a reset meets only such). */
export type Met = 'given' | 'kept';

/** One thing Known As did, or the person did through it: a line of the activity log. Newest first in reports. */
export type Act =
  /** `choice` `null`: undecided again; `identifier` `null`: for the whole site. */
  | { readonly type: 'chosen'; readonly identifier: Identifier | null; readonly choice: Choice | null }
  /** The person said what a stored value is; `null`: they took it back. */
  | { readonly type: 'corrected'; readonly identifier: Identifier; readonly is: Said | null }
  | { readonly type: 'paused'; readonly until: number | null; readonly why: 'paused' | 'broken' }
  | { readonly type: 'resumed' }
  /** Pages redirected for ever without the number, so Block now acts as Reset on every visit. */
  | { readonly type: 'loop' }
  | {
      readonly type: 'enforced';
      readonly identifier: Identifier;
      readonly number: string;
      readonly party: Party;
      readonly setBy: SetBy;
      readonly met: Met;
      readonly decision: Exclude<Decision, { readonly verdict: 'keep' }>;
      readonly outcome: Outcome;
    }
  /** A number that was taken away is there again, set by the site itself. */
  | { readonly type: 'came-back'; readonly identifier: Identifier; readonly number: string }
  /** The person brought a number back; `restored`: a fresh look found it. */
  | {
      readonly type: 'brought-back';
      readonly identifier: Identifier;
      readonly number: string;
      readonly restored: boolean;
    };

/** An act with when and where it was. */
export interface ActLine {
  readonly key: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly act: Act;
}
