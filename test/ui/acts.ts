import type { SiteActLine } from '#core/control.ts';
import type { Act } from '#core/outcome.ts';
import { BLUEBIRD, cookie, DAY, domain, MINUTE, NOW, SECOND, stored, UUID } from './actors.ts';
import { BLOCK, enforced, EVERY_VISIT, numberOf, PREVENTED } from './control.ts';

/** One of each thing that can stand in the log of what Known As did, as the background reports it. */

const HALDEN = 'halden-audio.example';
const NEWS = 'northwind-news.example';
const HVID = cookie('hvid', HALDEN);

/** Newest first: how long before now, where, and what. */
const HAPPENED: readonly (readonly [ago: number, site: string, act: Act])[] = [
  [MINUTE, HALDEN, enforced(1, PREVENTED)],
  [
    2 * MINUTE,
    HALDEN,
    enforced(
      2,
      { is: 'removed', afterMs: 6, carriedBy: 0 },
      {
        identifier: stored('hv_copy', `https://${HALDEN}`),
        setBy: { how: 'script', script: `https://${HALDEN}/shop.js`, basis: 'verified' },
      },
    ),
  ],
  [
    3 * MINUTE,
    HALDEN,
    enforced(
      3,
      { is: 'removed', afterMs: 21, carriedBy: 1 },
      { identifier: cookie('bbid', 'bluebird-metrics.example'), party: 'third', number: BLUEBIRD },
    ),
  ],
  [10 * MINUTE, HALDEN, { type: 'came-back', identifier: HVID, number: UUID }],
  [20 * MINUTE, HALDEN, { type: 'chosen', identifier: null, choice: BLOCK }],
  [50 * MINUTE, NEWS, { type: 'resumed' }],
  [100 * MINUTE, NEWS, { type: 'paused', until: NOW - 40 * MINUTE, why: 'paused' }],
  [DAY, NEWS, { type: 'brought-back', identifier: cookie('nwid', NEWS), number: numberOf(9), restored: true }],
  [DAY + 30 * SECOND, NEWS, enforced(4, { is: 'failed', carriedBy: 3 }, { identifier: cookie('nwid', NEWS) })],
  [
    DAY + 5 * MINUTE,
    NEWS,
    enforced(
      9,
      { is: 'removed', afterMs: 4_000_000, carriedBy: 0 },
      {
        identifier: cookie('nwid', NEWS),
        met: 'kept',
        decision: {
          verdict: 'reset',
          rhythm: { every: 'visit' },
          because: { says: 'chosenForSite', domain: domain(NEWS) },
        },
      },
    ),
  ],
  [DAY + 6 * MINUTE, NEWS, { type: 'chosen', identifier: null, choice: EVERY_VISIT }],
  [DAY + 20 * MINUTE, 'cityclinic.example', { type: 'loop' }],
  [DAY + 60 * MINUTE, 'cityclinic.example', { type: 'paused', until: null, why: 'broken' }],
  [2 * DAY, HALDEN, { type: 'chosen', identifier: cookie('lang', HALDEN), choice: BLOCK }],
  [
    2 * DAY + MINUTE,
    'gardening-forum.example',
    enforced(5, PREVENTED, {
      identifier: cookie('gfid', 'gardening-forum.example'),
      decision: { verdict: 'hold', because: { says: 'undecided', party: 'first' } },
    }),
  ],
  [2 * DAY + 2 * MINUTE, 'gardening-forum.example', { type: 'chosen', identifier: null, choice: null }],
];

export function activity(): readonly SiteActLine[] {
  return HAPPENED.map(([ago, site, act], index) => ({ key: `d${index}`, at: NOW - ago, domain: domain(site), act }));
}
