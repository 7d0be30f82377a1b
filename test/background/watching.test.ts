import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { identifierKey } from '#core/identifier.ts';
import { type Device } from '../support/fakes/device.ts';
import { cookieOf } from '../support/fakes/set-cookie.ts';
import {
  HVID,
  HVID_LINE,
  NEWS,
  PIXEL,
  SHOP,
  UID,
  UID_LINE,
  onDisk,
  reportOf,
  settled,
  untilReport,
  startedDevice,
} from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const APP = 'https://shop.example/app.js';
const BY_APP = { how: 'script', script: APP, basis: 'verified' };
let device: Device;

beforeEach(async () => {
  device = await startedDevice();
});

describe('a visit', () => {
  it('is recorded under the number its answer brought', async () => {
    await device.visit(`${SHOP}hi-fi`, { answer: [HVID_LINE] });
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([{ number: HVID, total: { visits: 1, pages: 1 } }]);
    });
  });

  it('carries the number from the second request on: the cookie that answers a request did not go with it', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await settled(device);
    expect((await reportOf(device)).numbers[0]?.total.requests).toBe(0);
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await settled(device);
    expect((await reportOf(device)).numbers[0]?.total.requests).toBe(1);
  });

  it('carries the number that was there, not the one that overwrites it', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    const next = '0c95d7e4-18b2-4a6f-8d3b-5e2a71c09f86';
    await device.visit(SHOP, { answer: [HVID_LINE.replace(HVID, next)] });
    await settled(device);
    const report = await reportOf(device);
    expect(report.past).toMatchObject([{ number: HVID, total: { requests: 1 } }]);
    expect(report.numbers).toMatchObject([{ number: next, total: { requests: 0 } }]);
  });

  it('sends nothing where the answer came out of the browser’s cache', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    device.ask(`${SHOP}style.css`, { fromCache: true });
    await settled(device);
    expect((await reportOf(device)).numbers[0]?.total.requests).toBe(0);
  });

  it('that wakes the background carries only what was in the jar before it', async () => {
    const other = cookieOf(UID_LINE, { url: SHOP, at: Date.now() });
    device.insides.jar.set(identifierKey(other.identifier), other);
    // The jar is read only after the visit, and then holds already what came of it.
    const opens = new EventTarget();
    device.insides.jarOpens = new Promise((open) => {
      opens.addEventListener('open', open);
    });
    await device.startBackground();
    await device.visit(SHOP, { answer: [HVID_LINE] });
    opens.dispatchEvent(new Event('open'));
    await settled(device);
    const requests = (await reportOf(device)).numbers.map(({ number, total }) => [number, total.requests]);
    expect(Object.fromEntries(requests)).toEqual({ [HVID]: 0, [UID]: 1 });
  });

  it('goes on in the same record when the background was stopped in between', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await settled(device);
    await device.startBackground();
    await device.visit(`${SHOP}support`, { answer: [HVID_LINE] });
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([{ number: HVID, total: { visits: 1, pages: 2, requests: 1 } }]);
      expect(report.past).toEqual([]);
    });
  });
});

describe('who set a number', () => {
  it('is stated by HttpOnly, which no script can set', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([{ setBy: { how: 'response', basis: 'stated' } }]);
    });
  });

  it('is inferred where no script was seen writing it', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE.replace('; HttpOnly', '')] });
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([{ setBy: { how: 'response', basis: 'inferred' } }]);
    });
  });

  it('is the script that the guard saw, told before the cookie itself', async () => {
    await device.visit(SHOP);
    await device.watcher({ type: 'wrote', writes: [{ name: 'hvid', script: APP }] });
    device.setCookie(HVID_LINE.replace('; HttpOnly', ''), SHOP);
    await untilReport(device, (report) => expect(report.numbers).toMatchObject([{ setBy: BY_APP }]));
  });

  it('is the script that the guard saw, told after the cookie itself', async () => {
    await device.visit(SHOP);
    device.setCookie(HVID_LINE.replace('; HttpOnly', ''), SHOP);
    await untilReport(device, (report) => expect(report.numbers).toHaveLength(1));
    await device.watcher({ type: 'wrote', writes: [{ name: 'hvid', script: APP }] });
    await untilReport(device, (report) => expect(report.numbers).toMatchObject([{ setBy: BY_APP }]));
  });

  it('is the script that the guard saw, told while the cookie itself is being dealt with', async () => {
    await device.visit(SHOP);
    await settled(device);
    // However far the background came with the cookie when it is told.
    for (let turns = 0; turns < 40; turns += 1) {
      const name = `visitor_${turns}`;
      device.setCookie(`${name}=${crypto.randomUUID()}; Path=/; Max-Age=31536000`, SHOP);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await device.watcher({ type: 'wrote', writes: [{ name, script: APP }] });
    }
    await untilReport(device, (report) => {
      expect(report.numbers.map(({ setBy }) => setBy)).toEqual(report.numbers.map(() => BY_APP));
      expect(report.numbers).toHaveLength(40);
    });
  });
});

