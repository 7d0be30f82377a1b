import type { SiteReport } from '#core/report.ts';
import type { ControlReport } from '#core/control.ts';
import type { Decision } from '#core/decide.ts';
import type { Choice, Mode } from '#core/mode.ts';
import type { IconName } from './icon.tsx';

/** How a site or a stored value stands, as one word on a button says it. */
export type Standing = 'undecided' | 'allowed' | 'blocked' | 'reset' | 'alone' | 'paused';

/** The glyph of each: full badge, struck through, turning, dashed. A mode is never told by colour. */
export const GLYPHS: Readonly<Record<Standing, IconName>> = {
  undecided: 'undecided',
  allowed: 'allow',
  blocked: 'block',
  reset: 'reset',
  alone: 'undecided',
  paused: 'pause',
};

/** How a site stands by its mode. */
export function standingOfMode(mode: Mode): Standing {
  switch (mode) {
    case 'notify':
    case 'ask':
      return 'undecided';
    case 'allow':
      return 'allowed';
    case 'block':
      return 'blocked';
    case 'reset':
      return 'reset';
  }
}

/** Why a value is kept, as one word: chosen, not decided yet, no number, or paused. */
function standingOfKept({ because }: Decision): Standing {
  switch (because.says) {
    case 'pausedEverywhere':
    case 'pausedHere':
      return 'paused';
    case 'chosenForThis':
    case 'chosenForSite':
    case 'redirectLoop':
      return 'allowed';
    case 'leftAlone':
      return 'alone';
    case 'undecided':
      return 'undecided';
  }
}

/** How one stored value stands by what is decided about it. */
export function standingOf(decision: Decision): Standing {
  switch (decision.verdict) {
    case 'keep':
      return standingOfKept(decision);
    // Held until the person chooses; whether one is held now, the report says elsewhere.
    case 'hold':
      return 'undecided';
    case 'block':
      return 'blocked';
    case 'reset':
      return 'reset';
  }
}

/** The choice that is in force: Block becomes Reset on every visit where pages redirect for ever without a number. */
export function inForce({ chosen }: Pick<ControlReport, 'chosen'>): Choice | null {
  if (chosen === null) return null;
  return chosen.choice.mode === 'block' && chosen.loopAt !== null
    ? { mode: 'reset', rhythm: { every: 'visit' } }
    : chosen.choice;
}

/** What a site that is undecided has of a number: one at work, one held back, or none. */
export function hasNumber({ numbers, control }: SiteReport): 'kept' | 'held' | 'none' {
  if (control.held.length > 0) return 'held';
  return numbers.length > 0 ? 'kept' : 'none';
}
