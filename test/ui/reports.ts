import type { SetBy } from '#core/event.ts';
import type { CookieIdentifier, Identifier, StorageIdentifier } from '#core/identifier.ts';
import type { EventLine, LeftAlone, MonthReport, NumberReport, SiteReport, TabReport, Tally } from '#core/report.ts';
import type { Domain } from '#core/site.ts';

/** Reports as the background gives them, for the tests of the views and for the gallery. */

/** Sunday 22 November 2026, a little after two. */
export const NOW = new Date(2026, 10, 22, 14, 3, 10).getTime();
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

export const UUID = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';

export function domain(name: string): Domain {
  return name as Domain;
}

export function cookie(name: string, host: string, more: Partial<CookieIdentifier> = {}): CookieIdentifier {
  return { area: 'cookie', store: '0', partition: null, host, hostOnly: true, path: '/', name, ...more };
}

export function stored(key: string, origin: string): StorageIdentifier {
  return { area: 'local-storage', store: '0', partition: null, origin, key };
}

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
    total: { visits: 58, pages: 231, milliseconds: 16_860_000, searches: 21, orders: 2, requests: 402 },
    recipients: [],
    ...more,
  };
}

const RECIPIENTS: NumberReport['recipients'] = [
  { domain: domain('bluebird-metrics.example'), requests: 214, first: NOW - 200 * DAY, last: NOW, as: ['address'] },
  { domain: domain('posthog-collector.example'), requests: 187, first: NOW - 180 * DAY, last: NOW, as: ['address'] },
  { domain: domain('adlantern.example'), requests: 61, first: NOW - 90 * DAY, last: NOW, as: ['cookie', 'address'] },
  { domain: domain('mailkite.example'), requests: 9, first: NOW - 90 * DAY, last: NOW - DAY, as: ['cookie'] },
];

export const VISITS_BY_DAY = [
  0, 1, 0, 2, 0, 0, 1, 0, 0, 1, 0, 0, 3, 1, 0, 0, 0, 1, 0, 1, 2, 1,
] as const;

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

function at(path: string, parameters: readonly string[] = [], origin = 'https://halden-audio.example') {
  return { origin, path, parameters };
}

let next = 0;
/** Fields every line has; each call gives another id. */
function line(when: number) {
  next += 1;
  return { id: `e${next}`, at: when, numbers: [UUID] };
}

export function visit(when: number, section: string, milliseconds: number, how: 'load' | 'history' = 'load'): EventLine {
  const path = section === '' ? '/' : `/${section.toLowerCase()}/model-2`;
  return { ...line(when), type: 'visit', how, section, title: `${section} at Halden Audio`, milliseconds, address: at(path) };
}

export function search(when: number, term: string): EventLine {
  return { ...line(when), type: 'search', term, parameter: 'q', address: at('/search', ['q', 'page']) };
}

export function order(when: number, reference: string | null): EventLine {
  return { ...line(when), type: 'order', reference, address: at('/order/thank-you', ['order']) };
}

export function request(
  when: number,
  recipient: string,
  more: Partial<Extract<EventLine, { type: 'request' }>> = {},
): EventLine {
  return {
    ...line(when),
    type: 'request',
    recipient: domain(recipient),
    method: 'GET',
    resource: 'image',
    address: at('/collect.gif', ['v', 'visitor', 'page'], `https://in.${recipient}`),
    carried: [{ name: 'hvid', number: UUID, as: 'address', parameter: 'visitor' }],
    ...more,
  };
}

type AssignedLine = Extract<EventLine, { readonly setBy: SetBy }>;

export function assigned(
  when: number,
  type: AssignedLine['type'],
  more: Partial<AssignedLine> = {},
): EventLine {
  return {
    ...line(when),
    name: 'hvid',
    number: UUID,
    before: type === 'number-replaced' ? 'b81d06e4-77c2-4f09-a3be-52c9d0e81f6a' : null,
    setBy: { how: 'response', basis: 'stated' },
    expires: new Date(2027, 11, 26, 12).getTime(),
    identifier: cookie('hvid', 'halden-audio.example'),
    ...more,
    type,
  };
}

