import { describe, expect, it } from 'vitest';
import type { Carried, LedgerEvent } from '#core/event.ts';
import type { Form } from '#core/followed.ts';
import type { Domain } from '#core/site.ts';
import { FOUND, story } from '../support/fakes/story.ts';
import { HVID, UID, hvid, uid } from './names.ts';
import { first, told } from './reading.ts';

const HOME = 'https://shop.example/';
const PIXEL = 'https://metrics.example/pixel.gif';
const CDN = 'https://cdn.example/amp.jpg';

describe('a third party’s number', () => {
  it('is listed after the site’s own', async () => {
    const report = await story().visits(HOME).setCookie(uid(), { from: PIXEL }).setCookie(hvid()).report();
    expect(report.numbers.map(({ number, party }) => [number, party])).toEqual([
      [HVID, 'first'],
      [UID, 'third'],
    ]);
  });

  it('has the pages whose requests carried it, and no others', async () => {
    const tale = story().visits(HOME).setCookie(uid(), { from: PIXEL }).asks(PIXEL, 'uid').asks(PIXEL, 'uid').stays(5);
    const report = await tale.later(1).visits(`${HOME}support`).stays(60).report();
    expect(first(report).total).toEqual({
      visits: 1,
      pages: 1,
      milliseconds: 5000,
      searches: 0,
      orders: 0,
      requests: 2,
    });
  });

  it('has the page also where its request was told first', async () => {
    const tale = story().setCookie(uid(), { from: PIXEL, on: 'shop.example' }).asks(PIXEL, 'uid');
    expect(first(await tale.visits(HOME).report()).total.pages).toBe(1);
  });

  it('is as old on a second site as on the first, and has a record of its own there', async () => {
    const tale = story().at('10:00').visits(HOME).setCookie(uid(), { from: PIXEL }).asks(PIXEL, 'uid');
    const since = tale.now();
    tale.at('12:00').visits('https://news.example/').setCookie(uid(), { from: PIXEL, setBy: FOUND }).asks(PIXEL, 'uid');
    const news = first(await tale.report('news.example'));
    expect(news).toMatchObject({ number: UID, since, setBy: { how: 'response' }, total: { pages: 1, requests: 1 } });
    expect(first(await tale.report()).total).toMatchObject({ pages: 1, requests: 1 });
  });

  it('that comes along from another site is not said to have been there before Known As', async () => {
    const tale = story().visits(HOME).setCookie(uid(), { from: PIXEL });
    tale.visits('https://news.example/').setCookie(uid(), { from: PIXEL, setBy: FOUND });
    const lines = (await tale.report('news.example')).events.map(({ type }) => type);
    expect(lines).toContain('visit');
    expect(lines).not.toContain('number-found');
  });

  it('that is gone is gone on every site that knew it', async () => {
    const tale = story().visits(HOME).setCookie(uid(), { from: PIXEL });
    tale.visits('https://news.example/').setCookie(uid(), { from: PIXEL }).later(60).loses('uid', 'expired');
    for (const site of ['shop.example', 'news.example']) {
      expect((await tale.report(site)).past).toMatchObject([{ number: UID, ended: { how: 'expired' } }]);
    }
  });
});

describe('a number that several sites know', () => {
  it('says on which others it is at work', async () => {
    const tale = story().visits(HOME).setCookie(uid(), { from: PIXEL });
    tale.visits('https://news.example/').setCookie(uid(), { from: PIXEL });
    expect(first(await tale.report()).alsoOn).toEqual(['news.example']);
    expect(first(await tale.report('news.example')).alsoOn).toEqual(['shop.example']);
    // Once the cookie is gone, it is at work nowhere.
    const [past] = (await tale.loses('uid').report()).past;
    expect(past?.alsoOn).toEqual([]);
  });

  it('says nothing of others where it is its own alone', async () => {
    expect(first(await story().visits(HOME).setCookie(hvid()).report()).alsoOn).toEqual([]);
  });
});

