import type { TabReport } from '#core/report.ts';
import { BLUEBIRD, cookie, domain, NOW, UUID } from '../actors.ts';
import { CONTROL_SCENES } from '../control-reports.ts';
import { assigned, request, search, visit } from '../lines.ts';
import { correctedSite, emptySite, leftAlone, month, NO_TALLY, number, seen, seenWithGpc } from '../reports.ts';

const RTL = '\u202e';
const EVIL = `<img src=x onerror=alert(1)>\u0000\n${RTL}gnihton`;

const fresh = {
  ...number({ since: NOW - 20_000, total: { ...NO_TALLY, visits: 1, pages: 1, milliseconds: 14_000 } }),
  expires: new Date(2027, 11, 27, 12).getTime(),
};

/** What the popup is shown with in the gallery and its tests; `null` never answers, an `Error` is our own fault. */
export const SCENES: Readonly<Record<string, TabReport | Error | null>> = {
  busy: seen(),
  'just-given': seen({
    numbers: [fresh],
    past: [],
    visits: 1,
    watchedSince: NOW - 25_000,
    month: month({
      tally: fresh.total,
      days: Array.from({ length: 30 }, (_, day) => (day === 21 ? 1 : null)),
      sections: [{ section: '', pages: 1 }],
      searches: [],
      months: ['2026-11'],
    }),
    events: [visit(NOW - 14_000, '', 14_000), assigned(NOW - 20_000, 'number-set')],
    numberless: [],
    leftAlone: [leftAlone(cookie('csrf', 'halden-audio.example'), 'security')],
  }),
  empty: seen(emptySite()),
  private: seen({ private: true }),
  'gpc-on': seenWithGpc({ on: true, chosen: true, everyone: false }, emptySite()),
  unwatched: seen({ events: [], month: month({ sections: [], searches: [] }) }, false),
  overflowed: seen({ overflowed: true }),
  corrected: seen(correctedSite()),
  'third-party': seen({
    numbers: [number({ number: BLUEBIRD, party: 'third', identifier: cookie('bbid', 'bluebird-metrics.example') })],
    past: [],
  }),
  part: seen({
    numbers: [number({ number: '1846203957.1772534112', value: 'GA1.1.1846203957.1772534112', purpose: 'analytics' })],
  }),
  hostile: seen({
    domain: domain('the-very-long-name-of-a-regional-newspaper-that-nobody-can-pronounce.example'),
    numbers: [
      number({
        number: `eyJ${'kZXZpY2UiOiI5ZjAyYzQ3Z'.repeat(59)}1a44`,
        value: `eyJ${'kZXZpY2UiOiI5ZjAyYzQ3Z'.repeat(59)}1a44`,
        identifier: cookie(EVIL, 'halden-audio.example'),
        reasons: [{ says: 'knownName', args: [EVIL], basis: 'inferred' }],
      }),
      number({ number: EVIL, vendor: EVIL, key: 'evil' }),
    ],
    month: month({
      sections: [{ section: EVIL, pages: 3 }],
      searches: [{ term: EVIL, times: 1, last: NOW }],
    }),
    events: [
      search(NOW - 1000, EVIL),
      visit(NOW - 2000, EVIL, 3000),
      request(NOW - 3000, 'bluebird-metrics.example', {
        carried: [{ name: EVIL, number: UUID, as: 'address', parameter: EVIL }],
      }),
    ],
    leftAlone: [leftAlone(cookie(EVIL, 'halden-audio.example'), 'preference', { preview: EVIL })],
  }),
  ...CONTROL_SCENES,
  withheld: { state: 'withheld', domain: domain('halden-audio.example'), origin: 'https://halden-audio.example' },
  unseeable: { state: 'unseeable', url: 'chrome://settings/' },
  failed: new Error('QuotaExceededError: the database could not be opened'),
  loading: null,
};
