import type { VisitMoment, VisitReport } from '#core/visit.ts';
import { audited } from '#store/report/visit.ts';
import { tcf } from '../consent/choices.ts';
import { ADVERTISING, banner, choice, number, request } from '../consent/told.ts';
import { NOW, SECOND } from './actors.ts';

/** Of a story that begins elsewhere, as if it had begun a moment ago. */
function moved(moments: readonly VisitMoment[], start: number): readonly VisitMoment[] {
  const first = Math.min(...moments.map(({ at }) => at));
  return moments.map((moment) => ({ ...moment, at: moment.at - first + start }));
}

/** A visit to a shop that does not keep to what was chosen. */
export const LYING: readonly VisitMoment[] = [
  { type: 'page', at: number(0, '_ga').at, gpc: false },
  number(0.4, '_ga'),
  ...[1.5, 2, 2.4].map((at) => request(at, 'google-analytics.com', ['_ga'])),
  banner(2),
  choice(7, [tcf({ interests: [2, 7, 9] })], { wanted: { is: 'refuse' } }),
  request(9.8, 'google-analytics.com', ['_ga'], { flag: 'gcs=G111' }),
  request(10.6, 'google-analytics.com', ['_ga']),
  number(12.2, '_fbp', { verdict: ADVERTISING }),
  request(13.1, 'facebook.com', ['_fbp']),
];

/** The report of a visit that began 16 seconds ago. */
export function visit(moments: readonly VisitMoment[] = LYING): VisitReport {
  const start = NOW - 16 * SECOND;
  return audited({ start, last: NOW, moments: moved(moments, start), overflowed: false });
}
