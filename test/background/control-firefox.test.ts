import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exchangeEdited } from '../support/fakes/answered.ts';
import { type Device, newDevice } from '../support/fakes/device.ts';
import { acts, BESIDE, BLOCK, choose, expectNoFailures, jar, names, SHOP_DOMAIN } from './controlling.ts';
import {
  HVID,
  HVID_LINE,
  newDisk,
  NEWS,
  PIXEL,
  reportOf,
  settled,
  SHOP,
  UID,
  UID_LINE,
  until,
  untilReport,
} from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const LINES = [...BESIDE.slice(0, 2), HVID_LINE, ...BESIDE.slice(2)];
const RECEIVED = [
  { name: 'Content-Type', value: 'text/html' },
  { name: 'Set-Cookie', value: LINES.join('\n') },
  { name: 'ETag', value: '"1"' },
];

let device: Device;

beforeEach(async () => {
  await newDisk();
  device = newDevice({ firefox: true });
  device.openTab(1).url = SHOP;
  await device.startBackground();
});

afterEach(() => expectNoFailures(device));

describe('a response of a blocked site in Firefox', () => {
  it('loses the line that brings the number, and no other byte', async () => {
    await choose(device, BLOCK);
    const { received } = await exchangeEdited(device, SHOP, { headers: RECEIVED });
    expect(received).toEqual([RECEIVED[0], { name: 'Set-Cookie', value: BESIDE.join('\n') }, RECEIVED[2]]);
    expect(names(device)).toEqual(['cart', 'csrftoken', 'lang', 'session_token']);
    await untilReport(device, ({ control }) => expect(control.sums).toMatchObject({ given: 1, prevented: 1 }));
    expect(await acts(device)).toEqual(['chosen block', 'block 7f3a (given): prevented']);
    expect((await reportOf(device)).control.taken).toEqual([]);
  });

  it('that brings the number alone has no such header any longer', async () => {
    await choose(device, BLOCK);
    const headers = [
      { name: 'set-cookie', value: HVID_LINE },
      { name: 'ETag', value: '"1"' },
    ];
    const { received } = await exchangeEdited(device, SHOP, { headers });
    expect(received).toEqual([headers[1]]);
  });

  it('whose number is stored nevertheless is looked up, and is said to have failed', async () => {
    await choose(device, BLOCK);
    device.insides.refusesRemoval = true;
    device.setCookie(HVID_LINE, SHOP);
    await exchangeEdited(device, SHOP, { headers: RECEIVED });
    await untilReport(device, ({ control }) =>
      expect(control.sums).toMatchObject({ given: 1, prevented: 0, failed: 1 }),
    );
  });

  it('that removes the number is let through', async () => {
    await choose(device, BLOCK);
    const headers = [{ name: 'Set-Cookie', value: 'hvid=; Path=/; Max-Age=0' }];
    expect((await exchangeEdited(device, SHOP, { headers })).received).toEqual(headers);
  });

  it('is as it was where nothing was chosen, or while it is paused', async () => {
    expect((await exchangeEdited(device, SHOP, { headers: RECEIVED })).received).toBe(RECEIVED);
    await choose(device, BLOCK);
    await device.view('pause', { domain: SHOP_DOMAIN, minutes: null });
    device.insides.jar.clear();
    expect((await exchangeEdited(device, SHOP, { headers: RECEIVED })).received).toBe(RECEIVED);
    expect(jar(device)).toContain(`hvid=${HVID}`);
    await settled(device);
  });

  it('loses other companies’ numbers on its pages, which are then one for all their sites', async () => {
    await choose(device, BLOCK);
    const pixel = { resource: 'image', headers: [{ name: 'Set-Cookie', value: UID_LINE }] };
    expect((await exchangeEdited(device, PIXEL, pixel)).received).toEqual([]);
    device.openTab(2).url = 'https://weather.example/';
    await untilReport(device, ({ control }) => expect(control.sums).toMatchObject({ prevented: 1 }));
    expect((await exchangeEdited(device, PIXEL, { ...pixel, tab: 2 })).received).toEqual([]);
    const other = { resource: 'image', headers: [{ name: 'Set-Cookie', value: UID_LINE.replace('uid', 'wid') }] };
    expect((await exchangeEdited(device, PIXEL, { ...other, tab: 2 })).received).toEqual(other.headers);
    await until(() => expect(names(device)).toEqual(['wid']));
    await settled(device);
  });
});

describe('a request of a blocked site in Firefox', () => {
  it('is sent without the number that is stored, the other cookies to the byte', async () => {
    device.insides.refusesRemoval = true;
    for (const line of LINES) device.setCookie(line, SHOP);
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    await choose(device, BLOCK);
    const cookie = `session_token=8c1d; odd= a "b" ; hvid=${HVID}; cart=sku-1042x2`;
    const { sent } = await exchangeEdited(device, SHOP, { cookie });
    expect(sent.find(({ name }) => name === 'Cookie')?.value).toBe('session_token=8c1d; odd= a "b" ; cart=sku-1042x2');
    const alone = await exchangeEdited(device, SHOP, { cookie: `hvid=${HVID}` });
    expect(alone.sent.map(({ name }) => name)).toEqual(['Host']);
  });

  it('carries what may be kept', async () => {
    device.setCookie(HVID_LINE, SHOP);
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    const cookie = `hvid=${HVID}; lang=en`;
    const { sent } = await exchangeEdited(device, SHOP, { cookie });
    expect(sent.find(({ name }) => name === 'Cookie')?.value).toBe(cookie);
  });
});

describe('the hosts whose headers Firefox lets us edit', () => {
  const kept = (): string => localStorage.getItem('edited-hosts') ?? '[]';

  it('are those of blocked sites and of what is withheld, and none where nothing is', async () => {
    await choose(device, BLOCK);
    expect(kept()).toBe('["*://*.shop.example/*"]');
    await device.visit(SHOP);
    device.ask(PIXEL, { answer: [UID_LINE] });
    await until(() => expect(kept()).toBe('["*://*.metrics.example/*","*://*.shop.example/*"]'));
    await choose(device, null);
    expect(kept()).toBe('[]');
  });

  it('are all of them where undecided sites are asked about first', async () => {
    await device.view('changeUndecided', { first: 'ask', third: 'notify' });
    expect(kept()).toBe('["*://*/*"]');
  });

  it('of private windows are not written down', async () => {
    await choose(device, BLOCK);
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2 });
    device.ask(PIXEL, { tab: 2, answer: [UID_LINE] });
    await untilReport(device, ({ control }) => expect(control.taken).toMatchObject([{ number: UID }]), 2);
    await device.visit(NEWS, { answer: [HVID_LINE] });
    await settled(device);
    expect(kept()).toBe('["*://*.shop.example/*"]');
  });
});
