import { counted, filled, plain, rich } from './say.ts';

/** The texts of what the person decides and of what came of it. The words themselves are in `_locales`. */
export const controlWords = {
  // The decision.
  decideName: plain('decideName'),
  decide: {
    allow: plain('decideAllow'),
    block: plain('decideBlock'),
    reset: plain('decideReset'),
  },
  standing: {
    undecided: plain('standingUndecided'),
    held: plain('standingHeld'),
    allowed: plain('standingAllowed'),
    blocked: plain('standingBlocked'),
    reset: plain('standingReset'),
    alone: plain('standingAlone'),
    paused: plain('standingPaused'),
  },
  undecidedKept: rich('undecidedKept', 'mode'),
  undecidedHeld: rich('undecidedHeld', 'mode'),
  undecidedWillHold: rich('undecidedWillHold', 'mode'),
  undecidedNone: rich('undecidedNone', 'mode'),
  allowKept: plain('allowKept'),
  allowHeld: plain('allowHeld'),
  blockWill: plain('blockWill'),
  resetWill: plain('resetWill'),
  allowedSince: rich('allowedSince', 'mode', 'day'),
  blockedSince: rich('blockedSince', 'mode', 'day', 'what is left alone'),
  leavesOne: filled('leavesOne', 'kind'),
  leavesMany: filled('leavesMany', 'kinds'),
  onlyNumbers: plain('onlyNumbers'),
  yours: {
    login: plain('yoursLogin'),
    cart: plain('yoursCart'),
    preference: plain('yoursPreference'),
    consent: plain('yoursConsent'),
    security: plain('yoursSecurity'),
  },
  resetSays: rich('resetSays', 'mode', 'next'),
  resetLoop: rich('resetLoop', 'mode'),
  nextVisit: plain('nextVisit'),
  nextSession: plain('nextSession'),
  nextAfter: filled('nextAfter', 'day'),
  pausedUntil: filled('pausedUntil', 'time'),
  pausedSays: rich('pausedSays', 'mode'),
  undecide: plain('undecide'),
  undecideSays: plain('undecideSays'),

  // When to reset.
  whenToReset: plain('whenToReset'),
  anotherRhythm: plain('anotherRhythm'),
  rhythm: {
    now: plain('rhythmNow'),
    visit: plain('rhythmVisit'),
    session: plain('rhythmSession'),
  },
  rhythmEvery: rich('rhythmEvery', 'count', 'unit'),
  howMany: plain('rhythmHowMany'),
  unit: plain('rhythmUnit'),
  unitDays: plain('rhythmDays'),
  unitHours: plain('rhythmHours'),
  set: plain('rhythmSet'),
  resetVisit: plain('resetVisit'),
  resetSession: plain('resetSession'),
  resetDays: counted('resetDays'),
  resetHours: counted('resetHours'),

  // The small mode, in lists.
  modeOf: filled('modeOf', 'standing', 'whose'),
  none: {
    'as-site': plain('modeAsSite'),
    undecided: plain('standingUndecided'),
    'left-alone': plain('modeLeftAlone'),
  },

  // Why a decision is what it is.
  because: {
    pausedEverywhere: plain('because_pausedEverywhere'),
    pausedHere: rich('because_pausedHere', 'site'),
    chosenForThis: plain('because_chosenForThis'),
    chosenForSite: rich('because_chosenForSite', 'site'),
    redirectLoop: rich('because_redirectLoop', 'site'),
    leftAlone: rich('because_leftAlone', 'kind'),
    undecided: rich('because_undecided', 'whose numbers'),
  },
  partyFirst: plain('partyFirst'),
  partyThird: plain('partyThird'),
} as const;
