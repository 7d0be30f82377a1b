import type { Correction, Said } from '#core/correction.ts';
import { type GpcHere, gpcHere, NO_GPC } from '#core/gpc.ts';
import type { Identifier } from '#core/identifier.ts';
import type { LeftAlone, MonthReport, NumberReport, SiteReport, TabReport, Tally } from '#core/report.ts';
import { BLUEBIRD, cookie, DAY, domain, MINUTE, NOW, POSTHOG, stored, UUID } from './actors.ts';
import { control, decided, UNDECIDED } from './control.ts';
import { busyEvents } from './lines.ts';
import { BANNER } from './banner.ts';
import { NAMED } from './named.ts';
import { visit } from './visit.ts';

/** Reports as the background gives them, for the tests of the views and for the gallery. */

export const NO_TALLY: Tally = { visits: 0, pages: 0, milliseconds: 0, searches: 0, orders: 0, requests: 0 };

export function number(more: Partial<NumberReport> = {}): NumberReport {
  return {
    key: more.number ?? UUID,
    identifier: cookie('hvid', 'halden-audio.example'),
    number: UUID,
    value: more.number ?? UUID,
    party: 'first',
    vendor: null,
    kind: 'random-id',
    purpose: 'analytics',
    confidence: 0.95,
    reasons: [
      { says: 'uuid', args: [], basis: 'inferred' },
      { says: 'lastsLong', args: ['400'], basis: 'stated' },
      { says: 'httpOnly', args: [], basis: 'stated' },
    ],
    setBy: { how: 'response', basis: 'inferred' },
    since: new Date(2026, 2, 3, 10, 35).getTime(),
    lastSeen: NOW - MINUTE,
    expires: new Date(2027, 11, 27, 12).getTime(),
    ended: null,
    control: UNDECIDED,
    total: { visits: 58, pages: 231, milliseconds: 16_860_000, searches: 21, orders: 2, requests: 402 },
    recipients: [],
    alsoOn: [],
    says: null,
    ...more,
  };
}

function recipient(
  host: string,
  requests: number,
  more: Partial<NumberReport['recipients'][number]> = {},
): NumberReport['recipients'][number] {
  return {
    domain: domain(host),
    company: null,
    requests,
    first: NOW - 200 * DAY,
    last: NOW,
    as: ['address'],
    forms: ['as-such'],
    beside: [],
    on: [],
    ...more,
  };
}

const RECIPIENTS: NumberReport['recipients'] = [
  recipient('bluebird-metrics.example', 214, {
    company: { name: 'Bluebird Metrics', category: 'analytics' },
    beside: [{ key: 'halden-audio.example#2', name: 'bbid', number: '51c0d2e7' }],
  }),
  recipient('posthog-collector.example', 187, { first: NOW - 180 * DAY, as: ['body'] }),
  recipient('adlantern.example', 61, {
    first: NOW - 90 * DAY,
    as: ['cookie', 'address'],
    forms: ['as-such', 'base64', 'sha256'],
    on: [domain('northwind-news.example'), domain('copperkettle.example')],
  }),
  recipient('mailkite.example', 9, { first: NOW - 90 * DAY, last: NOW - DAY, as: ['cookie'], forms: [] }),
];

const VISITS_BY_DAY = [0, 1, 0, 2, 0, 0, 1, 0, 0, 1, 0, 0, 3, 1, 0, 0, 0, 1, 0, 1, 2, 1] as const;

