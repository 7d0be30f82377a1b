import { describe, expect, it } from 'vitest';
import { FOUND, INFERRED, story } from '../support/fakes/story.ts';
import { HVID, HVID_2, YEAR, hvid } from './names.ts';
import { first, told } from './reading.ts';

const DAY = 86_400;

describe('a number', () => {
  it('that was in the jar before us is found, and nothing is made up about its past', async () => {
    const report = await story().setCookie(hvid(), { setBy: FOUND }).report();
    expect(told(report)).toEqual(['hvid found']);
    expect(first(report)).toMatchObject({ number: HVID, setBy: { how: 'found' }, total: { visits: 0, pages: 0 } });
  });

  it('that was found does not take the page that was open then', async () => {
    const report = await story().visits('https://shop.example/').setCookie(hvid(), { setBy: FOUND }).report();
    expect(first(report).total.pages).toBe(0);
  });

  it('that a response sets is set, since that moment, until its date', async () => {
    const tale = story().at('09:30').setCookie(hvid());
    const report = await tale.report();
    expect(told(report)).toEqual(['hvid set']);
    expect(first(report)).toMatchObject({
      number: HVID,
      setBy: { how: 'response', basis: 'stated' },
      since: tale.now(),
      expires: tale.now() + YEAR * 1000,
      ended: null,
    });
  });

  it('is the identifying part of the value; the value is kept whole', async () => {
    const report = await story().setCookie('_ga=GA1.1.1386410283.1700000000; Path=/; Max-Age=63072000').report();
    expect(first(report)).toMatchObject({ number: '1386410283.1700000000', value: 'GA1.1.1386410283.1700000000' });
  });

  it('whose expiry moves by a day or more is renewed; by less is no news', async () => {
    const tale = story().setCookie(hvid()).later(60).setCookie(hvid());
    expect(told(await tale.report())).toEqual(['hvid set']);
    tale.later(25 * 60).setCookie(hvid());
    const report = await tale.report();
    expect(told(report)).toEqual(['hvid set', 'hvid renewed']);
    expect(first(report)).toMatchObject({ lastSeen: tale.now(), expires: tale.now() + YEAR * 1000 });
    expect(report.numbers).toHaveLength(1);
  });

  it('that takes the place of another says what it was before, and the other is past', async () => {
    const tale = story().setCookie(hvid()).later(60).setCookie(hvid(HVID_2));
    const report = await tale.report();
    expect(told(report)).toEqual(['hvid set', 'hvid replaced']);
    expect(report.events[0]).toMatchObject({ before: HVID, number: HVID_2 });
    expect(report.numbers.map(({ number }) => number)).toEqual([HVID_2]);
    expect(report.past).toMatchObject([{ number: HVID, ended: { at: tale.now(), how: 'replaced' } }]);
  });

  it('that is overwritten by something that is no number has ended', async () => {
    const report = await story().setCookie(hvid()).later(1).setCookie('hvid=0; Path=/; Max-Age=31536000').report();
    expect(report.numbers).toEqual([]);
    expect(report.past).toMatchObject([{ number: HVID, ended: { how: 'replaced' } }]);
  });

  it.each(['expired', 'removed', 'evicted'] as const)('that is gone says how: %s', async (cause) => {
    const tale = story().setCookie(hvid()).later(60).loses('hvid', cause);
    const report = await tale.report();
    expect(told(report)).toEqual(['hvid set', `hvid gone: ${cause}`]);
    expect(report.past).toMatchObject([{ number: HVID, ended: { at: tale.now(), how: cause } }]);
    expect(report.month).toBeNull();
  });

  it('past its date is gone although the browser said nothing', async () => {
    const tale = story()
      .setCookie(hvid(HVID, 90 * DAY))
      .later(91 * 24 * 60);
    expect((await tale.report()).past).toMatchObject([{ number: HVID, ended: { how: 'expired' } }]);
  });

  it('removed and written again in one go is no news', async () => {
    const report = await story()
      .setCookie(hvid())
      .later(60)
      .loses('hvid')
      .setCookie(hvid(HVID, YEAR + 60))
      .report();
    expect(told(report)).toEqual(['hvid set']);
    expect(report.past).toEqual([]);
    expect(first(report).ended).toBeNull();
  });

  it('that comes back later is set again and at work, with its record and its new date', async () => {
    const tale = story().visits('https://shop.example/').setCookie(hvid(HVID, DAY)).leaves();
    tale
      .later(25 * 60)
      .loses('hvid', 'expired')
      .later(60);
    const report = await tale
      .visits('https://shop.example/')
      .setCookie(hvid(HVID, 30 * DAY))
      .report();
    expect(told(report).filter((line) => line.startsWith('hvid'))).toEqual([
      'hvid set',
      'hvid gone: expired',
      'hvid set',
    ]);
    expect(first(report)).toMatchObject({
      number: HVID,
      ended: null,
      expires: tale.now() + 30 * DAY * 1000,
      lastSeen: tale.now(),
      total: { visits: 2, pages: 2 },
    });
  });

  it('that replaces its own successor is the number it was', async () => {
    const tale = story()
      .setCookie(hvid(HVID, DAY))
      .later(1)
      .setCookie(hvid(HVID_2))
      .later(48 * 60);
    const report = await tale.setCookie(hvid(HVID)).report();
    expect(report.numbers.map(({ number, ended }) => [number, ended])).toEqual([[HVID, null]]);
    expect(report.past.map(({ number }) => number)).toEqual([HVID_2]);
  });

  it('learns late which script wrote it, where that was only inferred before', async () => {
    const script = 'https://shop.example/app.js';
    const inferred = await story().setCookie(hvid(), { setBy: INFERRED }).writtenBy(script, 'hvid').report();
    expect(first(inferred).setBy).toEqual({ how: 'script', script, basis: 'verified' });
    expect(inferred.events.find(({ type }) => type === 'number-set')).toMatchObject({
      setBy: { how: 'script', script },
    });
    const stated = await story().setCookie(hvid()).writtenBy(script, 'hvid').report();
    expect(first(stated).setBy).toEqual({ how: 'response', basis: 'stated' });
  });
});

describe('what is no number', () => {
  it('is left alone: a preference with its value, a login without', async () => {
    const tale = story().setCookie('theme=dark; Path=/; Max-Age=31536000');
    const report = await tale.setCookie(`session_token=${HVID}; Path=/; HttpOnly; Secure`).report();
    expect(report.numbers).toEqual([]);
    expect(report.events).toEqual([]);
    expect(report.leftAlone.map(({ kind, preview }) => [kind, preview ?? ''])).toEqual([
      ['login', ''],
      ['preference', 'dark'],
    ]);
    expect(JSON.stringify(await (await tale.told()).tables.all('stored'))).not.toContain(HVID);
  });

  it('is not shown once it is gone or past its date', async () => {
    const tale = story().setCookie('theme=dark; Path=/; Max-Age=31536000').setCookie('lang=en; Path=/; Max-Age=3600');
    expect((await tale.report()).leftAlone).toHaveLength(2);
    expect((await tale.later(61).report()).leftAlone).toHaveLength(1);
    expect((await tale.loses('theme').report()).leftAlone).toEqual([]);
  });
});
