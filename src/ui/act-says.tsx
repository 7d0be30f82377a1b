import type { Act, Outcome } from '#core/outcome.ts';
import { nameOf } from '#core/identifier.ts';
import type { Choice } from '#core/mode.ts';
import type { ComponentChildren } from 'preact';
import { clockOrDay, figure } from './amounts.ts';
import { Given } from './number.tsx';
import { resetText } from './rhythm.tsx';
import { controlWords } from './words-control.ts';
import { whyWords } from './words-why.ts';

/** What a choice is called where it was made. */
function choiceText(choice: Choice): string {
  return choice.mode === 'reset' ? resetText(choice.rhythm) : controlWords.decide[choice.mode]();
}

function chosenSays({ identifier, choice }: Extract<Act, { type: 'chosen' }>): ComponentChildren {
  if (identifier === null) {
    return choice === null ? controlWords.actUndecided() : controlWords.actChosen(choiceText(choice));
  }
  const name = <Given text={nameOf(identifier)} />;
  return choice === null ? controlWords.actUndecidedThis(name) : controlWords.actChosenThis(name, choiceText(choice));
}

function pausedSays({ until, why }: Extract<Act, { type: 'paused' }>, now: number): string {
  if (why === 'broken') return controlWords.actBroken();
  return until === null ? controlWords.actPaused() : controlWords.actPausedUntil(clockOrDay(until, now));
}

/** What became of a number, in one or two words: `Removed after 6 ms`. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.is) {
    case 'prevented':
      return controlWords.outcomePrevented();
    case 'removed':
      return controlWords.outcomeRemoved(figure(Math.round(outcome.afterMs)));
    case 'failed':
      return controlWords.outcomeFailed();
  }
}

function enforcedSays({ met, decision, outcome }: Extract<Act, { type: 'enforced' }>): string {
  if (outcome.is === 'failed') return controlWords.actFailed();
  if (decision.verdict === 'hold') return controlWords.actHeld();
  if (decision.verdict === 'reset') return controlWords.actReplaced();
  return met === 'kept' ? controlWords.actTaken() : controlWords.actNotKept();
}

/** One thing that was done, in a sentence. `now`: as seen from when, in ms since the epoch. */
export function actSays(act: Act, now: number): ComponentChildren {
  switch (act.type) {
    case 'chosen':
      return chosenSays(act);
    case 'corrected': {
      const name = <Given text={nameOf(act.identifier)} />;
      return act.is === null ? whyWords.actTakenBack(name) : whyWords.act[act.is](name);
    }
    case 'paused':
      return pausedSays(act, now);
    case 'resumed':
      return controlWords.actResumed();
    case 'loop':
      return controlWords.actLoop();
    case 'enforced':
      return enforcedSays(act);
    case 'came-back':
      return controlWords.actCameBack();
    case 'brought-back':
      return act.restored ? controlWords.actBroughtBack() : controlWords.actNotBroughtBack();
  }
}
