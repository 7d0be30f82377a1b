import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteReport } from '#core/report.ts';
import { exchangeEdited } from '../support/fakes/answered.ts';
import { type Asking, type Device, newDevice } from '../support/fakes/device.ts';
import { BLOCK, choose, expectNoFailures, names, SHOP_DOMAIN } from './controlling.ts';
import { newDisk, NEWS, onDisk, reportOf, settled, SHOP, until, untilReport } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const VALUE = '8e6f2b7d90a1c4e3';
const OTHER = '0c95d7e418b24a6f';
/** For a year, under a name that says nothing: taken for a number, were it not for the sign-in. */
const LINE = `xyz=${VALUE}; Path=/; Max-Age=31536000`;
const HIDDEN = `${LINE}; HttpOnly`;
const GA = '_ga=GA1.1.1423778943.1795341600; Path=/; Max-Age=31536000';
const LOGIN = `${SHOP}login`;
const POST: Asking = { method: 'POST', initiator: SHOP, answer: [LINE] };
const FETCH: Asking = { method: 'POST', resource: 'xmlhttprequest' };
const BACK = `${SHOP}callback?code=4f1c&state=xaf0`;
const MINUTE = 60_000;
let device: Device;

async function begin(kind: { readonly firefox?: boolean } = {}): Promise<void> {
  await newDisk();
  device = newDevice(kind);
  device.openTab(1);
  await device.startBackground();
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-11-22T10:00:00Z');
  await begin();
});

afterEach(() => {
  vi.useRealTimers();
  expectNoFailures(device);
});

async function typed(from: { readonly tab?: number; readonly url?: string } = {}): Promise<void> {
  await device.watcher({ type: 'password-typed' }, from);
}

async function openAndType(): Promise<void> {
  await device.visit(SHOP);
  await typed();
}

/** What the cookie `xyz` is, once all that was told is recorded. */
async function kindOf(name = 'xyz', tab = 1): Promise<string | undefined> {
  await settled(device);
  return kindIn(await reportOf(device, tab), name);
}

function kindIn({ numbers, leftAlone }: SiteReport, name: string): string | undefined {
  const named = ({ identifier }: (typeof leftAlone)[number] | (typeof numbers)[number]): boolean =>
    identifier.area === 'cookie' && identifier.name === name;
  return numbers.some(named) ? 'random-id' : leftAlone.find(named)?.kind;
}

