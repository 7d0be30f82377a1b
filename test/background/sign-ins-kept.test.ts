import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noticeOn } from '#background/control/noticing.ts';
import { identifierKey } from '#core/identifier.ts';
import { type Noticed, nothingNoticed } from '#core/noticed.ts';
import type { Domain } from '#core/site.ts';
import { keepNoticed, MOST_NOTICED } from '#store/noticed.ts';
import { exchangeEdited } from '../support/fakes/answered.ts';
import type { Device } from '../support/fakes/device.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';
import { BLOCK, choose, expectNoFailures, names, SHOP_DOMAIN } from './controlling.ts';
import { onDisk, settled, SHOP, startedDevice, until, untilReport } from './on-device.ts';
import {
  FETCH,
  GA,
  HIDDEN,
  kindIn,
  kindOf,
  LINE,
  LOGIN,
  openAndType,
  OTHER,
  POST,
  typed,
  VALUE,
} from './signing-in.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

let device: Device;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-11-22T10:00:00Z');
  device = await startedDevice();
});

afterEach(() => {
  vi.useRealTimers();
  expectNoFailures(device);
});

describe('under Block', () => {
  it('a login survives, and the number beside it goes', async () => {
    await choose(device, BLOCK);
    await openAndType(device);
    await device.visit(LOGIN, { ...POST, answer: [LINE, GA] });
    await untilReport(device, ({ control }) => expect(control.sums).toMatchObject({ removed: 1 }));
    expect(names(device)).toEqual(['xyz']);
    expect(await kindOf(device)).toBe('login');
    await device.visit(SHOP, { answer: [LINE.replace(VALUE, OTHER)] });
    expect(await kindOf(device)).toBe('login');
    expect(names(device)).toEqual(['xyz']);
  });

  it('in Firefox, where lines are judged before cookies are stored, it does too', async () => {
    await settled(device);
    device = await startedDevice({ firefox: true });
    await device.visit(SHOP);
    await choose(device, BLOCK);
    const headers = [{ name: 'Set-Cookie', value: [LINE, GA].join('\n') }];
    expect((await exchangeEdited(device, SHOP, { headers })).received).toEqual([]);
    await typed(device);
    const signIn = { method: 'POST', initiator: SHOP, headers };
    const { received } = await exchangeEdited(device, LOGIN, signIn);
    expect(received).toEqual([{ name: 'Set-Cookie', value: LINE }]);
    expect(names(device)).toEqual(['xyz']);
    expect(await kindOf(device)).toBe('login');
    const { sent } = await exchangeEdited(device, SHOP, { cookie: `xyz=${VALUE}` });
    expect(sent.find(({ name }) => name === 'Cookie')?.value).toBe(`xyz=${VALUE}`);
  });

  it('in Firefox too, what a script posts signs in with what no script can read alone', async () => {
    await settled(device);
    device = await startedDevice({ firefox: true });
    await device.visit(SHOP);
    await choose(device, BLOCK);
    await typed(device);
    const lines = [LINE.replace('xyz', 'abc'), HIDDEN];
    const headers = [{ name: 'Set-Cookie', value: lines.join('\n') }];
    const { received } = await exchangeEdited(device, LOGIN, { method: 'POST', resource: 'xmlhttprequest', headers });
    expect(received).toEqual([{ name: 'Set-Cookie', value: HIDDEN }]);
    await settled(device);
  });
});

