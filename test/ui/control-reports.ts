import type { NumberReport, SiteReport, TabReport } from '#core/report.ts';
import { BLUEBIRD, cookie, DAY, domain, MINUTE, NOW, SECOND, stored, UUID } from './actors.ts';
import {
  BLOCK,
  CHOSEN_AT,
  chose,
  control,
  decided,
  enforced,
  EVERY_VISIT,
  fortyActs,
  line,
  numberOf,
  PREVENTED,
  sums,
  taken,
} from './control.ts';
import { assigned, search, visit } from './lines.ts';
import { leftAlone, month, NO_TALLY, number, seen, site } from './reports.ts';

/** Reports of sites about which something was decided. */

const HALDEN = domain('halden-audio.example');
const AFTER = 'c04e7d18-93fa-4b62-8a5d-e1f7206b9c30';
const RESET_AT = new Date(2026, 10, 22, 13, 58).getTime();
const HOUR = 60 * MINUTE;

/** The site's own number, as it was before the choice. */
function ended(how: 'blocked' | 'reset', at: number): NumberReport {
  return number({ ended: { at, how }, control: null });
}

const thirds = (control_: NumberReport['control']): readonly NumberReport[] => [
  number({
    number: BLUEBIRD,
    identifier: cookie('bbid', 'bluebird-metrics.example', { hostOnly: false }),
    party: 'third',
    purpose: 'advertising',
    control: control_,
  }),
];

const FEW: Partial<SiteReport> = {
  past: [],
  visits: 1,
  watchedSince: NOW - 25 * SECOND,
  numberless: [],
  events: [visit(NOW - 14 * SECOND, '', 14_000)],
  moreEvents: false,
  month: null,
  leftAlone: [
    leftAlone(cookie('csrf', 'halden-audio.example'), 'security'),
    leftAlone(cookie('lang', 'halden-audio.example'), 'preference', { preview: 'en' }),
    leftAlone(cookie('cart', 'halden-audio.example'), 'cart'),
  ],
};

/** Under Ask first, a number that waits. */
const asked = seen({
  ...FEW,
  numbers: [],
  control: control({
    mode: 'ask',
    held: [taken({ key: 'h1', why: 'hold', at: NOW - 20 * SECOND, expires: new Date(2027, 11, 27, 12).getTime() })],
    acts: [
      line(
        NOW - 20 * SECOND,
        enforced(1, PREVENTED, {
          number: UUID,
          decision: { verdict: 'hold', because: { says: 'undecided', party: 'first' } },
        }),
      ),
    ],
    sums: sums({ since: NOW - 20 * SECOND, pages: 1, given: 1, prevented: 1 }),
  }),
});

const allowed = seen({
  control: chose({ mode: 'allow' }),
  numbers: site().numbers.map((one, index) => ({
    ...one,
    control:
      index === 2
        ? decided('block', { says: 'chosenForThis' }, BLOCK)
        : decided('keep', { says: 'chosenForSite', domain: HALDEN }),
  })),
});

const blockedSite: Partial<SiteReport> = {
  numbers: [],
  past: [ended('blocked', CHOSEN_AT)],
  month: null,
  events: [visit(NOW - MINUTE, 'Hi-fi', 40_000), search(NOW - 2 * MINUTE, 'headphones')],
  moreEvents: false,
  numberless: [],
};

const blocked = seen({
  ...blockedSite,
  control: chose(BLOCK, {
    acts: fortyActs(),
    sums: sums({ prevented: 38, removed: 2, longestMs: 9 }),
    taken: [taken()],
  }),
});

/** Blocked a moment ago: nothing has been handed out since. */
const blockedNow = seen({
  ...blockedSite,
  past: [ended('blocked', NOW - 3 * SECOND)],
  control: control({
    chosen: { choice: BLOCK, at: NOW - 3 * SECOND, loopAt: null },
    mode: 'block',
    sums: sums({ since: NOW - 3 * SECOND, pages: 0, given: 0, prevented: 0 }),
    acts: [
      line(NOW - 2 * SECOND, enforced(1, { is: 'removed', afterMs: 12, carriedBy: 0 }, { number: UUID, met: 'kept' })),
      line(NOW - 3 * SECOND, { type: 'chosen', identifier: null, choice: BLOCK }),
    ],
    taken: [taken({ at: NOW - 2 * SECOND })],
  }),
});

