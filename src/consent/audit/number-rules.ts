import type { Carriage } from '#core/event.ts';
import type { DurationDeclared, Finding, NumberStored, RequestSent } from '#core/visit.ts';
import { inForce, isAfterChoice } from './choices.ts';
import { choiceEvidence, numberEvidence } from './evidence.ts';
import { firstOfEach, type Visit } from './visit.ts';

function isFound({ how, setBy }: NumberStored): boolean {
  return how === 'found' || setBy.how === 'found';
}

/** The numbers that were given anew in this visit and are beyond what the site needs. */
function assigned({ moments, numbers }: Visit): readonly NumberStored[] {
  const stored = moments.filter((moment): moment is NumberStored => moment.type === 'number');
  const before = new Set(stored.filter(isFound).map(({ number }) => number));
  return stored.filter(({ how, number }) => how === 'assigned' && numbers.has(number) && !before.has(number));
}

function requestsIn({ moments }: Visit): readonly RequestSent[] {
  return moments.filter((moment) => moment.type === 'request');
}

/**
 * A number beyond what the site needs was assigned before any choice, where the site shows that consent comes first. Who
 * got it before the choice stands in the evidence. What was there before the visit is left out: a choice that nobody saw
 * may lie before it. Once a number.
 */
export function beforeChoice(visit: Visit): readonly Finding[] {
  if (!visit.asksFirst) return [];
  const early = assigned(visit).filter(({ at }) => !isAfterChoice(visit.choices, at));
  const requests = requestsIn(visit).filter(({ at }) => !isAfterChoice(visit.choices, at));
  return firstOfEach(early, ({ number }) => number).map((moment) => {
    const got = requests.filter(({ carried }) =>
      carried.some((one) => one.number === moment.number && !isSentToSetter(one.as, moment)),
    );
    return {
      rule: 'before-choice',
      at: moment.at,
      basis: 'inferred',
      evidence: [
        numberEvidence(moment),
        ...firstOfEach(got, ({ recipient }) => recipient).map(
          ({ at, recipient }) => ({ type: 'recipient', at, recipient }) as const,
        ),
      ],
    };
  });
}

/** A cookie of the site's own goes to whom it is from: the browser sends it, and nobody in the page does. */
function isSentToSetter(as: Carriage, { party }: NumberStored): boolean {
  return as === 'cookie' && party === 'first';
}

/** A number that was stored or sent at a time. */
interface Use {
  readonly at: number;
  readonly number: string;
  readonly recipient: RequestSent['recipient'] | null;
  readonly stored: NumberStored;
}

/** The uses of numbers beyond what the site needs: stored, also anew, and sent to anybody but who set them. */
function usesIn({ moments, numbers }: Visit): readonly Use[] {
  return moments.flatMap((moment): readonly Use[] => {
    if (moment.type === 'number') {
      const { at, number, how } = moment;
      return how !== 'found' && numbers.has(number) ? [{ at, number, recipient: null, stored: moment }] : [];
    }
    if (moment.type !== 'request') return [];
    const { at, recipient, carried } = moment;
    return carried.flatMap(({ number, as }) => {
      const stored = numbers.get(number)?.first;
      if (stored === undefined || isSentToSetter(as, stored)) return [];
      return [{ at, number, recipient, stored }];
    });
  });
}

/**
 * A number was stored or sent although its purpose was refused before, or was granted and the grant taken back. Once for
 * each number and who got it.
 */
export function afterRefusal(visit: Visit): readonly Finding[] {
  const found = usesIn(visit).flatMap(({ at, number, recipient, stored }) => {
    const purpose = visit.numbers.get(number)?.purpose;
    const choice = purpose === undefined ? null : inForce(visit.choices, at, purpose);
    if (choice?.leave !== 'refused') return [];
    const rule = choice.isWithdrawal ? ('after-withdrawal' as const) : ('after-refusal' as const);
    const got = recipient === null ? [] : [{ type: 'recipient', at, recipient } as const];
    const evidence = [numberEvidence(stored), ...got, ...choiceEvidence(choice.chosen)];
    return [
      { key: JSON.stringify([rule, number, recipient]), finding: { rule, at, basis: 'inferred', evidence } as const },
    ];
  });
  return firstOfEach(found, ({ key }) => key).map(({ finding }) => finding);
}

/** How much longer than declared something is kept before it is told: durations are rounded in words. */
const FACTOR = 1.5;
/** Seconds for which something that is declared for the session may stay: a visit that goes on is no other session. */
const SESSION_SECONDS = 86_400;

/** The longest that is declared for a name, in seconds; `null`: nothing is, or no end is. */
function longest(declared: readonly DurationDeclared[]): number | 'session' | null {
  if (declared.length === 0 || declared.some(({ lasts }) => lasts === 'unlimited')) return null;
  const seconds = declared.flatMap(({ lasts }) => (typeof lasts === 'number' ? [lasts] : []));
  return seconds.length === 0 ? 'session' : Math.max(...seconds);
}

/**
 * A cookie is made to last longer than the site declares, by half, or is declared for the session and stays for more than
 * a day. Only where a declaration was seen. Web storage has no date at which it ends and is left out: its scripts may end
 * it themselves. Once a name.
 */
export function longerThanDeclared({ moments, numbers }: Visit): readonly Finding[] {
  const declared = moments.filter((moment) => moment.type === 'declared');
  const stored = moments.filter(
    (moment): moment is NumberStored => moment.type === 'number' && numbers.has(moment.number),
  );
  const found = stored.flatMap((moment) => {
    if (typeof moment.expires !== 'number') return [];
    const lasts = longest(declared.filter(({ name }) => name === moment.name));
    const limit = lasts === null ? Infinity : lasts === 'session' ? SESSION_SECONDS : lasts * FACTOR;
    if (lasts === null || !((moment.expires - moment.at) / 1000 > limit)) return [];
    const at = declared.find(({ name, lasts: one }) => name === moment.name && one === lasts)?.at ?? moment.at;
    const evidence = [numberEvidence(moment), { type: 'declared', at, lasts } as const];
    return [
      {
        name: moment.name,
        finding: { rule: 'longer-than-declared', at: moment.at, basis: 'stated', evidence } as const,
      },
    ];
  });
  return firstOfEach(found, ({ name }) => name).map(({ finding }) => finding);
}
