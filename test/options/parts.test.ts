import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteActLine } from '#core/control.ts';
import type { DiaryDay, EventLine, SiteSummary } from '#core/report.ts';
import type { ViewRequests } from '#messages/protocol.ts';
import { byDay } from '../../options/by-day.ts';
import { runsOf } from '../../options/fold-acts.ts';
import { mergedDays } from '../../options/days.ts';
import { hashOf, parseRoute } from '../../options/route.ts';
import { exportParts, fileName } from '../../options/save.ts';
import { arranged, type Filter, FIRST_ORDER, pressed } from '../../options/site-order.ts';
import { endOn, placeOn, spanOf } from '../../options/span.ts';
import { rangesOf, stepOf, stepsUpTo } from '../../options/steps.ts';
import { cookie, domain, NOW } from '../ui/actors.ts';
import { enforced, PREVENTED } from '../ui/control.ts';
import { search } from '../ui/lines.ts';

describe('the address of a page', () => {
  test.each([
    ['', { page: 'overview' }],
    ['#/', { page: 'overview' }],
    ['#/sites', { page: 'sites' }],
    ['#/settings', { page: 'settings' }],
    ['#/activity', { page: 'activity' }],
    ['#/site/shop.example', { page: 'site', domain: 'shop.example' }],
    ['#/site/', { page: 'overview' }],
    ['#/site/%E0%A4%A', { page: 'overview' }],
    ['#/companies', { page: 'companies' }],
    ['#/company/metrics.example', { page: 'company', domain: 'metrics.example' }],
    ['#/company/', { page: 'overview' }],
    ['#/elsewhere', { page: 'overview' }],
  ])('%s names a page', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  test('leads back to the page it was made for, whatever the site’s or company’s name', () => {
    const names = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(names, (name) => {
        for (const page of ['site', 'company'] as const) {
          const route = { page, domain: domain(name) };
          expect(parseRoute(hashOf(route))).toEqual(route);
        }
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => {
        expect(parseRoute(`#/site/${hash}`).page).toMatch(/^(?:site|overview)$/u);
      }),
    );
  });
});

function summary(name: string, more: Partial<SiteSummary> = {}): SiteSummary {
  return {
    domain: domain(name),
    number: `number-of-${name}`,
    since: NOW,
    found: false,
    lastVisit: NOW,
    visitsThisMonth: 0,
    recentDays: [],
    numbers: 1,
    companies: 0,
    mode: 'notify',
    chosen: false,
    ...more,
  };
}

/** All but `all`: together they show each site once. */
const FILTERS = ['undecided', 'allow', 'block', 'reset', 'without'] as const satisfies readonly Filter[];

describe('the list of sites', () => {
  const sites = [
    summary('shop.example', { visitsThisMonth: 3, companies: 1 }),
    summary('news.example', { visitsThisMonth: 9, companies: 0 }),
    summary('library.example', { number: null, visitsThisMonth: 9, lastVisit: NOW - 1, companies: 7 }),
  ];
  const names = (more: Partial<Parameters<typeof arranged>[1]>) =>
    arranged(sites, { filter: 'all', search: '', order: FIRST_ORDER, ...more }).map(({ domain: name }) => name);

  test('begins with the most visited, of equals the one visited last', () => {
    expect(names({})).toEqual(['news.example', 'library.example', 'shop.example']);
  });

  test('is searched by site and by number', () => {
    expect(names({ search: ' SHOP ' })).toEqual(['shop.example']);
    expect(names({ search: 'number-of-news' })).toEqual(['news.example']);
    expect(names({ search: 'nobody' })).toEqual([]);
  });

  test('is filtered by what was chosen, and by whether there is anything to decide', () => {
    const decided = [
      ...sites,
      summary('allowed.example', { chosen: true, mode: 'allow' }),
      summary('blocked.example', { chosen: true, mode: 'block', number: null }),
      summary('reset.example', { chosen: true, mode: 'reset' }),
      summary('asking.example', { mode: 'ask', number: null }),
    ];
    const shown = (filter: Filter) =>
      arranged(decided, { filter, search: '', order: { by: 'site', way: 'ascending' } }).map(
        ({ domain: name }) => name,
      );
    expect(shown('undecided')).toEqual(['asking.example', 'news.example', 'shop.example']);
    expect(shown('allow')).toEqual(['allowed.example']);
    expect(shown('block')).toEqual(['blocked.example']);
    expect(shown('reset')).toEqual(['reset.example']);
    expect(shown('without')).toEqual(['library.example']);
    const all = FILTERS.flatMap((filter) => shown(filter));
    expect(all.sort()).toEqual([...shown('all')].sort());
  });

  test('turns round when the same column is pressed again', () => {
    const byCompanies = pressed(FIRST_ORDER, 'companies');
    expect(names({ order: byCompanies })).toEqual(['library.example', 'shop.example', 'news.example']);
    expect(names({ order: pressed(byCompanies, 'companies') })[0]).toBe('news.example');
    expect(pressed(FIRST_ORDER, 'site')).toEqual({ by: 'site', way: 'ascending' });
  });
});

describe('what happened, by day', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

  test('is newest first, each line once, on the day it was on where the person is', () => {
    const lines = [
      { key: 'a', at: at(20, 23) },
      { key: 'b', at: at(22, 1) },
      { key: 'a', at: at(20, 23) },
      { key: 'c', at: at(22, 13) },
    ];
    expect(byDay(lines).map((day) => day.lines.map(({ key }) => key))).toEqual([['c', 'b'], ['a']]);
  });

  test('loses nothing, whatever the order it is told in', () => {
    const line = fc.record({ key: fc.string(), at: fc.integer({ min: 0, max: 4e12 }) });
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ({ key }) => key }), (lines) => {
        const told = byDay(lines).flatMap((day) => day.lines);
        expect(told).toHaveLength(lines.length);
        expect(told.map((one) => one.at)).toEqual(lines.map((one) => one.at).sort((a, b) => b - a));
      }),
    );
  });
});