/** Some were stored all the same, and one is at work. */
const blockedFailed = seen({
  ...blockedSite,
  numbers: [
    number({
      number: numberOf(2),
      since: NOW - 10 * MINUTE,
      identifier: stored('hv_copy', 'https://halden-audio.example'),
      setBy: { how: 'script', script: null, basis: 'verified' },
      control: decided('block', { says: 'chosenForSite', domain: HALDEN }),
      total: { ...NO_TALLY, visits: 1, pages: 2, requests: 3 },
    }),
    ...thirds(decided('keep', { says: 'chosenForThis' }, { mode: 'allow' })),
  ],
  control: chose(BLOCK, {
    acts: [
      line(NOW - MINUTE, enforced(1, PREVENTED)),
      line(
        NOW - 10 * MINUTE,
        enforced(2, { is: 'failed', carriedBy: 3 }, { setBy: { how: 'script', script: null, basis: 'verified' } }),
      ),
      line(NOW - 12 * MINUTE, enforced(3, { is: 'removed', afterMs: 21.4, carriedBy: 1 })),
      line(NOW - 13 * MINUTE, { type: 'came-back', identifier: cookie('hvid', 'halden-audio.example'), number: UUID }),
    ],
    sums: sums({ pages: 2, given: 3, prevented: 1, removed: 1, failed: 1, longestMs: 21.4, carriedBy: 4, cameBack: 1 }),
    taken: [taken(), taken({ key: 't2', number: numberOf(3), at: NOW - 12 * MINUTE })],
  }),
});

const resetActs = [
  line(
    RESET_AT,
    enforced(
      1,
      { is: 'removed', afterMs: 4, carriedBy: 0 },
      {
        number: UUID,
        met: 'kept',
        decision: { verdict: 'reset', rhythm: { every: 'visit' }, because: { says: 'chosenForSite', domain: HALDEN } },
      },
    ),
  ),
  line(
    RESET_AT,
    enforced(
      1,
      { is: 'removed', afterMs: 4, carriedBy: 0 },
      {
        number: UUID,
        met: 'kept',
        identifier: stored('hv_copy', 'https://halden-audio.example'),
        decision: { verdict: 'reset', rhythm: { every: 'visit' }, because: { says: 'chosenForSite', domain: HALDEN } },
      },
    ),
  ),
];

const after = number({
  number: AFTER,
  since: RESET_AT,
  control: {
    chosen: null,
    said: null,
    decision: { verdict: 'reset', rhythm: { every: 'visit' }, because: { says: 'chosenForSite', domain: HALDEN } },
  },
  total: { ...NO_TALLY, visits: 1, pages: 4, searches: 1, milliseconds: 190_000, requests: 31 },
});

const resetSite: Partial<SiteReport> = {
  numbers: [after],
  past: [ended('reset', RESET_AT)],
  month: month({
    tally: { ...NO_TALLY, visits: 1, pages: 4, searches: 1, milliseconds: 190_000 },
    days: Array.from({ length: 30 }, (_, day) => (day === 21 ? 1 : null)),
    sections: [{ section: 'Hi-fi', pages: 4 }],
    searches: [{ term: 'headphones', times: 1, last: NOW }],
    months: ['2026-11'],
  }),
  events: [search(NOW - MINUTE, 'headphones'), assigned(RESET_AT, 'number-replaced', { number: AFTER, before: UUID })],
  moreEvents: false,
};

const reset = seen({
  ...resetSite,
  control: chose(EVERY_VISIT, {
    acts: resetActs,
    sums: sums({ pages: 4, given: 0, prevented: 0 }),
    taken: [taken({ key: 'r1', why: 'reset', at: RESET_AT })],
  }),
});

/** Replaced, and no new number yet; there were others before. */
const resetAlone = seen({
  ...resetSite,
  numbers: [],
  month: null,
  past: [ended('reset', RESET_AT), ...site().past],
  control: chose(
    { mode: 'reset', rhythm: { every: 'hours', hours: 168 } },
    {
      acts: resetActs,
      nextReset: RESET_AT + 7 * DAY,
      taken: [taken({ key: 'r1', why: 'reset', at: RESET_AT })],
    },
  ),
});

const paused = seen({
  control: chose(BLOCK, { pause: { at: NOW - MINUTE, until: NOW + HOUR - MINUTE, why: 'paused', everywhere: false } }),
  numbers: site().numbers.map((one) => ({ ...one, control: decided('keep', { says: 'pausedHere', domain: HALDEN }) })),
});

const broken = seen({
  control: chose(BLOCK, { pause: { at: NOW - MINUTE, until: null, why: 'broken', everywhere: false } }),
  numbers: site().numbers.map((one) => ({ ...one, control: decided('keep', { says: 'pausedHere', domain: HALDEN }) })),
});

const loop = seen({
  ...resetSite,
  past: [],
  control: control({
    chosen: { choice: BLOCK, at: CHOSEN_AT, loopAt: CHOSEN_AT + MINUTE },
    mode: 'reset',
    acts: [line(CHOSEN_AT + MINUTE, { type: 'loop' })],
  }),
});

/** What the popup is shown with where something was decided, in the gallery and in tests. */
export const CONTROL_SCENES: Readonly<Record<string, TabReport>> = {
  asked,
  allowed,
  blocked,
  'blocked-now': blockedNow,
  'blocked-failed': blockedFailed,
  reset,
  'reset-alone': resetAlone,
  paused,
  broken,
  loop,
};