describe('a random cookie under a name that says nothing', () => {
  it('is a number where nobody signed in', async () => {
    await device.visit(SHOP, { answer: [LINE] });
    expect(await kindOf()).toBe('random-id');
  });

  it('is a login where it came with the answer to a password, which is its reason', async () => {
    await openAndType();
    await device.visit(LOGIN, POST);
    expect(await kindOf()).toBe('login');
    const [login] = (await reportOf(device)).leftAlone;
    expect(login).toMatchObject({ purpose: 'necessary', preview: null });
    expect(login?.reasons).toContainEqual(expect.objectContaining({ says: 'bornInSignIn' }));
    expect(await onDisk(device)).not.toContain(VALUE);
  });

  it('is a login where the answer redirects, and it comes with the page that follows', async () => {
    await openAndType();
    device.ask(LOGIN, { ...POST, resource: 'main_frame', id: 'sign-in', redirects: true, answer: [] });
    await device.visit(`${SHOP}account`, { initiator: SHOP, id: 'sign-in', answer: [LINE] });
    expect(await kindOf()).toBe('login');
  });

  it('is a login where the background was stopped since the password was typed', async () => {
    await openAndType();
    vi.setSystemTime(Date.now() + MINUTE);
    await device.startBackground();
    await device.visit(LOGIN, POST);
    expect(await kindOf()).toBe('login');
  });

  it('is a login where it has another value than before', async () => {
    await device.visit(SHOP, { answer: [LINE] });
    expect(await kindOf()).toBe('random-id');
    await typed();
    await device.visit(LOGIN, { ...POST, answer: [LINE.replace(VALUE, OTHER)] });
    expect(await kindOf()).toBe('login');
  });

  it('is a number where it was there before, and is only stored again', async () => {
    await device.visit(SHOP, { answer: [LINE] });
    await typed();
    await device.visit(LOGIN, POST);
    expect(await kindOf()).toBe('random-id');
  });

  it('is a login where a frame of its own site signed in', async () => {
    await device.visit(NEWS);
    await typed({ url: `${SHOP}frame` });
    device.ask(LOGIN, { ...POST, resource: 'sub_frame', inFrame: true });
    expect(await kindOf()).toBe('login');
  });

  it.each<readonly [string, Asking]>([
    ['is asked for', { method: 'GET' }],
    ['is posted to by another site', { initiator: 'https://news.example/', resource: 'sub_frame', inFrame: true }],
    ['comes out of another tab', { tab: 2 }],
    ['is an image', { resource: 'image' }],
  ])('is a number where the page %s', async (_what, more) => {
    device.openTab(2).url = SHOP;
    await openAndType();
    device.ask(LOGIN, { resource: 'main_frame', ...POST, ...more });
    expect(await kindOf()).toBe('random-id');
  });

  it('is a number without a password, or ten minutes after it', async () => {
    await device.visit(SHOP);
    await device.visit(LOGIN, POST);
    expect(await kindOf()).toBe('random-id');
    await typed();
    vi.setSystemTime(Date.now() + 11 * MINUTE);
    await device.visit(LOGIN, { ...POST, answer: [LINE.replace(VALUE, OTHER)] });
    expect(await kindOf()).toBe('random-id');
  });

  it('is a number where the password was another site’s', async () => {
    await device.visit(NEWS);
    await typed();
    device.ask(LOGIN, { ...POST, initiator: NEWS, resource: 'sub_frame', inFrame: true, answer: [] });
    await device.visit(SHOP);
    await device.visit(LOGIN, POST);
    expect(await kindOf()).toBe('random-id');
  });

  it('is a number a moment after the answer', async () => {
    await openAndType();
    await device.visit(LOGIN, { ...POST, answer: [] });
    vi.setSystemTime(Date.now() + 1000);
    device.setCookie(LINE, SHOP);
    expect(await kindOf()).toBe('random-id');
  });

  it('is a number where a script wrote it, told before or after the cookie itself', async () => {
    const writes = [{ name: 'xyz', script: `${SHOP}a.js` }];
    await openAndType();
    await device.watcher({ type: 'wrote', writes });
    await device.visit(LOGIN, POST);
    expect(await kindOf()).toBe('random-id');
    await device.visit(LOGIN, { ...POST, answer: [LINE.replaceAll('xyz', 'abc')] });
    expect(await kindOf('abc')).toBe('login');
    await device.watcher({ type: 'wrote', writes: [{ name: 'abc', script: null }] });
    expect(await kindOf('abc')).toBe('random-id');
  });
});

describe('what a script posts after a password was typed', () => {
  it('signs in with what no script can read', async () => {
    await openAndType();
    device.ask(LOGIN, { ...FETCH, answer: [HIDDEN] });
    expect(await kindOf()).toBe('login');
  });

  it('does not with anything else: pages post much', async () => {
    await openAndType();
    device.ask(`${SHOP}collect`, { ...FETCH, answer: [LINE] });
    expect(await kindOf()).toBe('random-id');
  });
});

describe('what comes beside a login', () => {
  it.each([
    ['is a number by its format', GA, '_ga', 'random-id'],
    ['is a number by its name', `visitor_id=${OTHER}; Path=/; Max-Age=31536000`, 'visitor_id', 'random-id'],
    ['is a preference by its name', 'lang=en; Path=/', 'lang', 'preference'],
    ['is another company’s', `uid2=${OTHER}; Domain=metrics.example; Path=/; Max-Age=31536000`, 'uid2', undefined],
  ])('%s', async (_what, line, name, kind) => {
    await openAndType();
    await device.visit(LOGIN, { ...POST, answer: [LINE, ...(kind === undefined ? [] : [line])] });
    if (kind === undefined) {
      device.ask('https://metrics.example/pixel.gif', { answer: [line] });
      expect(await kindOf(name)).toBe('random-id');
    } else expect(await kindOf(name)).toBe(kind);
    expect(await kindOf()).toBe('login');
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
    expect(await kindOf()).toBe('login');
  });

  it('gets it with a redirect within the site too', async () => {
    device.ask(BACK, { initiator: IDP, resource: 'main_frame', id: 'back', redirects: true });
    await device.visit(`${SHOP}account`, { initiator: IDP, id: 'back', answer: [LINE] });
    expect(await kindOf()).toBe('login');
  });

  it('gets it where the shop itself sent them there and they were signed in already', async () => {
    device.ask(`${SHOP}sign-in`, { initiator: SHOP, resource: 'main_frame', id: 'way', redirects: true });
    device.ask(IDP, { initiator: SHOP, resource: 'main_frame', id: 'way', redirects: true });
    await device.visit(BACK, { initiator: SHOP, id: 'way', answer: [LINE] });
    expect(await kindOf()).toBe('login');
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
    expect(await kindOf()).toBe('random-id');
  });
});