export function month(more: Partial<MonthReport> = {}): MonthReport {
  return {
    month: '2026-11',
    tally: { visits: 14, pages: 48, milliseconds: 4_320_000, searches: 5, orders: 0, requests: 96 },
    days: [...VISITS_BY_DAY, ...Array.from({ length: 8 }, () => null)],
    sections: [
      { section: 'Hi-fi', pages: 31 },
      { section: 'Support', pages: 9 },
      { section: 'Stories', pages: 6 },
      { section: 'Your account', pages: 2 },
    ],
    searches: [
      { term: 'car mp3 player', times: 2, last: NOW - MINUTE },
      { term: 'headphones', times: 1, last: NOW - DAY },
      { term: 'bluetooth adapter for old amplifier', times: 1, last: NOW - 9 * DAY },
      { term: 'record cleaner', times: 1, last: NOW - 12 * DAY },
      { term: 'spare stylus', times: 1, last: NOW - 15 * DAY },
      { term: 'speaker cable', times: 1, last: NOW - 18 * DAY },
    ],
    months: ['2026-03', '2026-10', '2026-11'],
    ...more,
  };
}

export function leftAlone(identifier: Identifier, kind: LeftAlone['kind'], more: Partial<LeftAlone> = {}): LeftAlone {
  return {
    identifier,
    kind,
    purpose: 'necessary',
    confidence: 0.9,
    preview: null,
    expires: 'session',
    reasons: [],
    control: decided('keep', { says: 'leftAlone', kind }),
    ...more,
  };
}

const HALDEN_LEFT: readonly LeftAlone[] = [
  leftAlone(cookie('sid', 'halden-audio.example'), 'login', {
    confidence: 0.8,
    reasons: [
      { says: 'nameSaysLogin', args: ['sid'], basis: 'inferred' },
      { says: 'httpOnly', args: [], basis: 'stated' },
      { says: 'lastsSession', args: [], basis: 'stated' },
    ],
  }),
  leftAlone(cookie('cart', 'halden-audio.example'), 'cart', { expires: NOW + 14 * DAY }),
  leftAlone(cookie('csrf', 'halden-audio.example'), 'security'),
  leftAlone(cookie('lang', 'halden-audio.example'), 'preference', {
    preview: 'en',
    expires: NOW + 300 * DAY,
    purpose: 'functional',
    reasons: [{ says: 'nameSaysPreference', args: ['lang'], basis: 'inferred' }],
  }),
  leftAlone(cookie('consent', 'halden-audio.example'), 'consent', { expires: NOW + 180 * DAY }),
];

const OTHERS: readonly NumberReport[] = [
  number({
    number: POSTHOG,
    value: `{"distinct_id":"${POSTHOG}","$sesid":[1795356054,null]}`,
    identifier: stored('ph_demo_posthog', 'https://halden-audio.example'),
    vendor: 'PostHog',
    setBy: { how: 'script', script: 'https://halden-audio.example/assets/posthog.js', basis: 'verified' },
    expires: 'never',
    reasons: [
      { says: 'knownName', args: ['PostHog'], basis: 'inferred' },
      { says: 'partOfValue', args: ['distinct_id'], basis: 'inferred' },
      { says: 'neverExpires', args: [], basis: 'inferred' },
    ],
    recipients: RECIPIENTS.slice(1, 2),
  }),
  number({
    number: BLUEBIRD,
    identifier: cookie('bbid', 'bluebird-metrics.example', { hostOnly: false }),
    party: 'third',
    purpose: 'advertising',
    setBy: { how: 'response', basis: 'stated' },
    recipients: RECIPIENTS.slice(0, 1),
  }),
  number({
    number: 'fb.1.1772534113204.1189427765',
    identifier: cookie('_alp', 'adlantern.example'),
    party: 'third',
    vendor: 'Adlantern',
    setBy: { how: 'found' },
    since: new Date(2026, 0, 14, 9).getTime(),
  }),
];

