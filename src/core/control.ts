import type { Correction } from './correction.ts';
import type { Decision } from './decide.ts';
import type { Expiry } from './event.ts';
import type { Identifier } from './identifier.ts';
import type { Mode } from './mode.ts';
import type { ActLine } from './outcome.ts';
import type { Chosen, Pause, Policy, SiteChosen } from './policy.ts';
import type { Domain } from './site.ts';

/** What came of a site's present choice, counted since it was made. Every figure is of looked-up outcomes. */
export interface ControlSums {
  /** When counting began: the choice (ms since the epoch), or the first number held back. */
  readonly since: number;
  /** Pages of the site opened since. */
  readonly pages: number;
  /** Numbers that were given and not to be kept. */
  readonly given: number;
  readonly prevented: number;
  readonly removed: number;
  readonly failed: number;
  /** Longest time a removed one was stored, in ms. */
  readonly longestMs: number;
  /** Requests that carried one of them. */
  readonly carriedBy: number;
  /** Numbers taken away that the site brought back. */
  readonly cameBack: number;
}

/** A number that was taken away and can be brought back, or that is held until the person decides. */
export interface TakenNumber {
  readonly key: string;
  readonly identifier: Identifier;
  readonly number: string;
  readonly at: number;
  readonly expires: Expiry;
  /** `hold`: neither stored nor sent until the person decides. */
  readonly why: 'hold' | 'block' | 'reset';
  /** When it was brought back; `null`: not. */
  readonly backAt: number | null;
}

/** What the person decided about a site, what is being done about it, and what came of it. */
export interface ControlReport {
  /** `null`: undecided. */
  readonly chosen: SiteChosen | null;
  /** What applies to the site's own numbers now: what was chosen, or what undecided sites may do. */
  readonly mode: Mode;
  /** The pause that holds now, here or everywhere. */
  readonly pause: (Pause & { readonly everywhere: boolean }) | null;
  readonly sums: ControlSums | null;
  /** What happened lately, newest first, at most 50. */
  readonly acts: readonly ActLine[];
  /** Numbers waiting for the person's decision. */
  readonly held: readonly TakenNumber[];
  /** What can be brought back, newest first. */
  readonly taken: readonly TakenNumber[];
  /** When the site's numbers are replaced next (ms since the epoch), under Reset; `null`: with the next visit or session. */
  readonly nextReset: number | null;
}

/** What is decided about one stored value, and what was chosen for that very one and said of it. */
export interface IdentifierControl {
  readonly chosen: Chosen | null;
  /** What the person said it is; `null`: nothing. */
  readonly said: Correction | null;
  readonly decision: Decision;
}

/** What settings show of the policy. */
export interface PolicyReport extends Pick<Policy, 'undecided'> {
  readonly pause: Pause | null;
  /** How the person is told of a site's number. */
  readonly notice: NoticeSettings;
}

/** How a site's number is told of, once a site. */
export interface NoticeSettings {
  /** A small card in the page, a notification of the system's, or only the badge on the toolbar. */
  readonly by: 'card' | 'notification' | 'badge';
  /** Most cards or notifications a day; more wait in the popup. 1 to 50. */
  readonly aDay: number;
}

export const DEFAULT_NOTICE: NoticeSettings = { by: 'badge', aDay: 3 };

/** A line of the activity log over all sites. */
export interface SiteActLine extends ActLine {
  readonly domain: Domain;
}