describe('under Block', () => {
  it('a login survives, and the number beside it goes', async () => {
    await choose(device, BLOCK);
    await openAndType();
    await device.visit(LOGIN, { ...POST, answer: [LINE, GA] });
    await untilReport(device, ({ control }) => expect(control.sums).toMatchObject({ removed: 1 }));
    expect(names(device)).toEqual(['xyz']);
    expect(await kindOf()).toBe('login');
    await device.visit(SHOP, { answer: [LINE.replace(VALUE, OTHER)] });
    expect(await kindOf()).toBe('login');
    expect(names(device)).toEqual(['xyz']);
  });

  it('it survives in Firefox, where lines are judged before cookies are stored', async () => {
    await settled(device);
    await begin({ firefox: true });
    await device.visit(SHOP);
    await choose(device, BLOCK);
    const headers = [{ name: 'Set-Cookie', value: [LINE, GA].join('\n') }];
    expect((await exchangeEdited(device, SHOP, { headers })).received).toEqual([]);
    await typed();
    const signIn = { method: 'POST', initiator: SHOP, headers };
    const { received } = await exchangeEdited(device, LOGIN, signIn);
    expect(received).toEqual([{ name: 'Set-Cookie', value: LINE }]);
    expect(names(device)).toEqual(['xyz']);
    expect(await kindOf()).toBe('login');
    const { sent } = await exchangeEdited(device, SHOP, { cookie: `xyz=${VALUE}` });
    expect(sent.find(({ name }) => name === 'Cookie')?.value).toBe(`xyz=${VALUE}`);
  });

  it('in Firefox, what a script posts signs in with what no script can read alone', async () => {
    await settled(device);
    await begin({ firefox: true });
    await device.visit(SHOP);
    await choose(device, BLOCK);
    await typed();
    const lines = [LINE.replace('xyz', 'abc'), HIDDEN];
    const headers = [{ name: 'Set-Cookie', value: lines.join('\n') }];
    const { received } = await exchangeEdited(device, LOGIN, { method: 'POST', resource: 'xmlhttprequest', headers });
    expect(received).toEqual([{ name: 'Set-Cookie', value: HIDDEN }]);
    await settled(device);
  });
});

describe('what was noticed of a sign-in', () => {
  it('goes with the site', async () => {
    await openAndType();
    await device.visit(LOGIN, POST);
    expect(await kindOf()).toBe('login');
    await device.view('wipeSite', { domain: SHOP_DOMAIN });
    expect(await onDisk(device)).not.toContain('xyz');
    expect(device.insides.session.held.get('passwords-typed')).toBeUndefined();
    await device.visit(LOGIN, { ...POST, answer: [LINE.replace(VALUE, OTHER)] });
    expect(await kindOf()).toBe('random-id');
  });

  it('leaves nothing on disk in a private window, and nothing at all when it is closed', async () => {
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2 });
    await typed({ tab: 2 });
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
    await typed({ tab: 2 });
    device.ask(LOGIN, { ...POST, resource: 'sub_frame', tab: 2, answer: [] });
    device.setCookie(LINE, SHOP);
    expect(await kindOf()).toBe('random-id');
  });
});

describe('a hostile page', () => {
  it('that says a thousand times that a password was typed is remembered once', async () => {
    await device.visit(SHOP);
    await Promise.all(Array.from({ length: 1000 }, async () => await typed()));
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
    expect(await kindOf()).toBe('random-id');
  });

  it('that posts without end does not fill the memory, nor keep the last answer from being known', async () => {
    await openAndType();
    for (let at = 0; at < 1000; at += 1) device.ask(`${SHOP}collect?${at}`, { ...FETCH, pending: true });
    await device.visit(LOGIN, POST);
    expect(await kindOf()).toBe('login');
  });
});
