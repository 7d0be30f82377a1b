import type { ConsentPurpose, ConsentRecord } from '#core/consent.ts';
import type { ChoiceFound, ChoiceStored, VisitMoment } from '#core/visit.ts';
import { answerOfAll } from '../answer.ts';
import { allows, isAnswer } from '../wish.ts';

/**
 * What a choice comes to for one purpose. `open`: neither can be said, since it cannot be read, is not told apart, or is
 * claimed without consent.
 */
export type Leave = 'granted' | 'refused' | 'open';

/** From the most innocent reading on. */
const BY_INNOCENCE: readonly Leave[] = ['granted', 'open', 'refused'];

/**
 * Presses, what is stored and requests come to be known in no fixed order, and what was under way when a choice was made
 * arrives after it: for so many ms round a choice everything has the more innocent reading.
 */
const SLACK_MS = 1000;

/** So long before a visit something must say it was chosen to be older than it: strings round their times to days. */
const DAY_MS = 86_400_000;

/** A choice that somebody made. */
export interface Chosen {
  readonly moment: ChoiceFound | ChoiceStored;
  /** When it was stored; one from an earlier visit is older than everything. */
  readonly at: number;
  /** From when on it may be known to the page. */
  readonly from: number;
}

/** Whether something stored states a choice of before the visit, kept elsewhere and stored here anew. */
function isOfBefore({ records }: ChoiceStored, start: number): boolean {
  return records.some(({ at, by }) => by !== 'default' && at !== null && at < start - DAY_MS);
}

/**
 * Whether it was stored while nobody chose anything, as far as was seen. Forms that state a press are believed (it may have
 * been in a frame that nobody watched), and so are those that state a choice of before the visit.
 */
export function isNobodys(moment: ChoiceStored, start: number): boolean {
  const { by, records } = moment;
  return by === 'nobody' && !records.some((record) => record.by === 'person') && !isOfBefore(moment, start);
}

/** Whether anything in it says, or leaves open, that a person chose. */
function isChosen(moment: ChoiceFound | ChoiceStored, start: number): boolean {
  const { records } = moment;
  const isByDefault = records.length > 0 && records.every(({ by }) => by === 'default');
  if (moment.type === 'choice-found') return records.length > 0 && !isByDefault;
  if (moment.by === 'nobody') return !isNobodys(moment, start);
  return isAnswer(moment.wanted) || !isByDefault;
}

function saysSame(one: ConsentRecord, other: ConsentRecord): boolean {
  return (
    one.form === other.form && one.by === other.by && JSON.stringify(one.purposes) === JSON.stringify(other.purposes)
  );
}

/** What was stored while nobody was seen pressing anything, without what stood there before and says the same. */
function newIn(moment: ChoiceStored, before: readonly ConsentRecord[]): ChoiceStored {
  if (moment.by !== 'nobody') return moment;
  return { ...moment, records: moment.records.filter((record) => !before.some((other) => saysSame(record, other))) };
}

/**
 * The choices in a visit, from the first. What was stored while nobody pressed anything is none, unless the form itself
 * states a press, which then was not seen: not the one that was known, beside which something else is stored.
 */
export function choicesIn(moments: readonly VisitMoment[], start: number): readonly Chosen[] {
  let before: readonly ConsentRecord[] = [];
  return moments.flatMap((moment): readonly Chosen[] => {
    if (moment.type !== 'choice' && moment.type !== 'choice-found') return [];
    const more = moment.type === 'choice' ? newIn(moment, before) : moment;
    before = moment.records;
    if (!isChosen(more, start)) return [];
    if (moment.type === 'choice-found') return [{ moment, at: -Infinity, from: -Infinity }];
    const isOlder = more.type === 'choice' && more.by === 'nobody' && isOfBefore(more, start);
    return [{ moment, at: moment.at, from: isOlder ? -Infinity : (moment.pressed ?? moment.at - SLACK_MS) }];
  });
}

/** What records come to for one purpose, with whatever cannot be read taken for a grant that is not proved. */
function leaveOfRecords(records: readonly ConsentRecord[], purpose: ConsentPurpose): Leave {
  const answer = answerOfAll(records, purpose);
  if (answer === 'granted') return 'granted';
  if (records.some(({ problem, purposes }) => problem !== null && purposes.length === 0)) return 'open';
  if (answer === 'refused' || answer === 'objected') return 'refused';
  // To store anything at all needs consent in the framework; legitimate interest is no ground for its purpose 1.
  return answer === 'legitimate-interest' && answerOfAll(records, 'storage') === 'refused' ? 'refused' : 'open';
}

/** What a choice comes to for one purpose: by what was wanted where that is known, else by what was stored. */
export function leaveOf({ moment }: Chosen, purpose: ConsentPurpose): Leave {
  if (moment.type === 'choice' && isAnswer(moment.wanted)) {
    return allows(moment.wanted, purpose) ? 'granted' : 'refused';
  }
  return leaveOfRecords(moment.records, purpose);
}

/** Whether any choice may have been made by then. */
export function isAfterChoice(choices: readonly Chosen[], at: number): boolean {
  return choices.some(({ from }) => from <= at);
}

/** The choice that holds at a time for one purpose. */
export interface InForce {
  readonly leave: Leave;
  readonly chosen: Chosen;
  /** Whether an earlier choice granted what it refuses: a withdrawal. */
  readonly isWithdrawal: boolean;
}

/** Which choice holds at a time; of choices made at the same time the most innocent. `null`: none yet. */
export function inForce(choices: readonly Chosen[], at: number, purpose: ConsentPurpose): InForce | null {
  const made = choices
    .map((chosen) => ({ chosen, leave: leaveOf(chosen, purpose) }))
    .filter(({ chosen, leave }) => (leave === 'refused' ? chosen.at + SLACK_MS < at : chosen.from <= at));
  const latest = made.reduce((last, { chosen }) => Math.max(last, chosen.at), -Infinity);
  const [first] = made
    .filter(({ chosen }) => chosen.at === latest)
    .toSorted((one, other) => BY_INNOCENCE.indexOf(one.leave) - BY_INNOCENCE.indexOf(other.leave));
  if (first === undefined) return null;
  const isWithdrawal = choices.some((one) => one.at < latest && leaveOf(one, purpose) === 'granted');
  return { ...first, isWithdrawal: first.leave === 'refused' && isWithdrawal };
}
