import { describe, expect, it } from 'vitest';
import { type Story, story } from '../support/fakes/story.ts';
import { HVID, HVID_2, hvid } from './names.ts';
import { first, told } from './reading.ts';

const HOME = 'https://shop.example/';

function search(term: string): string {
  return `${HOME}search?q=${encodeURIComponent(term)}`;
}

/** A visitor whom the shop knows already. */
function known(setting?: Parameters<typeof story>[0]): Story {
  return story(setting).at('2026-11-01 08:00').setCookie(hvid());
}

describe('the page that comes with a number', () => {
  it('is recorded under it, whichever the browser tells first', async () => {
    const pageFirst = await story().visits(HOME).setCookie(hvid()).stays(7).report();
    const numberFirst = await story().setCookie(hvid()).visits(HOME).stays(7).report();
    const numberLast = await story().visits(HOME).stays(3).setCookie(hvid()).stays(4).report();
    const tally = { visits: 1, pages: 1, milliseconds: 7000, searches: 0, orders: 0, requests: 0 };
    expect(first(pageFirst).total).toEqual(tally);
    expect(first(numberFirst).total).toEqual(tally);
    expect(first(numberLast).total).toEqual(tally);
    expect(pageFirst.month).toEqual(numberLast.month);
    expect(pageFirst.month).toEqual(numberFirst.month);
  });

  it('is not one that opened long before, nor one that is over', async () => {
    const open = await story().visits(HOME).later(1).setCookie(hvid()).report();
    expect(first(open).total.pages).toBe(0);
    const over = await story().visits(HOME).leaves().setCookie(hvid()).report();
    expect(first(over).total.pages).toBe(0);
  });

  it('stays with the number it came under when that is replaced', async () => {
    const report = await story().setCookie(hvid()).visits(HOME).setCookie(hvid(HVID_2)).report();
    expect(first(report)).toMatchObject({ number: HVID_2, total: { pages: 0 } });
    expect(report.past).toMatchObject([{ number: HVID, total: { pages: 1 } }]);
  });
});

describe('visits', () => {
  it('end with a gap of more than half an hour', async () => {
    const tale = known().at('10:00').visits(HOME).at('10:30').visits(HOME);
    expect((await tale.report()).visits).toBe(1);
    const report = await tale.at('11:01').visits(HOME).report();
    expect(report.visits).toBe(2);
    expect(first(report).total).toMatchObject({ visits: 2, pages: 3 });
  });

  it('go on over midnight and over the end of a month, and count where they began', async () => {
    const tale = known().at('2026-11-30 23:50').visits(HOME).at('2026-12-01 00:10').visits(HOME);
    const november = await tale.report('shop.example', '2026-11');
    const december = await tale.report('shop.example', '2026-12');
    expect(november.month).toMatchObject({ tally: { visits: 1, pages: 1 }, months: ['2026-11', '2026-12'] });
    expect(december.month).toMatchObject({ tally: { visits: 0, pages: 1 } });
  });

  it('count in the month of the person’s own time zone', async () => {
    const east = known({ zone: () => 13 * 60 })
      .at('2026-11-30 12:00')
      .visits(HOME);
    expect((await east.report('shop.example', '2026-12')).month?.tally.visits).toBe(1);
    const west = known({ zone: () => -10 * 60 })
      .at('2026-12-01 05:00')
      .visits(HOME);
    expect((await west.report('shop.example', '2026-11')).month?.tally.visits).toBe(1);
  });

  it('keep the day they were filed on when the person travels', async () => {
    const landed = Date.parse('2026-11-20T12:00:00Z');
    const tale = known({ zone: (at) => (at < landed ? 0 : -8 * 60) });
    tale.at('2026-11-20 11:00').visits(HOME).at('2026-11-21 03:00').visits(HOME);
    const days = (await tale.report()).month?.days;
    expect(days?.[19]).toBe(2);
  });

  it('count in the later month when the clock was put forward, and go on in the earlier when it was put back', async () => {
    const tale = known().at('2026-11-10 10:00').visits(HOME).at('2026-12-20 10:00').visits(HOME);
    tale.at('2026-11-10 10:20').visits(HOME).later(5).visits(HOME).later(5).visits(HOME);
    const november = (await tale.report('shop.example', '2026-11')).month?.tally;
    const december = (await tale.report('shop.example', '2026-12')).month?.tally;
    expect(november).toMatchObject({ visits: 2, pages: 4 });
    expect(december).toMatchObject({ visits: 1, pages: 1 });
    expect((await tale.report()).visits).toBe(3);
  });

  it('are not split by a page that is told late', async () => {
    const tale = known().at('10:05').visits(HOME).at('10:00').inTab(2).visits(HOME).at('10:32').inTab(1).visits(HOME);
    expect((await tale.report()).visits).toBe(1);
  });

  it('in two tabs at once are one visit of two pages', async () => {
    const report = await known().at('10:00').inTab(1).visits(HOME).inTab(2).visits(`${HOME}hi-fi`).report();
    expect(first(report).total).toMatchObject({ visits: 1, pages: 2 });
  });
});