export function gone(when: number, cause: 'expired' | 'removed' | 'evicted'): EventLine {
  return {
    ...line(when),
    type: 'number-gone',
    name: 'hvid',
    number: UUID,
    cause,
    identifier: cookie('hvid', 'halden-audio.example'),
  };
}

export const BLUEBIRD = 'b5da6610-acba-41dd-8749-f389c26ecc78';
const POSTHOG = '019cb344-2748-7c1e-9d02-6a41f0b7e5d3';

function bluebirdCookie(when: number): EventLine {
  return request(when, 'bluebird-metrics.example', {
    resource: 'script',
    carried: [{ name: 'bbid', number: BLUEBIRD, as: 'cookie', parameter: null }],
  });
}

export function busyEvents(): readonly EventLine[] {
  return [
    search(NOW - 40 * SECOND, 'car mp3 player'),
    request(NOW - 45 * SECOND, 'bluebird-metrics.example'),
    request(NOW - 46 * SECOND, 'bluebird-metrics.example'),
    request(NOW - 47 * SECOND, 'bluebird-metrics.example'),
    request(NOW - 48 * SECOND, 'bluebird-metrics.example'),
    visit(NOW - 2 * MINUTE, 'Hi-fi', 130_000),
    bluebirdCookie(NOW - 2 * MINUTE),
    request(NOW - 4 * MINUTE, 'adlantern.example', { resource: 'ping', method: 'POST' }),
    visit(NOW - 5 * MINUTE, 'Support', 41_000, 'history'),
    visit(NOW - 6 * MINUTE, '', 12_000),
    assigned(NOW - 7 * MINUTE, 'number-renewed'),
    search(NOW - DAY, 'headphones'),
    order(NOW - DAY - 20 * MINUTE, 'HA-10482'),
    visit(NOW - DAY - 22 * MINUTE, 'Your account', 66_000),
    assigned(NOW - 12 * DAY, 'number-replaced'),
    gone(NOW - 12 * DAY - MINUTE, 'removed'),
    assigned(NOW - 13 * DAY, 'number-set', {
      setBy: { how: 'script', script: 'https://cdn.adlantern.example/tag.js', basis: 'verified' },
      identifier: stored('al_visitor', 'https://halden-audio.example'),
    }),
    assigned(NOW - 14 * DAY, 'number-found'),
  ];
}

export function leftAlone(identifier: Identifier, kind: LeftAlone['kind'], more: Partial<LeftAlone> = {}): LeftAlone {
  return { identifier, kind, purpose: 'necessary', preview: null, expires: 'session', reasons: [], ...more };
}

const HALDEN_LEFT: readonly LeftAlone[] = [
  leftAlone(cookie('sid', 'halden-audio.example'), 'login'),
  leftAlone(cookie('cart', 'halden-audio.example'), 'cart', { expires: NOW + 14 * DAY }),
  leftAlone(cookie('csrf', 'halden-audio.example'), 'security'),
  leftAlone(cookie('lang', 'halden-audio.example'), 'preference', { preview: 'en', expires: NOW + 300 * DAY }),
  leftAlone(cookie('consent', 'halden-audio.example'), 'consent', { expires: NOW + 180 * DAY }),
];

export const OTHERS: readonly NumberReport[] = [
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
    past: [
      number({
        number: 'b81d06e4-77c2-4f09-a3be-52c9d0e81f6a',
        since: new Date(2026, 2, 2, 10).getTime(),
        ended: { at: new Date(2026, 2, 3, 10, 35).getTime(), how: 'replaced' },
        total: { ...NO_TALLY, visits: 1, pages: 2 },
      }),
      number({
        number: '2e90c5aa-1f64-4d87-b0d3-9c7716fe4028',
        setBy: { how: 'found' },
        since: new Date(2026, 0, 14, 9).getTime(),
        ended: { at: new Date(2026, 2, 2, 9).getTime(), how: 'removed' },
        total: { ...NO_TALLY, visits: 9, searches: 2 },
      }),
    ],
    leftAlone: HALDEN_LEFT,
    month: month(),
    events: busyEvents(),
    moreEvents: true,
    numberless: [domain('type-foundry.example'), domain('cdn.example')],
    overflowed: false,
    ...more,
  };
}

export function seen(more: Partial<SiteReport> = {}, watched = true): TabReport {
  return { state: 'seen', watched, site: site(more) };
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
