import type { CompanyReport, CompanySummary, JoinedNumbers, KnownNumber } from '#core/company-report.ts';
import { BLUEBIRD, DAY, domain, MINUTE, NOW, POSTHOG, UUID } from './actors.ts';

/** Companies as the background reports them, for the tests of the views and for the gallery. */

/** A number of a company's own, on one site. */
export function known(site: string, more: Partial<KnownNumber> = {}): KnownNumber {
  return {
    key: `${site}#${more.number ?? BLUEBIRD}`,
    site: domain(site),
    number: BLUEBIRD,
    name: 'bbid',
    givenBy: domain('bluebird-metrics.example'),
    own: true,
    as: [],
    forms: [],
    on: [],
    requests: 214,
    first: NOW - 200 * DAY,
    last: NOW - 9 * MINUTE,
    ...more,
  };
}

/** A site's number that the company got. */
export function gotten(site: string, number: string, more: Partial<KnownNumber> = {}): KnownNumber {
  return known(site, {
    number,
    name: 'hvid',
    givenBy: domain(site),
    own: false,
    as: ['address'],
    forms: ['as-such'],
    requests: 41,
    ...more,
  });
}

function group(numbers: readonly KnownNumber[], as: string | null): JoinedNumbers {
  return { sites: [...new Set(numbers.flatMap(({ site, on }) => [site, ...on]))].toSorted(), as, numbers };
}

const BLUEBIRD_ON = [
  'copperkettle.example',
  'gardening-forum.example',
  'halden-audio.example',
  'northwind-news.example',
  'secondhand-market.example',
  'the-very-long-name-of-a-regional-newspaper.example',
  'weather-today.example',
];

const TOGETHER = group(
  [
    ...BLUEBIRD_ON.map((site, at) => known(site, { requests: 214 - 29 * at, last: NOW - at * at * DAY })),
    gotten('halden-audio.example', UUID, {
      as: ['address', 'body'],
      forms: ['as-such', 'sha256'],
      on: [domain('northwind-news.example'), domain('copperkettle.example')],
    }),
  ],
  BLUEBIRD,
);

/** What one company knows: on seven sites by one number of its own, which came with the shop's. */
export function company(
  groups: readonly JoinedNumbers[] = [TOGETHER],
  more: Partial<CompanyReport> = {},
): CompanyReport {
  const sites = [...new Set(groups.flatMap((each) => each.sites))].toSorted();
  const numbers = [...new Set(groups.flatMap((each) => each.numbers.map(({ number }) => number)))];
  return {
    domain: domain('bluebird-metrics.example'),
    domains: [domain('bluebird-metrics.example')],
    name: 'Bluebird Metrics',
    category: 'analytics',
    sites,
    as: groups.length === 1 ? (groups[0]?.as ?? null) : null,
    numbers,
    joined: sites.length < 2 ? 'one-site' : groups.length === 1 ? 'all' : 'some',
    last: NOW - 9 * MINUTE,
    groups,
    ...more,
  };
}

const NEIGHBOURS = '970109ab41fc4e5f0a';
const PAPER = '9b5d33b2-88a8-4065-99b1-23daa70a5ac8';

/** Some sites joined by several numbers, two by none. */
export function partlyJoined(): CompanyReport {
  return company(
    [
      group(
        [
          known('copperkettle.example', { number: '019cb344-5748-8c1e', name: 'ph_visitor' }),
          known('northwind-news.example', { number: POSTHOG, name: 'ph_visitor' }),
          known('cityclinic.example', { number: '119cb344-0007', name: 'ph_visitor' }),
          gotten('northwind-news.example', PAPER, {
            as: ['body'],
            forms: ['md5'],
            on: [domain('copperkettle.example')],
          }),
        ],
        null,
      ),
      group(
        ['gardening-forum.example', 'secondhand-market.example'].map((site) =>
          gotten(site, NEIGHBOURS, { givenBy: domain('adlantern.example'), name: 'alid', requests: 7 }),
        ),
        NEIGHBOURS,
      ),
      group([gotten('weather-today.example', UUID, { givenBy: domain('adlantern.example') })], UUID),
    ],
    {
      domain: domain('posthog-collector.example'),
      domains: [domain('posthog-collector.example')],
      name: null,
      category: null,
      last: NOW - DAY,
    },
  );
}

/** On each site another number. */
export function notJoined(): CompanyReport {
  const alone = ['cityclinic.example', 'halden-audio.example', 'weather-today.example'].map((site, at) =>
    group([known(site, { number: `${at}c95d7e4-18b2-4a6f`, name: '__Host-al', last: NOW - 3 * DAY })], null),
  );
  return company(alone, {
    domain: domain('adlantern.example'),
    domains: [domain('adlantern.example'), domain('adlantern-sync.example')],
    name: 'Adlantern',
    category: 'ad',
    joined: 'none',
    last: NOW - 3 * DAY,
  });
}

/** On one site alone, by a number that it got. */
export function onOneSite(): CompanyReport {
  return company([group([gotten('halden-audio.example', UUID, { as: ['cookie'], forms: [] })], UUID)], {
    domain: domain('mailkite.example'),
    domains: [domain('mailkite.example')],
    name: null,
    category: null,
    last: NOW - 40 * DAY,
  });
}

/** The list of all of them. */
export function companies(): readonly CompanySummary[] {
  return [company(), partlyJoined(), notJoined(), onOneSite()].map(({ groups: _groups, ...summary }) => summary);
}
