import { NO_BANNER_SETTINGS } from '#core/banner.ts';
import type { ViewRequestName, ViewRequests } from '#messages/protocol.ts';
import { DEFAULT_NOTICE, type PolicyReport } from '#core/control.ts';
import { NO_GPC } from '#core/gpc.ts';
import { NO_POLICY } from '#core/policy.ts';
import { activity } from '../acts.ts';
import { BLUEBIRD, domain, NOW, UUID } from '../actors.ts';
import { companies, company } from '../company-reports.ts';
import { busyEvents } from '../lines.ts';
import { receipts, receiptsOfSites } from '../banner.ts';
import { site } from '../reports.ts';

const DAY = 86_400_000;

function date(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** A year in which watching began on 14 January, quieter in summer; the same each time. */
function year(): ViewRequests['overview']['answer']['days'] {
  return Array.from({ length: 371 }, (_, index) => {
    const at = NOW - (370 - index) * DAY;
    const weekend = [0, 6].includes(new Date(at).getDay()) ? 0.5 : 1;
    const noise = ((index * 7919) % 97) / 97;
    const summer = index > 230 && index < 245 ? 0.1 : 1;
    const watched = at > new Date(2026, 0, 14).getTime();
    return { date: date(at), sites: watched ? Math.floor(26 * noise * weekend * summer) : null };
  });
}

const NAMES = [
  ['northwind-news.example', '9b5d33b2-88a8-4065-99b1-23daa70a5ac8', 26, 31],
  ['weather-today.example', 'eyJ2aXNpdG9yIjp7ImlkIjoifb8549dc19c471fbc0fb57412998ef06f6f5e021In19', 22, 38],
  ['the-very-long-name-of-a-regional-newspaper.example', 'amp-8b74289d1a2f4b9102053e', 19, 42],
  ['halden-audio.example', UUID, 14, 4],
  ['gardening-forum.example', '970109ab41fc4e5f0a', 11, 5],
  ['secondhand-market.example', '22195bc8-0ff1-43ab-92c1-77a0aab0ab0f', 9, 12],
  ['riverside-library.example', null, 6, 0],
  ['cityclinic.example', '28ee72a2cc8d8f', 1, 2],
] as const;

const POLICY: PolicyReport = { undecided: NO_POLICY.undecided, pause: null, notice: DEFAULT_NOTICE };

const MODES = ['notify', 'allow', 'block', 'reset'] as const;

const days = [
  { date: date(NOW), visits: 1, milliseconds: 720_000, events: busyEvents().slice(0, 11) },
  { date: date(NOW - DAY), visits: 2, milliseconds: 540_000, events: busyEvents().slice(11, 14) },
];

/** What the background would answer, in the gallery and in the tests of the options. */
export const ANSWERS: {
  readonly [Name in Exclude<ViewRequestName, 'tabReport'>]: ViewRequests[Name]['answer'];
} & Readonly<Record<string, unknown>> = {
  correct: null,
  tryWithoutCookies: 'another',
  siteReport: site(),
  banners: { ...NO_BANNER_SETTINGS, everyone: 'refuse' },
  chooseBanners: { ...NO_BANNER_SETTINGS, everyone: 'refuse' },
  changeRefusalBlocks: NO_BANNER_SETTINGS,
  undoBanner: 'undone',
  diary: { days, next: NOW - 2 * DAY },
  sites: NAMES.map(([name, known, visits, others], index) => ({
    domain: domain(name),
    number: known,
    since: new Date(2026, index, 14, 9).getTime(),
    found: index < 3,
    lastVisit: NOW - index * DAY,
    visitsThisMonth: visits,
    recentDays: Array.from({ length: 14 }, (_, day) => (((day + index) * 31) % 7 < 4 ? 0 : ((day * 13) % 4) + 1)),
    numbers: others + 1,
    companies: others,
    mode: known === null ? 'notify' : (MODES[index % MODES.length] ?? 'notify'),
    chosen: known !== null && index % MODES.length > 0,
  })),
  companies: companies(),
  company: company(),
  overview: {
    since: new Date(2026, 0, 14, 9).getTime(),
    sites: 212,
    numbers: 388,
    numbersAtWork: 246,
    days: year(),
    onSeveral: 3,
    severalSites: companies().slice(0, 3),
    longest: [
      {
        number: '019cb344-2748-7c1e-9d02-6a41f0b7e5d3',
        givenBy: 'PostHog',
        on: domain('halden-audio.example'),
        own: false,
        since: new Date(2026, 2, 3).getTime(),
        expires: 'never',
      },
      {
        number: UUID,
        givenBy: 'halden-audio.example',
        on: domain('halden-audio.example'),
        own: true,
        since: new Date(2026, 2, 3).getTime(),
        expires: new Date(2027, 11, 27).getTime(),
      },
      {
        number: BLUEBIRD,
        givenBy: 'bluebird-metrics.example',
        on: domain('northwind-news.example'),
        own: false,
        since: new Date(2026, 0, 14).getTime(),
        expires: new Date(2027, 4, 4).getTime(),
      },
    ],
  },
  settings: { eventDays: 90, sumDays: 730 },
  changeSettings: { eventDays: 30, sumDays: 730 },
  gpc: NO_GPC,
  changeGpc: NO_GPC,
  lookUpGpc: { is: 'stated', gpc: true, lastUpdate: '2026-03-01' },
  usage: 38_400_000,
  choose: null,
  chooseForThis: null,
  resetNow: null,
  pause: null,
  resume: null,
  looksBroken: null,
  bringBack: true,
  policy: POLICY,
  changeUndecided: POLICY,
  changeNotice: POLICY,
  activity: { lines: activity(), next: NOW - 3 * DAY },
  wipeSite: null,
  wipeEverything: null,
  receipts: receipts(),
  latestReceipts: { receipts: receiptsOfSites(), left: 12 },
  receiptsFile: { text: '{"receipts":[]}', next: null },
  exportSlice: { table: 'events', rows: [{ id: 'e1' }], cursor: null },
};
