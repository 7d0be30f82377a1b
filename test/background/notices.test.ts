import 'fake-indexeddb/auto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoticeSettings } from '#core/control.ts';
import { type Device, siteOfPage } from '../support/fakes/device.ts';
import { ALLOW, BLOCK, choose, expectNoFailures, names, SHOP_DOMAIN } from './controlling.ts';
import { HVID, HVID_LINE, NEWS, reportOf, settled, SHOP, until, untilReport, startedDevice } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

let device: Device;

beforeEach(async () => {
  device = await startedDevice();
});

afterEach(() => {
  vi.useRealTimers();
  expectNoFailures(device);
});

async function tellBy(by: NoticeSettings['by'], aDay = 10): Promise<void> {
  await device.view('changeNotice', { by, aDay });
}

async function ask(): Promise<void> {
  await device.view('changeUndecided', { first: 'ask', third: 'notify' });
}

/** The tabs into which a card was put, but for the one that `settled` uses, once all that was told is recorded. */
async function cards(): Promise<readonly number[]> {
  await settled(device);
  // Only what is recorded is told of: the answer to a question comes after it.
  await reportOf(device);
  return device.insides.scripted.filter((tab) => tab !== 99);
}

/** A visit to a site that gives a number. */
async function visit(url = SHOP, tab = 1): Promise<void> {
  await device.visit(url, { tab, answer: [HVID_LINE] });
}

/** A visit, the card put into its page, and shown there. */
async function visitAndSee(url = SHOP, tab = 1): Promise<void> {
  const before = device.insides.scripted.length;
  await visit(url, tab);
  await until(() => expect(device.insides.scripted.slice(before)).toEqual([tab]));
  expect(await device.card({ type: 'shown' }, tab)).toBe(true);
}

describe('a card', () => {
  it('is put into no page at first: only the badge tells', async () => {
    await visit();
    expect(await cards()).toEqual([]);
    await until(() => expect(device.insides.badges.get(1)).toBe('1'));
  });

  it('tells of a site’s number once, in whatever tab, whatever came after', async () => {
    await tellBy('card');
    await visitAndSee();
    device.openTab(2);
    await visit(SHOP, 2);
    await device.startBackground();
    await visit(`${SHOP}other`);
    expect(await cards()).toEqual([1]);
  });

  it('is answered with what it has to say, which is nothing once it was decided', async () => {
    await tellBy('card');
    await visitAndSee();
    expect(await device.card({ type: 'ready' })).toMatchObject({ domain: SHOP_DOMAIN, number: HVID, held: false });
    await choose(device, ALLOW);
    expect(await device.card({ type: 'ready' })).toBeNull();
  });

  it('waits in its page without being put there again, and goes with it', async () => {
    await tellBy('card');
    await visit();
    await until(() => expect(device.insides.scripted).toEqual([1]));
    device.setCookie(HVID_LINE.replace('hvid', 'copy'), SHOP);
    expect(await cards()).toEqual([1]);
    await visit(`${SHOP}other`);
    expect(await cards()).toEqual([1, 1]);
  });

  it('is put into its page once, at whatever moment of a look at the record it shows itself', async () => {
    await tellBy('card', 50);
    const put = (): number => device.insides.scripted.filter((tab) => tab !== 99).length;
    for (let turns = 0; turns < 20; turns += 1) {
      const url = `https://shop-${turns}.example/`;
      await visit(url);
      await until(() => expect(put()).toBe(turns + 1));
      device.setCookie(HVID_LINE.replace('hvid', 'copy'), url);
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      await device.card({ type: 'shown' });
      expect(await cards()).toHaveLength(turns + 1);
    }
  });

  it('that was shown and then put away counts once', async () => {
    await tellBy('card', 2);
    await visitAndSee(SHOP);
    expect(await device.card({ type: 'dismissed' })).toBe(true);
    await visitAndSee(NEWS);
  });

  it('is put into the pages of so many sites a day, and not of one more', async () => {
    await tellBy('card', 2);
    await visitAndSee(SHOP);
    await visitAndSee(NEWS);
    await visit('https://weather.example/');
    expect(device.insides.scripted).toEqual([1, 1]);
    expect(await cards()).toEqual([1, 1]);
    vi.setSystemTime(Date.now() + 24 * 60 * 60_000);
    await visitAndSee('https://weather.example/');
  });

  it('is put into no page of a site that is decided, or paused', async () => {
    await tellBy('card');
    await choose(device, ALLOW);
    await visit(SHOP);
    await device.view('pause', { domain: siteOfPage(NEWS), minutes: null });
    await visit(NEWS);
    expect(await cards()).toEqual([]);
    await device.view('resume', { domain: siteOfPage(NEWS) });
    await visitAndSee(NEWS);
  });

  it('is put into no page of a private window', async () => {
    await tellBy('card');
    device.openTab(2, { private: true });
    await visit(SHOP, 2);
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1), 2);
    expect(device.insides.scripted.filter((tab) => tab !== 99)).toEqual([]);
  });

  it('tells of a site anew that was wiped', async () => {
    await tellBy('card');
    await visitAndSee();
    await device.view('wipeSite', { domain: SHOP_DOMAIN });
    await visitAndSee(`${SHOP}other`);
    expect(device.insides.scripted).toEqual([1, 1]);
  });

  it('is put into no page no extension may touch, and nothing fails', async () => {
    await tellBy('card');
    device.insides.untouchable.add(1);
    await visit();
    expect(await cards()).toEqual([]);
    device.insides.untouchable.delete(1);
    device.setCookie(HVID_LINE.replace('hvid', 'copy'), SHOP);
    await until(() => expect(device.insides.scripted).toContain(1));
  });
});

describe('where it is to be asked first', () => {
  beforeEach(ask);

  it('a card asks about the number that is held, even where only the badge tells of others', async () => {
    await visitAndSee();
    expect(await device.card({ type: 'ready' })).toMatchObject({ number: HVID, held: true });
    expect(await cards()).toEqual([1]);
  });

  it('what the card is answered is carried out', async () => {
    await visitAndSee();
    expect(names(device)).toEqual([]);
    expect(await device.card({ type: 'answer', choice: ALLOW })).toBe(true);
    expect(names(device)).toEqual(['hvid']);
    expect((await reportOf(device)).control).toMatchObject({ chosen: { choice: ALLOW }, held: [] });
  });

  it('no card asks on a site that is blocked', async () => {
    await choose(device, BLOCK);
    await visit();
    expect(await cards()).toEqual([]);
  });
});