describe('a third party’s cookie', () => {
  it('belongs to the page whose request brought it', async () => {
    await device.visit(SHOP);
    device.ask(PIXEL, { answer: [UID_LINE] });
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([{ number: UID, party: 'third' }]);
      expect(report.numberless).toEqual(['metrics.example']);
    });
  });

  it('belongs to the page whose request brought it, also where the request is told after the cookie', async () => {
    await device.visit(SHOP);
    device.setCookie(UID_LINE, PIXEL);
    device.ask(PIXEL);
    await untilReport(device, (report) => expect(report.numbers).toMatchObject([{ number: UID, party: 'third' }]));
    await settled(device);
    expect(await onDisk(device)).not.toContain('metrics.example|');
  });

  it('of a page that is told after it, and sent with what the page asks for, was brought by the response', async () => {
    device.openTab(1).url = SHOP;
    device.setCookie(HVID_LINE.replace('; HttpOnly', ''), SHOP);
    device.ask(SHOP, { resource: 'main_frame', initiator: null });
    for (let file = 0; file < 5; file += 1) device.ask(`${SHOP}style-${file}.css`);
    await settled(device);
    expect((await reportOf(device)).numbers).toMatchObject([{ setBy: { how: 'response', basis: 'inferred' } }]);
  });

  it('that nobody was seen asking for belongs to its own site', async () => {
    device.setCookie(UID_LINE, PIXEL);
    device.openTab(2).url = PIXEL;
    await untilReport(device, (report) => expect(report.numbers).toMatchObject([{ number: UID, party: 'first' }]), 2);
  });

  it('that was gone before it was known where it came is told as one that was there', async () => {
    device.setCookie(UID_LINE, PIXEL);
    device.expire('uid', 'explicit');
    device.openTab(2).url = PIXEL;
    await untilReport(device, (report) => expect(report.past).toMatchObject([{ number: UID }]), 2);
    expect((await reportOf(device, 2)).numbers).toEqual([]);
  });

  it('counts on each site whose requests carried it, by name of who got it', async () => {
    await device.visit(SHOP);
    device.ask(PIXEL, { answer: [UID_LINE] });
    device.ask(PIXEL);
    device.openTab(2);
    await device.visit(NEWS, { tab: 2 });
    device.ask(PIXEL, { tab: 2 });
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([{ number: UID, total: { pages: 1, requests: 1 } }]);
      expect(report.events).toContainEqual(expect.objectContaining({ type: 'request', recipient: 'metrics.example' }));
    });
    await untilReport(
      device,
      (report) =>
        expect(report.numbers).toMatchObject([{ number: UID, party: 'third', total: { pages: 1, requests: 1 } }]),
      2,
    );
  });

  it('in a partition belongs to the site of the partition', async () => {
    await device.visit(SHOP);
    device.openTab(2);
    await device.visit(NEWS, { tab: 2 });
    device.ask(PIXEL, { tab: 2 });
    const partition = { topLevelSite: 'https://shop.example', hasCrossSiteAncestor: true };
    device.ask(PIXEL, { tab: 1, answer: [`${UID_LINE}; Partitioned`], partition });
    await untilReport(device, (report) => expect(report.numbers).toMatchObject([{ number: UID }]));
    await settled(device);
    expect((await reportOf(device, 2)).numbers).toEqual([]);
  });

  it('carried by a frame’s own request counts for the page in the tab', async () => {
    await device.visit(SHOP);
    device.ask(PIXEL, { answer: [UID_LINE] });
    device.ask(PIXEL, { inFrame: true, initiator: 'https://frame.example/inner.html' });
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([{ number: UID, total: { requests: 1 } }]);
    });
  });
});

describe('a number that leaves in an address', () => {
  it('is recorded with its parameter and who got it', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    device.ask(`https://ads.example/sync?visitor=${HVID}&page=1`);
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([{ recipients: [{ domain: 'ads.example', requests: 1, as: ['address'] }] }]);
      const line = report.events.find(({ type }) => type === 'request');
      expect(line).toMatchObject({ carried: [{ name: 'hvid', as: 'address', parameter: 'visitor' }] });
      expect(line).toMatchObject({ address: { path: '/sync', parameters: ['visitor', 'page'] } });
    });
  });
});

describe('fetch across origins', () => {
  it('sends no cookies unless the page says so, which the guard sees', async () => {
    await device.visit(SHOP);
    device.ask(PIXEL, { answer: [UID_LINE] });
    device.ask('https://metrics.example/collect', { resource: 'xmlhttprequest' });
    await settled(device);
    expect((await reportOf(device)).numbers[0]?.total.requests).toBe(0);
    const asked = [{ url: 'https://metrics.example/collect', method: 'POST', at: Date.now() }];
    await device.watcher({ type: 'asked-with-cookies', asked });
    await untilReport(device, (report) => expect(report.numbers[0]?.total.requests).toBe(1));
  });
});

describe('web storage', () => {
  it('that holds a number is recorded, with the script that was seen writing it', async () => {
    await device.visit(SHOP);
    await device.watcher({ type: 'wrote', writes: [{ name: 'device', script: APP }] });
    const verdict = {
      kind: 'random-id',
      purpose: 'analytics',
      confidence: 0.9,
      reasons: [],
      token: UID,
      vendor: null,
    } as const;
    await device.watcher({
      type: 'stored',
      items: [{ area: 'local-storage', key: 'device', value: UID, verdict }],
      keys: ['device'],
    });
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([
        { number: UID, party: 'first', expires: 'never', setBy: { how: 'script', script: APP } },
      ]);
    });
  });

  it('of another site’s frame is that site’s, under the page it stands in', async () => {
    await device.visit(SHOP);
    const verdict = {
      kind: 'random-id',
      purpose: 'analytics',
      confidence: 0.9,
      reasons: [],
      token: UID,
      vendor: null,
    } as const;
    const items = [{ area: 'local-storage', key: 'device', value: UID, verdict }] as const;
    await device.watcher({ type: 'stored', items, keys: ['device'] }, { url: 'https://frame.example/inner.html' });
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([
        {
          party: 'third',
          identifier: { origin: 'https://frame.example', partition: { topLevelSite: 'https://shop.example' } },
        },
      ]);
    });
  });
});
