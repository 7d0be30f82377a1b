import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Domain } from '#core/site.ts';
import { type Device } from '../support/fakes/device.ts';
import { onDisk, reportOf, settled, SHOP, untilReport, startedDevice } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const DAY = 86_400_000;
const VALUE = '8e6f2b7d90a1c4e3';
/** For the browser session alone, of the site itself, under a name that says nothing: taken for no number. */
const LINE = `xyz=${VALUE}; Path=/`;
const ON = `https://metrics.example/collect?cid=${VALUE}`;
const SHOP_DOMAIN = 'shop.example' as Domain;
let device: Device;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-11-22T10:00:00Z');
  device = await startedDevice();
});

afterEach(() => void vi.useRealTimers());

async function visit(path = '', line = LINE): Promise<void> {
  await device.visit(SHOP + path, { answer: [line] });
  await settled(device);
}

async function numbers(tab = 1): Promise<readonly unknown[]> {
  return (await reportOf(device, tab)).numbers.map(({ number }) => number);
}

describe('a value that is taken for no number, and is sent on to somebody else', () => {
  it('is one from then on, which was seen', async () => {
    await visit();
    expect(await numbers()).toEqual([]);
    device.ask(ON);
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([
        {
          number: VALUE,
          confidence: 0.97,
          recipients: [{ domain: 'metrics.example' }],
        },
      ]);
      const said = report.numbers[0]?.reasons.filter(({ says }) => says === 'sentOn');
      expect(said).toEqual([{ says: 'sentOn', args: ['metrics.example'], basis: 'verified' }]);
    });
  });

  it('stays one when the background starts anew', async () => {
    await visit();
    device.ask(ON);
    await untilReport(device, ({ numbers: all }) => expect(all).toHaveLength(1));
    await device.startBackground();
    await visit('again');
    expect(await numbers()).toEqual([VALUE]);
  });

  it.each([
    ['of the site’s own', `https://static.shop.example/a.png?cid=${VALUE}`],
    ['with another value, one sign off', ON.replace('4e3', '4e4')],
    ['with the value as a part of a longer one', ON.replace(VALUE, `${VALUE}a`)],
  ])('is none by a request %s', async (_what, url) => {
    await visit();
    device.ask(url);
    await settled(device);
    expect(await numbers()).toEqual([]);
  });

  it('is none where it stands in the address of the page itself', async () => {
    await visit(`item/${VALUE}`);
    device.ask(`https://metrics.example/collect?page=%2Fitem%2F${VALUE}`);
    await settled(device);
    expect(await numbers()).toEqual([]);
  });

  it.each([
    ['a login by its name', `session_id=${VALUE}; Path=/`],
    ['what no script can read', `xyz=${VALUE}; Path=/; HttpOnly`],
    ['a form token', `csrf_token=${VALUE}; Path=/`],
  ])('is none where it is %s', async (_what, line) => {
    await visit('', line);
    device.ask(ON);
    await settled(device);
    expect(await numbers()).toEqual([]);
  });

  it('is taken away at once where the site may keep none', async () => {
    await visit();
    await device.view('choose', { domain: SHOP_DOMAIN, choice: { mode: 'block' } });
    expect(device.insides.jar.size).toBeGreaterThan(0);
    device.ask(ON);
    await untilReport(device, ({ control }) => expect(control.sums).toMatchObject({ removed: 1 }));
  });

  it('is remembered without its value, and forgotten with the site', async () => {
    await visit();
    expect(await onDisk(device)).toContain('xyz');
    expect(await onDisk(device)).not.toContain(VALUE);
    device.ask(ON);
    await untilReport(device, ({ numbers: all }) => expect(all).toHaveLength(1));
    await device.view('wipeSite', { domain: SHOP_DOMAIN });
    expect(await onDisk(device)).not.toContain('xyz');
  });

  it('leaves nothing on disk in a private window', async () => {
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2, answer: [LINE] });
    device.ask(ON, { tab: 2 });
    await untilReport(device, ({ numbers: all }) => expect(all).toHaveLength(1), 2);
    expect(await onDisk(device)).not.toContain('xyz');
  });
});

describe('a value for the browser session that stays for days', () => {
  it('is a number, since it was the same all the time', async () => {
    await visit();
    vi.setSystemTime(Date.now() + 3 * DAY);
    await device.startBackground();
    await visit('later');
    expect((await reportOf(device)).numbers).toMatchObject([{ number: VALUE }]);
    const [number] = (await reportOf(device)).numbers;
    expect(number?.reasons).toContainEqual({ says: 'stayedDays', args: ['3'], basis: 'verified' });
  });

  it('is none where it changed meanwhile', async () => {
    await visit();
    vi.setSystemTime(Date.now() + 3 * DAY);
    await visit('later', LINE.replace(VALUE, '0c95d7e418b24a6f'));
    expect(await numbers()).toEqual([]);
  });

  it('is none where it may be a login: no script can read it', async () => {
    await visit('', `${LINE}; HttpOnly`);
    vi.setSystemTime(Date.now() + 30 * DAY);
    await visit('later', `${LINE}; HttpOnly`);
    expect(await numbers()).toEqual([]);
  });
});
