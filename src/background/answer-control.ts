import { getTab } from '#browser/tabs.ts';
import { onDisk } from '#browser/storage.ts';
import type { PolicyReport } from '#core/control.ts';
import type { Said } from '#core/correction.ts';
import { parseIdentifier } from '#core/parse-identifier.ts';
import { parseChoice } from '#core/mode.ts';
import { holds } from '#core/policy.ts';
import type { ViewRequestName, ViewRequests } from '#messages/protocol.ts';
import { actsBefore } from '#store/report/activity.ts';
import { keepNotice, parseUndecided, readNotice } from '#store/policy.ts';
import { correct } from './control/correct.ts';
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
import type { Where } from './control/resets.ts';
import { tryWithoutCookies } from './control/try-without-cookies.ts';

/** How each question of a view is answered. */
export type Answers = {
  readonly [Name in ViewRequestName]: (ask: ViewRequests[Name]['ask']) => Promise<ViewRequests[Name]['answer']>;
};

/** Lines of the activity log in one answer, or about so many. */
const LINES = 100;

type OfControl =
  | 'choose'
  | 'chooseForThis'
  | 'correct'
  | 'tryWithoutCookies'
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
  const { undecided, paused } = await control.policy.read(false);
  const pauseNow = holds(paused.everywhere, control.now()) ? paused.everywhere : null;
  return { undecided, pause: pauseNow, notice: await readNotice(onDisk) };
}

function whereOf({ domain, private: isPrivate }: ViewRequests['resetNow']['ask']): Where {
  return { domain, private: isPrivate === true };
}

function placeOf(place: ViewRequests['resume']['ask']): Where | null {
  return place.domain === null ? null : whereOf(place);
}

/** Minutes that a pause lasts; what is none of it lasts until it is ended. */
function minutesOf(minutes: unknown): number | null {
  return typeof minutes === 'number' && minutes > 0 && Number.isFinite(minutes) ? minutes : null;
}

function saidIn(is: unknown): Said | null {
  return is === 'number' || is === 'no-number' ? is : null;
}

/** What the person decides, and what settings show of it. */
export function answersOfControl(deciding: Deciding): Pick<Answers, OfControl> {
  return {
    choose: async ({ choice, ...place }) => {
      await choose(deciding, whereOf(place), parseChoice(choice) ?? null);
      return null;
    },
    chooseForThis: async ({ domain, identifier, choice }) => {
      const known = parseIdentifier(identifier);
      if (known === undefined) throw new Error('There is no such place in storage');
      await chooseForThis(deciding, domain, { identifier: known, choice: parseChoice(choice) ?? null });
      return null;
    },
    correct: async ({ domain, identifier, is }) => {
      const known = parseIdentifier(identifier);
      if (known === undefined) throw new Error('There is no such place in storage');
      await correct(deciding, domain, { identifier: known, is: saidIn(is) });
      return null;
    },
    tryWithoutCookies: async ({ tabId, identifier }) => {
      const known = parseIdentifier(identifier);
      if (known === undefined || typeof tabId !== 'number') throw new Error('There is no such place in storage');
      return await tryWithoutCookies(deciding, { identifier: known, tabId });
    },
    resetNow: async (place) => {
      await resetNow(deciding, whereOf(place));
      return null;
    },
    pause: async ({ minutes, ...place }) => {
      await pause(deciding, placeOf(place), { minutes: minutesOf(minutes), why: 'paused' });
      return null;
    },
    resume: async (place) => {
      await resume(deciding, placeOf(place));
      return null;
    },
    looksBroken: async ({ domain, tabId }) => {
      const tab = await getTab(tabId);
      await looksBroken(deciding, { domain, private: tab?.private === true }, tabId);
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
    activity: async ({ before = Number.MAX_SAFE_INTEGER }) =>
      await actsBefore(deciding.control.disk.tables, { before, limit: LINES }),
  };
}
