import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf } from '#core/calendar.ts';
import { DEFAULT_NOTICE, type NoticeSettings } from '#core/control.ts';
import {
  forgetTold,
  howToTell,
  MOST_A_DAY,
  NOTHING_TOLD,
  noteTold,
  parseNotice,
  parseTold,
  type Told,
} from '#core/notice.ts';
import type { Domain } from '#core/site.ts';

const CALENDAR = { offset: () => 60 };
/** Half an hour before midnight, where the person is. */
const EVENING = Date.parse('2026-11-22T22:30:00Z');
const CARD: NoticeSettings = { by: 'card', aDay: 2 };

function site(name: string): Domain {
  return name as Domain;
}

function news(name: string, more: { decided?: boolean; paused?: boolean; now?: number } = {}) {
  return { domain: site(name), decided: false, paused: false, now: EVENING, ...more };
}

function tell(name: string, told: Told, more: { decided?: boolean; paused?: boolean; now?: number } = {}) {
  return howToTell(news(name, more), { settings: CARD, told, calendar: CALENDAR });
}

function after(...names: readonly string[]): Told {
  return names.reduce<Told>(
    (told, name) => noteTold(told, { domain: site(name), at: EVENING, calendar: CALENDAR }),
    NOTHING_TOLD,
  );
}

describe('a site’s number', () => {
  it('is told of in the way that was chosen', () => {
    expect(tell('shop.example', NOTHING_TOLD)).toEqual({ by: 'card' });
    const settings = { by: 'notification', aDay: 3 } as const;
    const told = NOTHING_TOLD;
    expect(howToTell(news('shop.example'), { settings, told, calendar: CALENDAR })).toEqual({ by: 'notification' });
  });

  it('is told of once a site', () => {
    expect(tell('shop.example', after('shop.example'))).toEqual({ by: 'nothing', because: 'told-before' });
    expect(tell('news.example', after('shop.example'))).toEqual({ by: 'card' });
  });

  it('waits in the popup when enough were told of today, and is told of after the person’s own midnight', () => {
    const told = after('shop.example', 'news.example');
    expect(tell('library.example', told)).toEqual({ by: 'nothing', because: 'enough-today' });
    expect(tell('library.example', told, { now: EVENING + 29 * 60_000 })).toMatchObject({ because: 'enough-today' });
    expect(tell('library.example', told, { now: EVENING + 31 * 60_000 })).toEqual({ by: 'card' });
  });

  it('is told of by a clock that was set back, too', () => {
    const told = after('shop.example', 'news.example');
    expect(tell('library.example', told, { now: EVENING - 86_400_000 })).toEqual({ by: 'card' });
  });

  it('is never told of where the person decided, or paused', () => {
    expect(tell('shop.example', NOTHING_TOLD, { decided: true })).toEqual({ by: 'nothing', because: 'decided' });
    expect(tell('shop.example', NOTHING_TOLD, { paused: true })).toEqual({ by: 'nothing', because: 'paused' });
  });

  it('is on the badge alone at first', () => {
    const given = { settings: DEFAULT_NOTICE, told: NOTHING_TOLD, calendar: CALENDAR };
    expect(howToTell(news('shop.example'), given)).toEqual({ by: 'nothing', because: 'badge-only' });
  });

  it('is told of anew when the site was wiped', () => {
    expect(tell('shop.example', forgetTold(after('shop.example'), site('shop.example')))).toEqual({ by: 'card' });
    expect(forgetTold(after('a.example', 'b.example'), site('a.example')).day.count).toBe(2);
  });

  it('has a name that means something to objects: nothing of it is mistaken for having been told', () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      expect(tell(name, NOTHING_TOLD)).toEqual({ by: 'card' });
    }
  });
});

const arbitraryTelling = fc.record({
  name: fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example', 'e.example', 'constructor'),
  wait: fc.integer({ min: 0, max: 3 * 86_400_000 }),
  decided: fc.boolean(),
});

describe('over any course of visits', () => {
  it('no site is told of twice, and no day has more than was set', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryTelling, { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: -720, max: 840 }),
        (visits, aDay, minutes) => {
          const calendar = { offset: () => minutes };
          const settings = { by: 'card', aDay } as const;
          let told = NOTHING_TOLD;
          let now = EVENING;
          const sites: string[] = [];
          const days = new Map<string, number>();
          for (const { name, wait, decided } of visits) {
            now += wait;
            const domain = site(name);
            const said = howToTell({ domain, decided, paused: false, now }, { settings, told, calendar });
            if (said.by === 'nothing') continue;
            told = noteTold(told, { domain, at: now, calendar });
            sites.push(name);
            days.set(dateOf(now, calendar), (days.get(dateOf(now, calendar)) ?? 0) + 1);
            expect(decided).toBe(false);
          }
          expect(new Set(sites).size).toBe(sites.length);
          expect(Math.max(0, ...days.values())).toBeLessThanOrEqual(aDay);
        },
      ),
    );
  });

  it('a site that is neither decided nor told of is told of as soon as the day has room', () => {
    fc.assert(
      fc.property(fc.array(arbitraryTelling, { maxLength: 20 }), (visits) => {
        const told = visits.reduce<Told>(
          (before, { name, wait }) => noteTold(before, { domain: site(name), at: EVENING + wait, calendar: CALENDAR }),
          NOTHING_TOLD,
        );
        expect(tell('new.example', told, { now: EVENING + 4 * 86_400_000 })).toEqual({ by: 'card' });
      }),
    );
  });
});

describe('what is stored', () => {
  it('of any shape gives settings that can be followed, and what was told can be kept', () => {
    fc.assert(
      fc.property(fc.anything(), fc.record({ by: fc.anything(), aDay: fc.anything() }), (any, fields) => {
        for (const stored of [any, fields]) {
          const { by, aDay } = parseNotice(stored);
          expect(['card', 'notification', 'badge']).toContain(by);
          expect(aDay).toBeGreaterThanOrEqual(1);
          expect(aDay).toBeLessThanOrEqual(MOST_A_DAY);
        }
        const told = parseTold(any);
        expect(JSON.parse(JSON.stringify(told))).toEqual(told);
      }),
    );
  });

  it('is read as it was written', () => {
    const told = after('shop.example', 'news.example');
    expect(parseTold(JSON.parse(JSON.stringify(told)))).toEqual(told);
    expect(parseNotice({ by: 'notification', aDay: 10 })).toEqual({ by: 'notification', aDay: 10 });
    expect(parseNotice({ by: 'shouting', aDay: 10 })).toEqual({ by: 'badge', aDay: 10 });
    expect(parseNotice({ by: 'card', aDay: 51 })).toEqual({ by: 'card', aDay: 3 });
  });

  it('and damaged in part keeps the rest', () => {
    expect(parseTold({ sites: { 'a.example': 1, 'b.example': 'x' }, day: 7 })).toEqual({
      sites: { 'a.example': 1 },
      day: { date: '', count: 0 },
    });
  });
});
