import type { DecisionReason } from '#core/decide.ts';
import type { ComponentChildren } from 'preact';
import { Given } from './number.tsx';
import { controlWords } from './words-control.ts';
import { words } from './words.ts';

/** Why a decision about a stored value is what it is, in a sentence. */
export function becauseText(reason: DecisionReason): ComponentChildren {
  const { because } = controlWords;
  switch (reason.says) {
    case 'pausedEverywhere':
      return because.pausedEverywhere();
    case 'pausedHere':
      return because.pausedHere(<Given text={reason.domain} />);
    case 'chosenForThis':
      return because.chosenForThis();
    case 'chosenForSite':
      return because.chosenForSite(<Given text={reason.domain} />);
    case 'redirectLoop':
      return because.redirectLoop(<Given text={reason.domain} />);
    case 'leftAlone':
      return because.leftAlone(reason.kind === 'random-id' ? words.kind.unknown() : words.kind[reason.kind]());
    case 'undecided':
      return because.undecided(reason.party === 'first' ? controlWords.partyFirst() : controlWords.partyThird());
  }
}
