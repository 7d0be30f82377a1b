import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventLine } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import type { Asking, Device } from '../support/fakes/device.ts';
import { expectNoFailures } from './controlling.ts';
import { NEWS, onDisk, reportOf, settled, SHOP, startedDevice, untilReport } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

type Told = Extract<EventLine, { type: 'told' }>;

const GA_COOKIE = '_ga=GA1.1.1423778943.1795341600; Path=/; Max-Age=31536000';
const CID = '1423778943.1795341600';
const QUERY = `v=2&tid=G-TEST123&cid=${CID}&_p=4711&_s=1&dl=${encodeURIComponent(`${SHOP}hi-fi?q=car+mp3`)}&dt=Hi-fi`;
const GA = `https://region1.google-analytics.com/g/collect?${QUERY}`;
const MIRROR = `https://stats.g.doubleclick.net/g/collect?${QUERY}`;
const UNKNOWN = 'https://events.partner.example/in';
const POST: Asking = { method: 'POST', resource: 'ping' };
const EVENT = JSON.stringify({ event: 'wish_list', anonymous_id: 'b7f1c0de42aa9d13', page_url: SHOP });

let device: Device;

beforeEach(async () => {
  device = await startedDevice();
});
afterEach(() => expectNoFailures(device));

async function toldOf(on: Device, tab = 1): Promise<readonly Told[]> {
  await settled(on);
  return (await reportOf(on, tab)).events.filter((line) => line.type === 'told');
}

describe('a vendor’s hit', () => {
  it('tells what it says, to whom, and under which number', async () => {
    await device.visit(SHOP, { answer: [GA_COOKIE] });
    device.ask(GA, { ...POST, body: 'en=view_search_results&ep.search_term=car mp3&_et=1200' });
    const [line] = await toldOf(device);
    expect(line).toMatchObject({ arrival: 'answered', recipient: 'google-analytics.com', method: 'POST' });
    expect(line?.told).toMatchObject({ vendor: { name: 'Google Analytics' }, count: 1, limits: [] });
    expect(line?.told.events[0]).toMatchObject({
      name: 'view_search_results',
      deed: 'search',
      facts: { search: { value: 'car mp3', basis: 'stated' }, seconds: { value: 1.2 }, visitor: { value: CID } },
    });
    expect(line?.carried).toEqual([{ name: '_ga', number: CID, as: 'address', parameter: 'cid', form: 'as-such' }]);
    expect(line?.numbers).toHaveLength(1);
  });

  it('is told through the site’s own host too', async () => {
    await device.visit(SHOP);
    device.ask(`${SHOP}metrics/g/collect?${QUERY}&en=page_view`, POST);
    expect(await toldOf(device)).toMatchObject([
      { recipient: 'shop.example', told: { vendor: { id: 'google-analytics' } } },
    ]);
  });

  it('that is told to two of its hosts is told once', async () => {
    await device.visit(SHOP);
    device.ask(`${GA}&en=page_view`, POST);
    device.ask(`${MIRROR}&en=page_view`, POST);
    expect(await toldOf(device)).toHaveLength(1);
  });

  it('that is told to one of its hosts twice is told once', async () => {
    await device.visit(SHOP);
    device.ask(`${GA}&en=page_view`, POST);
    device.ask(`${GA.replace('/g/', '/h/g/')}&en=page_view`, POST);
    expect(await toldOf(device)).toHaveLength(1);
  });

  it('that is redirected is told once', async () => {
    await device.visit(SHOP);
    const there = `${GA}&en=page_view&again=1`;
    device.ask(`${GA}&en=page_view`, { ...POST, id: 'redirected', redirectsTo: there });
    device.ask(there, { ...POST, id: 'redirected' });
    expect(await toldOf(device)).toHaveLength(1);
  });

  it('that is told to another host because it never left for the first is told as what arrived', async () => {
    await device.visit(SHOP);
    device.ask(`${GA}&en=page_view`, { ...POST, fails: 'net::ERR_BLOCKED_BY_CLIENT' });
    device.ask(`${MIRROR}&en=page_view`, POST);
    expect((await toldOf(device)).map(({ arrival }) => arrival).toSorted()).toEqual(['answered', 'never']);
  });

  it('that may have arrived at one host and did arrive at another is told as what arrived', async () => {
    await device.visit(SHOP);
    device.ask(`${GA}&en=page_view`, { ...POST, fails: 'NS_ERROR_FAILURE' });
    device.ask(`${MIRROR}&en=page_view`, POST);
    device.ask(`${MIRROR.replace('stats', 'more')}&en=page_view`, { ...POST, fails: 'NS_ERROR_FAILURE' });
    expect((await toldOf(device)).map(({ arrival }) => arrival).toSorted()).toEqual(['answered', 'unknown']);
  });

  it('that is sent once more, because no answer was seen, is told as what arrived', async () => {
    await device.visit(SHOP);
    device.ask(`${GA}&en=page_view`, { ...POST, fails: 'NS_ERROR_FAILURE' });
    device.ask(`${GA}&en=page_view`, POST);
    expect((await toldOf(device)).map(({ arrival }) => arrival).toSorted()).toEqual(['answered', 'unknown']);
  });

  it('of several events tells each', async () => {
    await device.visit(SHOP);
    device.ask(GA, {
      ...POST,
      body: 'en=page_view\r\nen=scroll&epn.percent_scrolled=90\r\nen=user_engagement&_et=5000',
    });
    const [line] = await toldOf(device);
    expect(line?.told.events.map(({ deed }) => deed)).toEqual(['page-view', 'scroll', 'time']);
  });

  it('that is stopped was attempted, and no number went with it', async () => {
    await device.visit(SHOP, { answer: [GA_COOKIE] });
    device.ask(`${GA}&en=page_view`, { ...POST, fails: 'net::ERR_BLOCKED_BY_CLIENT' });
    expect(await toldOf(device)).toMatchObject([{ arrival: 'never', carried: [] }]);
    expect((await reportOf(device)).numbers[0]?.recipients).toEqual([]);
  });

  it('that got no answer may have arrived', async () => {
    await device.visit(SHOP);
    device.ask(`${GA}&en=page_view`, { ...POST, fails: 'net::ERR_FAILED' });
    device.ask(`${GA.replace('4711', '4712')}&en=page_view`, { ...POST, fails: 'NS_ERROR_FAILURE' });
    expect((await toldOf(device)).map(({ arrival }) => arrival)).toEqual(['unknown', 'unknown']);
  });

  it('that never left is told nowhere', async () => {
    await device.visit(SHOP);
    device.ask(`${GA}&en=page_view`, { ...POST, fromCache: true });
    device.ask(`${GA}&en=page_view`, { method: 'OPTIONS' });
    expect(await toldOf(device)).toEqual([]);
  });
});