describe('who got a number', () => {
  it('is counted, with when and how, the site itself left out', async () => {
    const tale = story().setCookie(hvid()).visits(HOME).asks(`${HOME}style.css`, 'hvid');
    tale.asksInAddress('https://ads.example/sync?visitor=x', 'hvid', 'visitor').later(1);
    const report = await tale.asksInAddress('https://ads.example/sync?visitor=x', 'hvid', 'visitor').report();
    expect(first(report).total.requests).toBe(3);
    expect(first(report).recipients).toEqual([
      {
        domain: 'ads.example',
        company: null,
        requests: 2,
        first: tale.now() - 60_000,
        last: tale.now(),
        as: ['address'],
        forms: ['as-such'],
        beside: [],
        on: [],
      },
    ]);
    expect(told(report).filter((line) => line.startsWith('request'))).toEqual([
      'request to ads.example with hvid (address)',
      'request to ads.example with hvid (address)',
    ]);
  });

  it('is told with the forms it got it in, its own number beside it, and the other sites on whose pages it did', async () => {
    const tale = story().setCookie(hvid()).setCookie(uid(), { from: 'https://metrics.example/pixel.gif' });
    const site = 'shop.example' as Domain;
    const [own, third] = tale
      .events()
      .flatMap((event) => (event.type === 'number-seen' ? [event.sighting.identifier] : []));
    if (own === undefined || third === undefined) throw new Error('There are two numbers');
    const asked =
      (on: Domain, form: Form, more: Partial<Carried> = {}) =>
      (here: Pick<LedgerEvent, 'id' | 'at' | 'store'>) =>
        ({
          ...here,
          domain: on,
          type: 'request-sent',
          tab: 1,
          recipient: 'metrics.example' as Domain,
          method: 'GET',
          resource: 'image',
          address: { origin: 'https://metrics.example', path: '/p', parameters: ['v'] },
          carried: [
            { identifier: own, as: 'address', parameter: 'v', form, ...more },
            { identifier: third, as: 'cookie', parameter: null },
          ],
        }) as const;
    tale.visits(HOME).happens(asked(site, 'sha256')).happens(asked(site, 'as-such'));
    tale.happens(asked('news.example' as Domain, 'as-such', { of: site }));
    const [recipient] = first(await tale.report()).recipients;
    expect(recipient).toMatchObject({
      domain: 'metrics.example',
      requests: 3,
      forms: ['as-such', 'sha256'],
      on: ['news.example'],
      beside: [{ name: 'uid' }],
    });
  });

  it('are ordered by how often they did', async () => {
    const tale = story().setCookie(hvid()).visits(HOME).asksInAddress('https://one.example/?v=x', 'hvid', 'v');
    tale.asksInAddress('https://two.example/?v=x', 'hvid', 'v').asksInAddress('https://two.example/?v=x', 'hvid', 'v');
    expect(first(await tale.report()).recipients.map(({ domain }) => domain)).toEqual(['two.example', 'one.example']);
  });

  it('says nothing of a number that has ended', async () => {
    const report = await story().setCookie(hvid()).visits(HOME).loses('hvid').asks(PIXEL, 'hvid').report();
    expect(report.past[0]?.total.requests).toBe(0);
    expect(told(report).filter((line) => line.startsWith('request'))).toEqual([]);
  });
});

describe('domains that were asked without a number', () => {
  it('are named once, and no more once they got one', async () => {
    const tale = story().visits(HOME).asks(CDN).asks(CDN).asks(PIXEL);
    expect((await tale.report()).numberless).toEqual(['cdn.example', 'metrics.example']);
    const report = await tale.setCookie(uid(), { from: PIXEL }).asks(PIXEL, 'uid').report();
    expect(report.numberless).toEqual(['cdn.example']);
  });

  it('are at most fifty', async () => {
    const tale = story().visits(HOME);
    for (let host = 0; host < 200; host += 1) tale.asks(`https://host-${host}.example/`);
    expect((await tale.report()).numberless).toHaveLength(50);
  });
});

describe('containers', () => {
  it('have numbers of their own, and each page counts under its own container’s', async () => {
    const tale = story().inStore('firefox-default').setCookie(hvid()).visits(HOME);
    tale.inTab(2).inStore('firefox-container-2').setCookie(hvid('0c95d7e4-18b2-4a6f-8d3b-5e2a71c09f86'));
    const report = await tale.visits(HOME).visits(`${HOME}support`).report();
    expect(report.numbers.map(({ identifier, total }) => [identifier.store, total.pages])).toEqual([
      ['firefox-default', 1],
      ['firefox-container-2', 2],
    ]);
  });

  it('do not lose a number with another container’s', async () => {
    const tale = story().inStore('firefox-default').setCookie(hvid()).inStore('firefox-container-2').setCookie(hvid());
    const report = await tale.loses('hvid').report();
    expect(report.numbers.map(({ identifier }) => identifier.store)).toEqual(['firefox-default']);
  });
});

describe('partitions', () => {
  it('of two sites hold two numbers of one third party', async () => {
    const tale = story()
      .visits(HOME)
      .setCookie(`${uid()}; Partitioned`, { from: PIXEL, partition: 'https://shop.example' });
    tale.visits('https://news.example/');
    tale.setCookie(`${uid('9c0e4b7a1f6d83520b8ce94d17f3a625')}; Partitioned`, {
      from: PIXEL,
      partition: 'https://news.example',
    });
    expect((await tale.report()).numbers.map(({ number }) => number)).toEqual([UID]);
    expect((await tale.report('news.example')).numbers.map(({ number }) => number)).toEqual([
      '9c0e4b7a1f6d83520b8ce94d17f3a625',
    ]);
  });
});
