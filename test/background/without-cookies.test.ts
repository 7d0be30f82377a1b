import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Identifier } from '#core/identifier.ts';
import type { Tried } from '#core/tried.ts';
import { type Device, newDevice } from '../support/fakes/device.ts';
import { HVID, HVID_LINE, newDisk, onDisk, reportOf, settled, SHOP, untilReport } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const OTHERS = ['0c95d7e4-18b2-4a6f-8d3b-5e2a71c09f86', '8c1d77aa-93d2-4d0e-8a6b-0e8b2f6d1a44'] as const;
const asked: string[] = [];
let device: Device;

/** The shop answers requests of our own with these lines, one after the other; `null`: not at all. */
function answers(firefox: boolean, lines: readonly (string | null)[]): void {
  const left = [...lines];
  vi.stubGlobal('fetch', async (url: string, { credentials }: { readonly credentials: string }) => {
    asked.push(`${credentials} ${url}`);
    const line = left.shift() ?? null;
    const own = 'chrome-extension://known-as';
    const who = firefox ? { originUrl: `${own}/background.html` } : { initiator: own };
    const details = { requestId: `own ${asked.length}`, url, tabId: -1, frameId: -1, type: 'xmlhttprequest', ...who };
    device.events.requestBegan.fire({ ...details, parentFrameId: -1, method: 'GET', timeStamp: Date.now() });
    if (line === null) {
      device.events.requestFailed.fire(details);
      throw new TypeError('Failed to fetch');
    }
    const headers = [{ name: 'Set-Cookie', value: `lang=en\n${line}` }];
    device.events.headersReceived.fire({ ...details, responseHeaders: headers });
    device.events.responseStarted.fire({ ...details, fromCache: false });
    return await Promise.resolve(new Response(''));
  });
}

async function hvid(tab = 1): Promise<Identifier> {
  const [own] = (await reportOf(device, tab)).numbers;
  if (own === undefined) throw new Error('there is no number');
  return own.identifier;
}

async function tried(tabId = 1): Promise<Tried> {
  return await device.view('tryWithoutCookies', { tabId, identifier: await hvid(tabId) });
}

async function oneNumber(tab: number): Promise<void> {
  await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1), tab);
}

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['Chromium', false],
  ['Firefox', true],
])('two visits without cookies in %s', (_browser, firefox) => {
  beforeEach(async () => {
    asked.length = 0;
    await newDisk();
    device = newDevice({ firefox });
    device.openTab(1);
    device.openTab(2, { private: true });
    await device.startBackground();
    await device.visit(`${SHOP}hi-fi?who=me`, { answer: [HVID_LINE.replace('; HttpOnly', '')] });
    await oneNumber(1);
  });

  it('ask the page without what may name the person, and give the verdict its reason', async () => {
    answers(firefox, [`hvid=${OTHERS[0]}; Path=/`, `hvid=${OTHERS[1]}; Path=/`]);
    expect(await tried()).toBe('another');
    expect(asked).toEqual([`omit ${SHOP}hi-fi`, `omit ${SHOP}hi-fi`]);
    const { numbers, month } = await reportOf(device);
    expect(numbers[0]?.reasons).toContainEqual({ says: 'anotherWithoutCookies', args: [], basis: 'verified' });
    await settled(device);
    expect(month?.tally.pages).toBe(1);
    for (const value of OTHERS) expect(await onDisk(device)).not.toContain(value);
  });

  it('make what everybody gets no number, also for a background that starts again', async () => {
    answers(firefox, [`hvid=${HVID}; Path=/`, `hvid=${HVID}; Path=/`]);
    expect(await tried()).toBe('same');
    const report = await reportOf(device);
    expect(report.numbers).toEqual([]);
    expect(report.past).toMatchObject([{ ended: { how: 'tried' } }]);
    await device.startBackground();
    await device.visit(SHOP, { answer: [HVID_LINE.replace('; HttpOnly', '')] });
    await settled(device);
    expect((await reportOf(device)).numbers).toEqual([]);
  });

  it('change nothing where none is set, or where the site does not answer, and ask no second time then', async () => {
    answers(firefox, ['a=1', 'b=1']);
    expect(await tried()).toBe('unset');
    answers(firefox, [null]);
    expect(await tried()).toBe('unanswered');
    expect(asked).toHaveLength(3);
    const [own] = (await reportOf(device)).numbers;
    expect(own?.reasons.map(({ says }) => says)).not.toContain('anotherWithoutCookies');
  });

  it('are not made in private windows, on another site, or for what is none of the site’s', async () => {
    answers(firefox, []);
    const identifier = await hvid();
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE.replace(HVID, OTHERS[0])] });
    await oneNumber(2);
    await expect(tried(2)).rejects.toThrow('cannot be tried');
    await expect(device.view('tryWithoutCookies', { tabId: 2, identifier })).rejects.toThrow('cannot be tried');
    device.openTab(3).url = 'https://news.example/';
    for (const tabId of [3, 4, 'x' as unknown as number]) {
      await expect(device.view('tryWithoutCookies', { tabId, identifier })).rejects.toThrow(
        /cannot be tried|no such place/u,
      );
    }
    expect(asked).toEqual([]);
  });
});