describe('what is in nobody’s form', () => {
  it('is told where it names an event of somebody', async () => {
    await device.visit(SHOP);
    device.ask(UNKNOWN, { ...POST, body: EVENT });
    expect(await toldOf(device)).toMatchObject([
      { recipient: 'partner.example', told: { vendor: null, by: 'names', events: [{ name: 'wish_list' }] } },
    ]);
  });

  it('is not told of what a site’s scripts ask the site, but where a number is in it', async () => {
    await device.visit(SHOP);
    device.ask(`${SHOP}api`, { ...POST, body: JSON.stringify({ event: 'filter', page_url: SHOP, title: 'Speakers' }) });
    device.ask(`${SHOP}api`, { ...POST, body: EVENT });
    expect((await toldOf(device)).map(({ told }) => told.events[0]?.name)).toEqual(['wish_list']);
  });

  it('is said to carry the number where that is in what is sent along', async () => {
    await device.visit(SHOP, { answer: [GA_COOKIE] });
    device.ask(UNKNOWN, { ...POST, body: `nothing that is known: ${CID}` });
    await untilReport(device, ({ numbers }) =>
      expect(numbers[0]?.recipients).toMatchObject([{ domain: 'partner.example', as: ['body'] }]),
    );
  });

  it('is not told of a form that the person sends as the page goes on', async () => {
    await device.visit(SHOP);
    const fields = { event: 'sign_in', email: 'ada@shop.example', session_id: 'b7f1c0de42aa9d13' };
    await device.visit(`${SHOP}account`, { method: 'POST', body: { fields } });
    expect(await toldOf(device)).toEqual([]);
    expect(await onDisk(device)).not.toContain('ada@');
  });
});

