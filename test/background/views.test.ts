import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Device } from '../support/fakes/device.ts';
import { HVID_LINE, NEWS, SHOP, reportOf, settled, until, untilReport, startedDevice } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

let device: Device;

beforeEach(async () => {
  device = await startedDevice();
});

describe('a tab', () => {
  it.each(['about:blank', 'chrome://settings', 'file:///home/a.html', 'chrome-extension://known-as/popup.html'])(
    'on %s cannot be seen',
    async (url) => {
      device.openTab(1).url = url;
      expect(await device.view('tabReport', { tabId: 1 })).toEqual({ state: 'unseeable', url });
    },
  );

  it('that is gone cannot be seen', async () => {
    expect(await device.view('tabReport', { tabId: 12 })).toEqual({ state: 'unseeable', url: null });
  });

  it('whose site the person withholds says which', async () => {
    device.insides.withheld.add('https://shop.example');
    device.openTab(1).url = SHOP;
    expect(await device.view('tabReport', { tabId: 1 })).toEqual({
      state: 'withheld',
      domain: 'shop.example',
      origin: 'https://shop.example',
    });
  });

  it('that was open before us is seen, and said not to be watched', async () => {
    device.openTab(1).url = SHOP;
    expect(await device.view('tabReport', { tabId: 1 })).toMatchObject({ state: 'seen', watched: false });
  });

  it('shows on the toolbar how many numbers are at work on its site', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await until(() => expect(device.insides.badges.get(1)).toBe('1'));
    device.expire('hvid');
    await until(() => expect(device.insides.badges.get(1)).toBe(''));
  });
});

describe('a view that is open', () => {
  it('hears which sites changed, gathered, until it closes', async () => {
    const heard: unknown[] = [];
    const closing: (() => void)[] = [];
    const port = {
      sender: { id: 'known-as' },
      postMessage: (news: unknown) => heard.push(news),
      onDisconnect: { addListener: (listener: () => void) => closing.push(listener) },
    };
    device.events.connected.fire(port);
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await until(() => expect(heard).toEqual([{ changed: ['shop.example'] }]));
    await device.view('wipeEverything', null);
    await until(() => expect(heard.at(-1)).toEqual({ changed: null }));
    for (const close of closing) close();
    const before = heard.length;
    await device.visit(NEWS);
    await settled(device);
    expect(heard).toHaveLength(before);
  });
});

describe('messages', () => {
  it('of other extensions and of pages that play a view are not answered', () => {
    const message = { from: 'view', name: 'wipeEverything', ask: null };
    const stranger = { id: 'another-extension', url: 'chrome-extension://another/popup.html' };
    const page = { id: 'known-as', url: SHOP, tab: device.openTab(1) };
    expect(device.events.message.fire(message, stranger)).toEqual([undefined]);
    expect(device.events.message.fire(message, page)).toEqual([undefined]);
  });

  it('of any shape do not stop the background', async () => {
    const sender = { id: 'known-as', url: SHOP, tab: device.openTab(1) };
    const odd = [
      null,
      1,
      'x',
      [],
      {},
      { from: 'watcher' },
      { from: 'watcher', type: 'stored' },
      { from: 'watcher', type: 'wrote', writes: 1 },
    ];
    await Promise.allSettled(odd.flatMap((message) => device.events.message.fire(message, sender)));
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, (report) => expect(report.numbers).toHaveLength(1));
  });

  it('that ask for what fails are answered with words', async () => {
    await expect(device.view('exportSlice', { cursor: { table: 0, after: {} as never } })).rejects.toThrow(/./u);
    await expect(device.view('no such question' as never, null as never)).rejects.toThrow(/./u);
    expect(await device.view('sites', null)).toEqual([]);
  });
});

describe('a flood', () => {
  it('of cookies and requests is taken in, and the next visit is recorded', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    for (let index = 0; index < 150; index += 1) {
      device.setCookie(`c${index}=${'x'.repeat(50)}; Path=/; Max-Age=60`, SHOP);
      device.ask(`${SHOP}${index}.png`);
    }
    await device.visit(`${SHOP}support`);
    await until(async () =>
      expect((await reportOf(device)).numbers[0]?.total).toMatchObject({ pages: 2, requests: 151 }),
    );
    expect(device.insides.failures).toEqual([]);
  });
});
