import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Asking, Device } from '../support/fakes/device.ts';
import { expectNoFailures } from './controlling.ts';
import { NEWS, onDisk, PIXEL, reportOf, settled, SHOP, startedDevice, untilReport } from './on-device.ts';
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

const BACK = `${SHOP}callback?code=4f1c&state=xaf0`;
const MINUTE = 60_000;
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

describe('a random cookie under a name that says nothing', () => {
  it('is a number where nobody signed in', async () => {
    await device.visit(SHOP, { answer: [LINE] });
    expect(await kindOf(device)).toBe('random-id');
  });

  it('is a login where it came with the answer to a password, which is its reason', async () => {
    await openAndType(device);
    await device.visit(LOGIN, POST);
    expect(await kindOf(device)).toBe('login');
    const [login] = (await reportOf(device)).leftAlone;
    expect(login).toMatchObject({ purpose: 'necessary', preview: null });
    expect(login?.reasons).toContainEqual(expect.objectContaining({ says: 'bornInSignIn' }));
    expect(await onDisk(device)).not.toContain(VALUE);
  });

  it('is a login where the answer redirects, and it comes with the page that follows', async () => {
    await openAndType(device);
    device.ask(LOGIN, { ...POST, resource: 'main_frame', id: 'sign-in', redirectsTo: `${SHOP}account`, answer: [] });
    await device.visit(`${SHOP}account`, { initiator: SHOP, id: 'sign-in', answer: [LINE] });
    expect(await kindOf(device)).toBe('login');
  });

  it('is a login where the background was stopped since the password was typed', async () => {
    await openAndType(device);
    vi.setSystemTime(Date.now() + MINUTE);
    await device.startBackground();
    await device.visit(LOGIN, POST);
    expect(await kindOf(device)).toBe('login');
  });

  it('is a login where it has another value than before', async () => {
    await device.visit(SHOP, { answer: [LINE] });
    expect(await kindOf(device)).toBe('random-id');
    await typed(device);
    await device.visit(LOGIN, { ...POST, answer: [LINE.replace(VALUE, OTHER)] });
    expect(await kindOf(device)).toBe('login');
  });

  it('is a number where it was there before, and is only stored again', async () => {
    await device.visit(SHOP, { answer: [LINE] });
    await typed(device);
    await device.visit(LOGIN, POST);
    expect(await kindOf(device)).toBe('random-id');
  });

  it('is a login where a frame of its own site signed in', async () => {
    await device.visit(NEWS);
    await typed(device, { url: `${SHOP}frame` });
    device.ask(LOGIN, { ...POST, resource: 'sub_frame', inFrame: true });
    await device.visit(SHOP);
    expect(await kindOf(device)).toBe('login');
  });

  it('is a login in Firefox too, which tells of it before it tells of the request', async () => {
    await settled(device);
    device = await startedDevice({ firefox: true });
    vi.useRealTimers();
    await openAndType(device);
    device.setCookie(LINE, SHOP);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() - 20);
    device.ask(LOGIN, { resource: 'main_frame', ...POST, answer: [] });
    vi.useRealTimers();
    expect(await kindOf(device)).toBe('login');
  });

  it('is a login in Firefox too where the next request carries it before it is judged', async () => {
    await settled(device);
    device = await startedDevice({ firefox: true });
    vi.useRealTimers();
    await openAndType(device);
    // One after the other in the same breath: the browser tells them in this order, however busy the machine.
    device.setCookie(LINE, SHOP);
    const account = `${SHOP}account`;
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() - 50);
    device.ask(LOGIN, { ...POST, resource: 'main_frame', id: 'sign-in', redirectsTo: account, answer: [] });
    await device.visit(account, { initiator: SHOP, id: 'sign-in', answer: [] });
    vi.useRealTimers();
    await untilReport(device, (report) => expect(kindIn(report, 'xyz')).toBe('login'));
    expect(await onDisk(device)).not.toContain(VALUE);
  });

  it.each<readonly [string, Asking]>([
    ['is asked for', { method: 'GET' }],
    ['is posted to by another site', { initiator: 'https://news.example/', resource: 'sub_frame', inFrame: true }],
    ['comes out of another tab', { tab: 2 }],
    ['is an image', { resource: 'image' }],
  ])('is a number where the page %s', async (_what, more) => {
    device.openTab(2).url = SHOP;
    await openAndType(device);
    device.ask(LOGIN, { resource: 'main_frame', ...POST, ...more });
    expect(await kindOf(device)).toBe('random-id');
  });

  it('is a number without a password, or ten minutes after it', async () => {
    await device.visit(SHOP);
    await device.visit(LOGIN, POST);
    expect(await kindOf(device)).toBe('random-id');
    await typed(device);
    vi.setSystemTime(Date.now() + 11 * MINUTE);
    await device.visit(LOGIN, { ...POST, answer: [LINE.replace(VALUE, OTHER)] });
    expect(await kindOf(device)).toBe('random-id');
  });

  it('is a number where the password was another site’s', async () => {
    await device.visit(NEWS);
    await typed(device);
    device.ask(LOGIN, { ...POST, initiator: NEWS, resource: 'sub_frame', inFrame: true, answer: [] });
    await device.visit(SHOP);
    await device.visit(LOGIN, POST);
    expect(await kindOf(device)).toBe('random-id');
  });

  it('is a number a moment after the answer', async () => {
    await openAndType(device);
    await device.visit(LOGIN, { ...POST, answer: [] });
    vi.setSystemTime(Date.now() + 1000);
    device.setCookie(LINE, SHOP);
    expect(await kindOf(device)).toBe('random-id');
  });

  it('is a number where a script wrote it, told before or after the cookie itself', async () => {
    const writes = [{ name: 'xyz', script: `${SHOP}a.js` }];
    await openAndType(device);
    await device.watcher({ type: 'wrote', writes });
    await device.visit(LOGIN, POST);
    expect(await kindOf(device)).toBe('random-id');
    await device.visit(LOGIN, { ...POST, answer: [LINE.replaceAll('xyz', 'abc')] });
    expect(await kindOf(device, 'abc')).toBe('login');
    await device.watcher({ type: 'wrote', writes: [{ name: 'abc', script: null }] });
    expect(await kindOf(device, 'abc')).toBe('random-id');
  });
});