describe('what a person typed', () => {
  it('is nowhere on the disk, and that it was sent is', async () => {
    await device.visit(SHOP);
    const user = {
      email: 'ada@shop.example',
      phone: '+44 20 7946 0958',
      name: 'Ada Lovelace',
      password: 'correct horse',
    };
    const more = {
      userId: 'ada@shop.example',
      title: 'Hello ada@shop.example',
      page_url: `${SHOP}?email=ada@shop.example`,
    };
    device.ask(UNKNOWN, {
      ...POST,
      body: JSON.stringify({ event: 'sign_up', ...JSON.parse(EVENT), ...user, ...more }),
    });
    const [line] = await toldOf(device);
    expect(line?.told.events[0]?.personal.map(({ what, form }) => `${what} ${form}`)).toEqual(
      expect.arrayContaining(['email clear', 'phone clear']),
    );
    expect(await onDisk(device)).not.toMatch(/ada@|7946|Lovelace|correct horse/u);
  });
});

describe('a body that the browser does not show', () => {
  const withheld: Asking = { ...POST, body: { withheld: true } };
  const sent = { type: 'sent', method: 'POST', body: EVENT } as const;

  it.each(['before', 'after'])('is read where the page tells of it %s the request is told', async (when) => {
    await device.visit(SHOP);
    if (when === 'before') await device.watcher({ ...sent, url: UNKNOWN, at: Date.now() });
    device.ask(UNKNOWN, withheld);
    if (when === 'after') await device.watcher({ ...sent, url: UNKNOWN, at: Date.now() });
    await untilReport(device, ({ events }) =>
      expect(events.filter(({ type }) => type === 'told')).toMatchObject([
        { told: { events: [{ name: 'wish_list' }] } },
      ]),
    );
  });

  it('is said not to be shown where the page tells of none', async () => {
    await device.visit(SHOP);
    device.ask(`${GA}&en=page_view`, withheld);
    await untilReport(device, ({ events }) =>
      expect(events.filter(({ type }) => type === 'told')).toMatchObject([{ told: { limits: ['not-shown'] } }]),
    );
  });

  it('is believed of no request that the browser did not tell of, nor of another tab', async () => {
    device.openTab(2);
    await device.visit(NEWS, { tab: 2 });
    await device.visit(SHOP);
    await device.watcher({ ...sent, url: UNKNOWN, at: Date.now() }, { tab: 2 });
    await device.watcher({ ...sent, url: `${UNKNOWN}/2`, at: Date.now() });
    await device.watcher({ ...sent, method: 'SOCKET', url: 'wss://events.partner.example/', at: Date.now() });
    device.ask(UNKNOWN, withheld);
    device.ask(`${GA}&en=page_view`, POST);
    expect((await toldOf(device)).map(({ recipient }) => recipient)).toEqual(['google-analytics.com']);
  });

  it('may have gone into a web socket', async () => {
    await device.visit(SHOP);
    const url = 'wss://events.partner.example/socket';
    device.ask(url, { resource: 'websocket' });
    await device.watcher({ ...sent, method: 'SOCKET', url, at: Date.now() });
    expect(await toldOf(device)).toMatchObject([{ resource: 'websocket', told: { events: [{ name: 'wish_list' }] } }]);
  });
});

describe('in Firefox', () => {
  it('a body, told before the headers, belongs to the same request', async () => {
    await settled(device);
    device = await startedDevice({ firefox: true });
    await device.visit(SHOP);
    device.ask(UNKNOWN, { ...POST, body: EVENT });
    device.ask(UNKNOWN, POST);
    expect(await toldOf(device)).toHaveLength(1);
  });
});

describe('a site that was wiped', () => {
  it('is not brought back by what was under way then', async () => {
    await device.visit(SHOP);
    device.ask(UNKNOWN, { ...POST, body: { withheld: true }, id: 'late' });
    await device.watcher({ type: 'sent', method: 'POST', body: EVENT, url: UNKNOWN, at: Date.now() });
    await settled(device);
    await device.view('wipeSite', { domain: 'shop.example' as Domain });
    // What waits as long and began later is told: the other's time has passed.
    await device.visit(NEWS);
    const elsewhere = 'https://region1.google-analytics.com/g/collect?v=2&tid=G-TEST123&en=page_view';
    device.ask(elsewhere, { ...POST, body: { withheld: true } });
    await untilReport(device, ({ events }) => expect(events.filter(({ type }) => type === 'told')).toHaveLength(1));
    expect(await onDisk(device)).not.toContain('shop.example');
  });
});

describe('in a private window', () => {
  it('nothing of it comes to the disk', async () => {
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2 });
    device.ask(UNKNOWN, { ...POST, body: EVENT, tab: 2 });
    await untilReport(device, ({ events }) => expect(events.filter(({ type }) => type === 'told')).toHaveLength(1), 2);
    expect(await onDisk(device)).not.toMatch(/wish_list|partner\.example/u);
  });
});
