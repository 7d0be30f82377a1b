import type { ChoiceStored, VisitMoment } from '#core/visit.ts';

/** How a choice is told in few words. `some`: the person chose something, and what it meant is not known or was a part. */
export type ChoiceSays = 'refuse' | 'accept' | 'some' | 'known-as' | 'nobody';

/** What a choice was, as far as is known. */
export function choiceSays({ by, wanted }: Pick<ChoiceStored, 'by' | 'wanted'>): ChoiceSays {
  if (by === 'nobody') return 'nobody';
  if (by === 'known-as' && wanted?.is === 'refuse') return 'known-as';
  return wanted?.is === 'refuse' || wanted?.is === 'accept' ? wanted.is : 'some';
}

/** One line of what happened; requests that nothing lies between are one. */
export type VisitLine =
  | { readonly type: 'moment'; readonly at: number; readonly moment: Exclude<VisitMoment, { type: 'request' }> }
  | { readonly type: 'requests'; readonly at: number; readonly until: number; readonly count: number };

function carries(moment: VisitMoment): boolean {
  return moment.type === 'request' && moment.carried.length > 0;
}

/** Requests of a visit that carried numbers: when each was sent. */
export function requestTimes(moments: readonly VisitMoment[]): readonly number[] {
  return moments.filter(carries).map(({ at }) => at);
}

/** The moments of a visit in the order of time, as lines. */
export function visitLines(moments: readonly VisitMoment[]): readonly VisitLine[] {
  const lines: VisitLine[] = [];
  for (const moment of moments.toSorted((one, other) => one.at - other.at)) {
    const last = lines.at(-1);
    if (moment.type !== 'request') lines.push({ type: 'moment', at: moment.at, moment });
    else if (!carries(moment)) continue;
    else if (last?.type === 'requests') lines[lines.length - 1] = { ...last, until: moment.at, count: last.count + 1 };
    else lines.push({ type: 'requests', at: moment.at, until: moment.at, count: 1 });
  }
  return lines;
}