describe('what is recorded of pages', () => {
  it('are sections, most pages first', async () => {
    const tale = known().visits(HOME).visits(`${HOME}hi-fi`).visits(`${HOME}hi-fi/model-2`).visits(`${HOME}support`);
    expect((await tale.report()).month?.sections).toEqual([
      { section: 'Hi-fi', pages: 2 },
      { section: 'Home', pages: 1 },
      { section: 'Support', pages: 1 },
    ]);
  });

  it('are history changes as pages of their own', async () => {
    const report = await known().visits(`${HOME}stories`).visits(`${HOME}stories/two`, 'history').report();
    expect(report.events.slice(0, 2)).toMatchObject([{ how: 'history' }, { how: 'load' }]);
    expect(first(report).total.pages).toBe(2);
  });

  it('are searches, each term once, latest first, with how often', async () => {
    const tale = known().visits(search('car mp3 player')).later(1).visits(search('headphones')).later(1);
    const report = await tale.visits(search('car mp3 player')).report();
    expect(report.month?.searches).toEqual([
      { term: 'car mp3 player', times: 2, last: tale.now() },
      { term: 'headphones', times: 1, last: tale.now() - 60_000 },
    ]);
    expect(first(report).total.searches).toBe(3);
    expect(told(report).filter((line) => line.startsWith('search'))).toHaveLength(3);
  });

  it('are searches of the month that is shown only', async () => {
    const tale = known().at('2026-11-30 12:00').visits(`${HOME}search?q=amp`).at('2026-12-01 12:00');
    tale.visits(`${HOME}search?q=cable`);
    const terms = async (month: string): Promise<unknown> =>
      (await tale.report('shop.example', month)).month?.searches.map(({ term }) => term);
    expect([await terms('2026-11'), await terms('2026-12')]).toEqual([['amp'], ['cable']]);
  });

  it.each([14 * 60, -12 * 60])(
    'are searches of the whole month where the person is, %i minutes from UTC',
    async (zone) => {
      const tale = known({ zone: () => zone });
      const local = (time: string): string =>
        new Date(Date.parse(`${time}Z`) - zone * 60_000).toISOString().slice(0, 16).replace('T', ' ');
      tale.at(local('2026-12-01T00:01')).visits(search('first')).at(local('2026-12-31T23:59')).visits(search('last'));
      const { month } = await tale
        .at(local('2027-01-01T00:01'))
        .visits(search('next'))
        .report('shop.example', '2026-12');
      expect(month?.searches.map(({ term }) => term)).toEqual(['last', 'first']);
    },
  );

  it('are orders, once: a confirmation page that is shown again is no second order', async () => {
    const confirmation = `${HOME}order/confirmation?order=A-1001`;
    const tale = known().visits(confirmation);
    await tale.told();
    const report = await tale
      .later(1)
      .visits(confirmation)
      .later(60 * 24 * 3)
      .visits(confirmation)
      .report();
    expect(first(report).total).toMatchObject({ orders: 1, pages: 3 });
    expect(told(report).filter((line) => line.startsWith('order'))).toEqual(['order A-1001']);
  });

  it('are orders once also where both pages are recorded in one go', async () => {
    const confirmation = `${HOME}order/confirmation?order=A-1001`;
    expect(first(await known().visits(confirmation).later(1).visits(confirmation).report()).total.orders).toBe(1);
  });

  it('are orders without a number once a day, and another number is another order', async () => {
    const tale = known().visits(`${HOME}order/confirmation`);
    await tale.told();
    await tale.later(10).visits(`${HOME}order/confirmation`).told();
    await tale.visits(`${HOME}order/confirmation?order=A-1002`).told();
    const report = await tale
      .later(60 * 24)
      .visits(`${HOME}order/confirmation`)
      .report();
    expect(first(report).total.orders).toBe(3);
  });

  it('is time, under the numbers the page was filed under, with the page’s last title', async () => {
    const tale = known().visits(HOME).stays(40, 'Hi-fi for cars').later(1).stays(2.5);
    const report = await tale.setCookie(hvid(HVID_2)).stays(10, 'Hi-fi').report();
    expect(report.past).toMatchObject([{ number: HVID, total: { milliseconds: 52_500 } }]);
    expect(first(report)).toMatchObject({ number: HVID_2, total: { milliseconds: 0 } });
    const visit = report.events.find((line) => line.type === 'visit');
    expect(visit).toMatchObject({ title: 'Hi-fi', milliseconds: 52_500 });
  });

  it('is nothing of a page nobody opened', async () => {
    const report = await known().stays(40).leaves().report();
    expect(first(report).total.milliseconds).toBe(0);
  });
});