describe('what a script posts after a password was typed', () => {
  it('signs in with what no script can read', async () => {
    await openAndType(device);
    device.ask(LOGIN, { ...FETCH, answer: [HIDDEN] });
    expect(await kindOf(device)).toBe('login');
  });

  it('does not with anything else: pages post much', async () => {
    await openAndType(device);
    device.ask(`${SHOP}collect`, { ...FETCH, answer: [LINE] });
    expect(await kindOf(device)).toBe('random-id');
  });
});

describe('what comes beside a login', () => {
  it.each([
    ['is a number by its format', GA, '_ga', 'random-id'],
    ['is a number by its name', `visitor_id=${OTHER}; Path=/; Max-Age=31536000`, 'visitor_id', 'random-id'],
    ['is a preference by its name', 'lang=en; Path=/', 'lang', 'preference'],
  ])('%s', async (_what, line, name, kind) => {
    await openAndType(device);
    await device.visit(LOGIN, { ...POST, answer: [LINE, line] });
    expect(await kindOf(device, name)).toBe(kind);
    expect(await kindOf(device)).toBe('login');
  });

  it('is a number where it is another company’s', async () => {
    await openAndType(device);
    await device.visit(LOGIN, POST);
    device.ask(PIXEL, { answer: [LINE.replace('xyz', 'abc')] });
    expect(await kindOf(device, 'abc')).toBe('random-id');
  });
});

describe('a person who comes back from where they signed in', () => {
  const IDP = 'https://accounts.idp.example/authorize';

  it.each([
    ['with a code and a state', BACK, { initiator: IDP }],
    ['with a ticket', `${SHOP}?ticket=ST-1856339-aA5Yuvrxzpv8Tau1cYQ7`, { initiator: IDP }],
    ['with a form that the other site posts', `${SHOP}acs`, { initiator: IDP, method: 'POST' }],
  ])('%s gets a login', async (_how, url, asking) => {
    await device.visit(url, { ...asking, answer: [LINE] });
    expect(await kindOf(device)).toBe('login');
  });

  it('gets it with a redirect within the site too', async () => {
    device.ask(BACK, { initiator: IDP, resource: 'main_frame', id: 'back', redirectsTo: `${SHOP}account` });
    await device.visit(`${SHOP}account`, { initiator: IDP, id: 'back', answer: [LINE] });
    expect(await kindOf(device)).toBe('login');
  });

  it('gets it where the shop itself sent them there and they were signed in already', async () => {
    device.ask(`${SHOP}sign-in`, { initiator: SHOP, resource: 'main_frame', id: 'way', redirectsTo: IDP });
    device.ask(IDP, { initiator: SHOP, resource: 'main_frame', id: 'way', redirectsTo: BACK });
    await device.visit(BACK, { initiator: SHOP, id: 'way', answer: [LINE] });
    expect(await kindOf(device)).toBe('login');
  });

  it.each<readonly [string, string, Asking]>([
    ['from the site itself', BACK, { initiator: SHOP }],
    ['by typing the address', BACK, { initiator: null }],
    ['with a code alone', `${SHOP}?code=SUMMER`, { initiator: IDP }],
    ['with another ticket', `${SHOP}?ticket=1856339`, { initiator: IDP }],
    ['into a frame', BACK, { initiator: IDP, resource: 'sub_frame', inFrame: true }],
  ])('%s gets none', async (_how, url, asking) => {
    await device.visit(SHOP);
    device.ask(url, { resource: 'main_frame', ...asking, answer: [LINE] });
    expect(await kindOf(device)).toBe('random-id');
  });
});