describe('numbers in a row', () => {
  const at = (index: number) => NOW - index * 1000;
  const line = (index: number, act: SiteActLine['act'], on = 'shop.example'): SiteActLine => ({
    key: `k${index}`,
    at: at(index),
    domain: domain(on),
    act,
  });
  const prevented = (index: number) => enforced(index, PREVENTED, { identifier: cookie('id', 'shop.example') });

  test('from one giver and with one outcome are told as one', () => {
    const lines = [line(0, prevented(0)), line(1, prevented(1)), line(2, prevented(2))];
    expect(runsOf(lines).map((run) => [run.key, run.lines.length])).toEqual([['k0', 3]]);
  });

  test('are told apart where the site, the giver, the outcome or anything between is another', () => {
    const removed = enforced(
      3,
      { is: 'removed', afterMs: 6, carriedBy: 0 },
      { identifier: cookie('id', 'shop.example') },
    );
    const other = enforced(4, PREVENTED, { identifier: cookie('id', 'bluebird-metrics.example') });
    const lines = [
      line(0, prevented(0)),
      line(1, prevented(1), 'news.example'),
      line(2, other),
      line(3, removed),
      line(4, prevented(4)),
      line(5, { type: 'resumed' }),
      line(6, prevented(6)),
    ];
    expect(runsOf(lines).map((run) => run.lines.length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  test('none is lost, and their order stays', () => {
    const kind = fc.constantFrom(prevented(1), enforced(2, { is: 'failed', carriedBy: 1 }), {
      type: 'resumed',
    } as const);
    fc.assert(
      fc.property(fc.array(kind), (acts) => {
        const lines = acts.map((act, index) => line(index, act));
        expect(runsOf(lines).flatMap((run) => run.lines)).toEqual(lines);
      }),
    );
  });
});

describe('the steps of the calendar', () => {
  test('divide what there is into four', () => {
    expect(stepsUpTo(26)).toEqual([1, 7, 14, 20]);
    expect(rangesOf(stepsUpTo(26)).at(-1)).toEqual({ from: 20, to: null });
    expect(stepOf(0, stepsUpTo(26))).toBe(0);
    expect(stepOf(26, stepsUpTo(26))).toBe(4);
  });

  test('are fewer where there is little, and every count has its place', () => {
    expect(stepsUpTo(0)).toEqual([1]);
    expect(stepsUpTo(1)).toEqual([1]);
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (most, count) => {
        const steps = stepsUpTo(most);
        expect([...steps].sort((a, b) => a - b)).toEqual(steps);
        expect(stepOf(count, steps) === 0).toBe(count === 0);
      }),
    );
  });
});

const year = (date: number) => new Date(date, 0, 1).getTime();

describe('the lives of numbers', () => {
  test('lie on whole years, from the first beginning to the last end', () => {
    const span = spanOf([{ since: new Date(2026, 2, 3).getTime(), expires: new Date(2027, 11, 27).getTime() }], NOW);
    expect([span.from, span.to]).toEqual([year(2026), year(2028)]);
    expect(span.years.map((tick) => tick.year)).toEqual([2026, 2027]);
    expect(placeOn(span, year(2028))).toBe(100);
  });

  test('that never end reach the edge, and one of the session ends today', () => {
    const span = spanOf([{ since: NOW, expires: 'never' }], NOW);
    expect(endOn(span, 'never', NOW)).toBe(span.to);
    expect(endOn(span, 'session', NOW)).toBe(NOW);
  });

  test('of a million years still fit, with at most six years named', () => {
    const span = spanOf([{ since: 0, expires: 8.64e15 }], NOW);
    expect(span.years.length).toBeLessThanOrEqual(6);
    expect(placeOn(span, 8.64e15)).toBe(100);
  });
});

const day = (date: string, ...events: readonly EventLine[]): DiaryDay => ({
  date,
  visits: 1,
  milliseconds: 1,
  events,
});

describe('a diary', () => {
  test('told in pages is one list of days, a day in two halves one day, each event once', () => {
    const [late, noon, early] = [NOW, NOW - 1, NOW - 2].map((at) => search(at, 'headphones'));
    if (late === undefined || noon === undefined || early === undefined) throw new Error('three events');
    const days = mergedDays([[day('2026-11-22', late, noon)], [day('2026-11-22', noon, early), day('2026-11-21')]]);
    expect(days.map(({ date }) => date)).toEqual(['2026-11-22', '2026-11-21']);
    expect(days[0]?.events).toEqual([late, noon, early]);
  });
});

describe('everything, as a file', () => {
  type Slice = ViewRequests['exportSlice']['answer'];

  test('is one JSON document of all tables and rows, in order', async () => {
    const slices: readonly Slice[] = [
      { table: 'events', rows: [{ id: 1 }, { id: 2 }], cursor: { table: 0, after: '2' } },
      { table: 'events', rows: [{ id: 3 }], cursor: { table: 0, after: '3' } },
      { table: 'events', rows: [], cursor: { table: 1, after: null } },
      { table: 'sites', rows: [], cursor: { table: 2, after: null } },
      { table: 'numbers', rows: [{ name: '"</script>' }], cursor: null },
    ];
    let next = 0;
    const parts = await exportParts(async () => {
      next += 1;
      return Promise.resolve(slices[next - 1] ?? { table: 'none', rows: [], cursor: null });
    }, NOW);
    expect(JSON.parse(parts.join(''))).toEqual({
      savedAt: new Date(NOW).toISOString(),
      tables: { events: [{ id: 1 }, { id: 2 }, { id: 3 }], sites: [], numbers: [{ name: '"</script>' }] },
    });
  });

  test('is named by the person’s own date', () => {
    expect(fileName(NOW)).toBe('known-as-2026-11-22.json');
  });
});