export function site(more: Partial<SiteReport> = {}): SiteReport {
  return {
    domain: domain('halden-audio.example'),
    watchedSince: new Date(2026, 0, 14, 9).getTime(),
    private: false,
    visits: 58,
    numbers: [number({ recipients: RECIPIENTS }), ...OTHERS],
    given: [
      { kind: 'name', first: NOW - 200 * DAY, last: NOW, sent: true },
      { kind: 'email', first: NOW - 200 * DAY, last: NOW, sent: true },
      { kind: 'phone', first: NOW - DAY, last: NOW - DAY, sent: false },
      { kind: 'card', first: NOW - 200 * DAY, last: NOW, sent: true },
    ],
    named: NAMED,
    banner: BANNER,
    visit: visit(),
    past: [
      number({
        number: 'b81d06e4-77c2-4f09-a3be-52c9d0e81f6a',
        since: new Date(2026, 2, 2, 10).getTime(),
        ended: { at: new Date(2026, 2, 3, 10, 35).getTime(), how: 'replaced' },
        control: null,
        total: { ...NO_TALLY, visits: 1, pages: 2 },
      }),
      number({
        number: '2e90c5aa-1f64-4d87-b0d3-9c7716fe4028',
        setBy: { how: 'found' },
        since: new Date(2026, 0, 14, 9).getTime(),
        ended: { at: new Date(2026, 2, 2, 9).getTime(), how: 'removed' },
        control: null,
        total: { ...NO_TALLY, visits: 9, searches: 2 },
      }),
    ],
    leftAlone: HALDEN_LEFT,
    control: control(),
    corrections: [],
    month: month(),
    events: busyEvents(),
    moreEvents: true,
    numberless: [domain('type-foundry.example'), domain('cdn.example')],
    overflowed: false,
    ...more,
  };
}

export function seen(more: Partial<SiteReport> = {}, watched = true): TabReport {
  return { state: 'seen', watched, site: site(more), gpc: gpcHere(NO_GPC, site().domain) };
}

/** The same with Global Privacy Control as it is said to be. */
export function seenWithGpc(gpc: GpcHere, more: Partial<SiteReport> = {}): TabReport {
  return { state: 'seen', watched: true, site: site(more), gpc };
}

export function emptySite(more: Partial<SiteReport> = {}): Partial<SiteReport> {
  const host = 'riverside-library.example';
  return {
    domain: domain(host),
    visits: 6,
    numbers: [],
    past: [],
    month: null,
    events: [],
    moreEvents: false,
    leftAlone: [
      leftAlone(cookie('lang', host), 'preference', { preview: 'en' }),
      leftAlone(cookie('theme', host), 'preference', { preview: 'large-type' }),
      leftAlone(cookie('csrf', host), 'security'),
    ],
    numberless: [domain('type-foundry.example')],
    ...more,
  };
}

/** What the person said of two values: one is a number by their word, the other is none. */
export function correctedSite(): Partial<SiteReport> {
  const said = (identifier: Identifier, is: Said): Correction => ({
    identifier,
    is,
    domain: domain('halden-audio.example'),
    at: NOW - 4 * MINUTE,
  });
  const [hint, basket] = [cookie('hint', 'halden-audio.example'), cookie('basket', 'halden-audio.example')];
  const [none, one] = [said(hint, 'no-number'), said(basket, 'number')];
  return {
    numbers: [
      number({ recipients: RECIPIENTS }),
      number({
        number: 'b-1846-2210',
        value: 'b-1846-2210',
        identifier: basket,
        confidence: 1,
        reasons: [
          { says: 'saidNumber', args: [], basis: 'said' },
          { says: 'nameSaysCart', args: ['basket'], basis: 'inferred' },
        ],
        control: { ...UNDECIDED, said: one },
      }),
    ],
    leftAlone: [
      ...HALDEN_LEFT,
      leftAlone(hint, 'unknown', {
        confidence: 1,
        purpose: 'analytics',
        reasons: [
          { says: 'saidNoNumber', args: [], basis: 'said' },
          { says: 'randomBits', args: ['64'], basis: 'inferred' },
        ],
        control: { ...decided('keep', { says: 'leftAlone', kind: 'unknown' }), said: none },
      }),
    ],
    corrections: [none, one],
  };
}