describe('what was noticed of a sign-in', () => {
  it('goes with the site', async () => {
    await openAndType(device);
    await device.visit(LOGIN, POST);
    expect(await kindOf(device)).toBe('login');
    await device.view('wipeSite', { domain: SHOP_DOMAIN });
    expect(await onDisk(device)).not.toContain('xyz');
    expect(device.insides.session.held.get('passwords-typed')).toBeUndefined();
    await device.visit(LOGIN, { ...POST, answer: [LINE.replace(VALUE, OTHER)] });
    expect(await kindOf(device)).toBe('random-id');
  });

  it('leaves nothing on disk in a private window, and nothing at all when it is closed', async () => {
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2 });
    await typed(device, { tab: 2 });
    await device.visit(LOGIN, { ...POST, tab: 2 });
    await untilReport(device, (report) => expect(kindIn(report, 'xyz')).toBe('login'), 2);
    expect(await onDisk(device)).not.toContain('shop.example');
    device.insides.tabs.delete(2);
    device.events.tabRemoved.fire(2);
    await until(() => expect(JSON.stringify([...device.insides.session.held])).not.toContain('shop.example'));
  });

  it('is not mixed up between an ordinary and a private window', async () => {
    device.openTab(2, { private: true }).url = SHOP;
    await device.visit(SHOP);
    await typed(device, { tab: 2 });
    device.ask(LOGIN, { ...POST, resource: 'sub_frame', tab: 2, answer: [] });
    device.setCookie(LINE, SHOP);
    expect(await kindOf(device)).toBe('random-id');
  });
});

describe('a hostile page', () => {
  it('that signs in under a thousand names pushes out nothing that was noticed on another site', async () => {
    const born = (name: string, host: string, at: number): Noticed => ({
      ...nothingNoticed(
        { area: 'cookie', store: '0', partition: null, host, hostOnly: true, path: '/', name },
        host as Domain,
      ),
      at,
      signIn: true,
    });
    const disk = fakeStorage();
    const all = [
      born('xyz', 'shop.example', 1),
      ...Array.from({ length: MOST_NOTICED - 1 }, (_, at) => born(`n${at}`, 'news.example', at + 2)),
    ];
    await keepNoticed(disk, Object.fromEntries(all.map((one) => [identifierKey(one.identifier), one])));
    const noticing = noticeOn(disk, fakeStorage(), Date.now);
    const more = born('more', 'news.example', 0);
    await noticing.note(more.identifier, more.domain, { signIn: true });
    expect(await noticing.of(all[0]?.identifier ?? more.identifier)).toMatchObject({ signIn: true, at: 1 });
    expect(await noticing.of(more.identifier)).toMatchObject({ signIn: true });
    expect(await noticing.of(all[1]?.identifier ?? more.identifier)).toBeNull();
  });

  it('that says a thousand times that a password was typed is remembered once', async () => {
    await device.visit(SHOP);
    await Promise.all(Array.from({ length: 1000 }, async () => await typed(device)));
    await settled(device);
    expect(JSON.parse(device.insides.session.held.get('passwords-typed') ?? '')).toHaveLength(1);
  });

  it('is heard for nothing more than the fact', async () => {
    await device.visit(SHOP);
    const more = { type: 'password-typed', value: 'hunter2', domain: 'news.example' } as const;
    await device.watcher(more);
    const held = [...device.insides.session.held].map(([key, text]) => key + text).join();
    expect(held).toContain('shop.example');
    expect(held).not.toMatch(/hunter2|news/u);
  });

  it.each([
    { from: 'watcher', type: 'password-typed' },
    { from: 'watcher', type: 'password-typed', private: 'no' },
    { from: 'page', type: 'password-typed', private: false },
  ])('is not heard as %o', async (message) => {
    await device.visit(SHOP);
    const sender = { id: 'known-as', tab: device.insides.tabs.get(1), url: SHOP, frameId: 0 };
    await Promise.all(device.events.message.fire(message, sender));
    await device.visit(LOGIN, POST);
    expect(await kindOf(device)).toBe('random-id');
  });

  it('that posts without end does not fill the memory, nor keep the last answer from being known', async () => {
    await openAndType(device);
    for (let at = 0; at < 1000; at += 1) device.ask(`${SHOP}collect?${at}`, { ...FETCH, pending: true });
    await device.visit(LOGIN, POST);
    expect(await kindOf(device)).toBe('login');
  });
});
