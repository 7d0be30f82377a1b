import { isPrivateStore } from '#browser/cookies.ts';
import { editsHeaders } from '#browser/header-edits.ts';
import type { Outcome } from '#core/outcome.ts';
import type { Document, Navigation, Seen, Withholding } from '#observe/withholding.ts';
import { type Deciding, answerLoop } from './decisions.ts';
import { type TakenFromHeaders, tellTakenOut } from './edit.ts';
import { answerHeld } from './hold-written.ts';
import { watchForLoops } from './loops.ts';
import { resetIfDue, rhythmOf } from './resets.ts';
import { countCarried, takeAway, withheldBy } from './withhold.ts';
import { forgetFound, tellForgotten } from './withhold-storage.ts';

/** Work that nobody waits for; a failure is shown where a developer looks. */
function later(work: Promise<unknown>): void {
  work.catch(globalThis.reportError);
}

/** Carries decisions out as the observers tell of things. */
export function withholdAsDecided(deciding: Deciding, taken: TakenFromHeaders): Withholding {
  const { control, being, asked, layers } = deciding;
  const loops = watchForLoops();
  // One that came as far as the jar was not known by name: from now on the layers know it.
  const told = ({ is }: Outcome): void => {
    if (is !== 'prevented') later(layers.refresh());
  };
  const navigated = async ({ domain, store, tab }: Navigation, loop: boolean): Promise<void> => {
    const where = { domain, private: isPrivateStore(store) };
    if (loop) await answerLoop(deciding, where, tab);
    if ((await rhythmOf(deciding, where)) !== null) await resetIfDue(deciding, where);
  };
  return {
    stored: async (cookie, seen, since) => {
      const decision = await withheldBy(control, cookie, seen);
      if (decision === null) return false;
      const outcome = await takeAway(control, being, { cookie, seen, since, decision, met: 'given', told });
      return outcome.is !== 'failed';
    },
    sent: being.sent.note,
    carried: (cookie) => countCarried(being, cookie),
    held: async (items, from: Document) => await answerHeld(control, { items, from }),
    inStorage: async (seen: Seen, from: Document) => await forgetFound(control, asked, { seen, from }),
    forgotten: async (items, from) => await tellForgotten(control, asked, { items, from }),
    opened: (domain) => later(deciding.due.opened(domain)),
    began: (id, request) => {
      if (!editsHeaders()) being.asked.began(id, request);
    },
    answered: (request, at) => {
      being.asked.answered(request, at);
      if (taken.has(request)) later(tellTakenOut(control, taken, request));
    },
    navigated: (navigation) => later(navigated(navigation, loops.notice(navigation))),
  };
}
