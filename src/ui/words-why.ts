import { filled, plain, rich } from './say.ts';

/** The texts of why a value is taken for what it is, and of what the person says against it. */
export const whyWords = {
  why: plain('whyOpens'),
  factKind: plain('factKind'),
  factReasons: plain('factBecause'),
  number: plain('kindNumber'),
  sure: plain('sureQuite'),
  fairlySure: plain('sureFairly'),
  guess: plain('sureGuess'),
  said: plain('sureSaid'),
  factPart: plain('factPart'),
  wholeValue: plain('partWhole'),

  // One press.
  say: { number: plain('sayNumber'), 'no-number': plain('sayNoNumber') },
  does: { number: plain('sayNumberDoes'), 'no-number': plain('sayNoNumberDoes') },
  sayOf: filled('sayOf', 'what', 'which'),
  saidOn: { number: filled('saidNumberOn', 'day'), 'no-number': filled('saidNoNumberOn', 'day') },
  takeBack: plain('sayTakeBack'),

  // Two visits without cookies.
  try: plain('try'),
  tryDoes: plain('tryDoes'),
  tryUnderWay: plain('tryUnderWay'),
  tried: {
    another: plain('triedAnother'),
    same: plain('triedSame'),
    unclear: plain('triedUnclear'),
    unset: plain('triedUnset'),
    unanswered: plain('triedUnanswered'),
  },

  // All that was said on a site.
  saidHead: plain('saidHead'),
  is: { number: plain('saidIsNumber'), 'no-number': plain('saidIsNoNumber') },

  // What was done, a sentence each.
  act: { number: rich('actSaidNumber', 'name'), 'no-number': rich('actSaidNoNumber', 'name') },
  actTakenBack: rich('actSaidNothing', 'name'),
  told: { number: rich('toldSaidNumber', 'name', 'site'), 'no-number': rich('toldSaidNoNumber', 'name', 'site') },
  toldTakenBack: rich('toldSaidNothing', 'name', 'site'),
} as const;
