import { onDisk } from '#browser/storage.ts';
import type { PolicyReport } from '#core/control.ts';
import { parseChoice } from '#core/mode.ts';
import { holds } from '#core/policy.ts';
import type { ViewRequestName, ViewRequests } from '#messages/protocol.ts';
import { keepNotice, parseUndecided, readNotice } from '#store/policy.ts';
import { bringBack } from './control/bring-back.ts';
import {
  changeUndecided,
  choose,
  chooseForThis,
  type Deciding,
  looksBroken,
  pause,
  resetNow,
  resume,
} from './control/decisions.ts';

/** How each question of a view is answered. */
export type Answers = {
  readonly [Name in ViewRequestName]: (ask: ViewRequests[Name]['ask']) => Promise<ViewRequests[Name]['answer']>;
};

/** Lines of the activity log in one answer. */
const LINES = 100;

type OfControl =
  | 'choose'
  | 'chooseForThis'
  | 'resetNow'
  | 'pause'
  | 'resume'
  | 'looksBroken'
  | 'bringBack'
  | 'policy'
  | 'changeUndecided'
  | 'changeNotice'
  | 'activity';

async function policyReport({ control }: Deciding): Promise<PolicyReport> {
  const { undecided, paused } = await control.policy.read();
  const pauseNow = holds(paused.everywhere, control.now()) ? paused.everywhere : null;
  return { undecided, pause: pauseNow, notice: await readNotice(onDisk) };
}

/** What the person decides, and what settings show of it. */
export function answersOfControl(deciding: Deciding): Pick<Answers, OfControl> {
  return {
    choose: async ({ domain, choice }) => {
      await choose(deciding, domain, parseChoice(choice) ?? null);
      return null;
    },
    chooseForThis: async ({ domain, identifier, choice }) => {
      await chooseForThis(deciding, domain, { identifier, choice: parseChoice(choice) ?? null });
      return null;
    },
    resetNow: async ({ domain }) => {
      await resetNow(deciding, domain);
      return null;
    },
    pause: async ({ domain, minutes }) => {
      await pause(deciding, domain, { minutes, why: 'paused' });
      return null;
    },
    resume: async ({ domain }) => {
      await resume(deciding, domain);
      return null;
    },
    looksBroken: async ({ domain, tabId }) => {
      await looksBroken(deciding, domain, tabId);
      return null;
    },
    bringBack: async ({ key }) => await bringBack(deciding.control, deciding.layers, key),
    policy: async () => await policyReport(deciding),
    changeUndecided: async (undecided) => {
      await changeUndecided(deciding, parseUndecided(undecided));
      return await policyReport(deciding);
    },
    changeNotice: async (notice) => {
      await keepNotice(onDisk, notice);
      return await policyReport(deciding);
    },
    activity: async ({ before }) => {
      const { tables } = deciding.control.disk;
      const acts = await tables.acts({ domain: null, before: before ?? Number.MAX_SAFE_INTEGER, limit: LINES });
      const last = acts.at(-1);
      return { lines: acts, next: acts.length === LINES && last !== undefined ? last.at : null };
    },
  };
}
