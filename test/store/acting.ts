import type { LedgerEvent } from '#core/event.ts';
import type { Choice } from '#core/mode.ts';
import type { Act, ActLine, Met, Outcome } from '#core/outcome.ts';
import type { SiteReport } from '#core/report.ts';
import { type Enforceable, enforcedEvent, takenOf, whyTaken } from '#enforce/acted.ts';
import { sightingOf, UNKNOWN } from '#observe/sighting.ts';
import { cookieOf } from '../support/fakes/set-cookie.ts';
import { type Here, type Story, STATED } from '../support/fakes/story.ts';
import { hvid } from './names.ts';
import { SHOP } from './row-of.ts';

export const BLOCKED: Enforceable = { verdict: 'block', because: { says: 'chosenForSite', domain: SHOP } };
export const HELD: Enforceable = { verdict: 'hold', because: { says: 'undecided', party: 'first' } };
export const RESET: Enforceable = {
  verdict: 'reset',
  rhythm: { every: 'visit' },
  because: { says: 'chosenForSite', domain: SHOP },
};

export const PREVENTED: Outcome = { is: 'prevented' };
export const FAILED: Outcome = { is: 'failed', carriedBy: 0 };

export function removed(afterMs = 8, carriedBy = 0): Outcome {
  return { is: 'removed', afterMs, carriedBy };
}

/** What was done, and with what. */
interface Doing {
  readonly outcome: Outcome;
  readonly decision?: Enforceable;
  readonly met?: Met;
  readonly line?: string;
}

/** Something was done to the cookie of a line, on the page in the tab. */
export function done({
  outcome,
  decision = BLOCKED,
  met = 'given',
  line = hvid(),
}: Doing): (here: Here) => LedgerEvent {
  return (here) => {
    const { at, domain, store } = here;
    const cookie = cookieOf(line, { url: 'https://shop.example/', at, store });
    const sighting = sightingOf(cookie, { domain, now: at, setBy: STATED, about: UNKNOWN });
    return enforcedEvent(here, {
      sighting,
      decision,
      outcome,
      met,
      taken: takenOf(cookie, { why: whyTaken(decision), setBy: STATED }),
    });
  };
}

/** Something else was done. */
export function act(of: Act): (here: Here) => LedgerEvent {
  return (here) => ({ type: 'acted', ...here, act: of, sighting: null, taken: null });
}

/** The person chooses for the site. */
export function choose(choice: Choice | null): (here: Here) => LedgerEvent {
  return act({ type: 'chosen', identifier: null, choice });
}

/** A choice, and then what was done. */
export function blockedSite(tale: Story, ...doings: readonly Doing[]): Story {
  tale.happens(choose({ mode: 'block' }));
  for (const doing of doings) tale.later(1).happens(done(doing));
  return tale;
}

/** The activity as one would read it, oldest first. */
export function activity({ control }: SiteReport): readonly string[] {
  return control.acts.map(reading).toReversed();
}

function reading({ act: of }: ActLine): string {
  switch (of.type) {
    case 'chosen':
      return `chosen ${of.choice?.mode ?? 'nothing'}`;
    case 'corrected':
      return `said ${of.is ?? 'nothing'}`;
    case 'enforced':
      return `${of.decision.verdict} ${of.number.slice(0, 4)}: ${of.outcome.is}`;
    case 'came-back':
      return `${of.number.slice(0, 4)} came back`;
    case 'brought-back':
      return `${of.number.slice(0, 4)} brought back`;
    case 'paused':
    case 'resumed':
    case 'loop':
      return of.type;
  }
}
