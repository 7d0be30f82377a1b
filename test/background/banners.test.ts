import 'fake-indexeddb/auto';
import type { BackgroundMessage } from '@duckduckgo/autoconsent';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BannerMode } from '#core/banner.ts';
import type { Device } from '../support/fakes/device.ts';
import { expectNoFailures } from './controlling.ts';
import { onDisk, reportOf, SHOP, settled, startedDevice, until } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

let device: Device;
/** What the engine in the tab's page is told. */
let said: BackgroundMessage[];
/** What stands in web storage there. */
let stored: (readonly [area: string, name: string, value: string])[];

beforeEach(async () => {
  device = await startedDevice();
  await device.visit(SHOP);
  said = [];
  stored = [];
  device.insides.frames.set(1, (message) => {
    const { type, message: told } = message as { readonly type: string; readonly message: BackgroundMessage };
    if (type === 'banner') said.push(told);
    return true;
  });
  device.insides.functions.set('webStorage', () => stored);
  device.insides.functions.set('liveAnswers', () => [null, null, null]);
});
afterEach(() => expectNoFailures(device));

async function choose(mode: BannerMode | null, domain: string | null = null): Promise<void> {
  await device.view('chooseBanners', { domain: domain as never, mode });
}

/** The engine in the page tells something. */
async function tells(message: object, { tab = 1, url = SHOP }: { tab?: number; url?: string } = {}): Promise<void> {
  const sender = { id: device.api.runtime.id, tab: device.insides.tabs.get(tab), url, frameId: 0 };
  const [answer] = device.events.message.fire({ from: 'banner', message }, sender);
  await answer;
}

async function outcomes(tab = 1): Promise<readonly string[]> {
  await settled(device);
  return (await reportOf(device, tab)).events
    .flatMap((line) => (line.type === 'banner' ? [line.receipt.outcome.is] : []))
    .toReversed();
}

const FOUND = { type: 'popupFound', cmp: 'Osano', url: SHOP };
const DONE = { type: 'autoconsentDone', cmp: 'Osano', isCosmetic: false, url: SHOP, duration: 9, totalClicks: 1 };

describe('a banner that the engine finds', () => {
  it('is nobody’s business until the person wants it to be', async () => {
    await tells({ type: 'init', url: SHOP });
    await tells(FOUND);
    expect(said).toEqual([]);
    expect(await outcomes()).toEqual([]);
  });

  it('is looked for with rules for the site, in a script that is registered only then', async () => {
    const scripts = async (): Promise<readonly unknown[]> =>
      await device.api.scripting.getRegisteredContentScripts({ ids: ['banners'] });
    expect(await scripts()).toEqual([]);
    await choose('refuse');
    expect(await scripts()).toMatchObject([{ allFrames: true, runAt: 'document_start' }]);
    await tells({ type: 'init', url: SHOP });
    expect(said).toMatchObject([{ type: 'initResp', config: { autoAction: null, heuristicMode: 'reject' } }]);
    await choose('leave');
    expect(await scripts()).toEqual([]);
  });

  it('is only noted where that is wanted', async () => {
    await choose('tell');
    await tells(FOUND);
    expect(said).toEqual([]);
    expect(await outcomes()).toEqual(['left']);
  });

  it('is refused, and what the site stored then is kept as it stood', async () => {
    await choose('refuse');
    await tells(FOUND);
    expect(said).toEqual([{ type: 'optOut' }]);
    stored = [['local', 'klaro', '%7B%22matomo%22%3Afalse%7D']];
    await tells(DONE);
    expect(await outcomes()).toEqual(['refused']);
    const last = (await reportOf(device)).banner.last;
    expect(last).toMatchObject({ cmp: 'Osano', clicks: 1, before: [] });
    expect(last?.after[0]?.texts).toEqual([
      { area: 'local-storage', name: 'klaro', value: '%7B%22matomo%22%3Afalse%7D' },
    ]);
  });

  it.each([
    ['refused-but-stored', '{"matomo":true}', DONE],
    ['not-read-back', null, DONE],
    ['hidden', '{"matomo":true}', { ...DONE, isCosmetic: true }],
    ['could-not', null, { type: 'optOutResult', cmp: 'Osano', result: false, scheduleSelfTest: false, url: SHOP }],
  ])('and is %s, is said to be', async (outcome, value, message) => {
    await choose('refuse');
    await tells(FOUND);
    stored = value === null ? [] : [['local', 'klaro', value]];
    await tells(message);
    expect(await outcomes()).toEqual([outcome]);
  });

  it('and stands there again, is answered once, also by a background that was stopped meanwhile', async () => {
    await choose('refuse');
    await tells(FOUND);
    await device.startBackground();
    await tells(DONE);
    await tells(FOUND);
    await tells(FOUND);
    expect(said).toEqual([{ type: 'optOut' }]);
    const all = await outcomes();
    expect(all[0]).toBe('not-read-back');
    expect(new Set(all.slice(1))).toEqual(new Set(['could-not']));
  });

  it('goes by what was chosen for its site', async () => {
    await choose('refuse');
    await choose('leave', 'shop.example');
    await tells(FOUND);
    expect(said).toEqual([]);
    await device.view('wipeSite', { domain: 'shop.example' as never });
    expect(await device.view('banners', null)).toEqual({ everyone: 'refuse', sites: {} });
  });

  it('in a private window leaves nothing on disk', async () => {
    await choose('refuse');
    device.openTab(2, { private: true });
    await device.visit('https://secret.example/', { tab: 2 });
    device.insides.frames.set(2, () => true);
    stored = [['local', 'klaro', '{"matomo":false}']];
    await tells(FOUND, { tab: 2, url: 'https://secret.example/' });
    await tells(DONE, { tab: 2, url: 'https://secret.example/' });
    await until(async () => expect(await outcomes(2)).toEqual(['refused']));
    expect(await onDisk(device)).not.toContain('secret');
  });

  it('is run functions for in the page by name alone', async () => {
    await choose('refuse');
    device.insides.functions.set('EVAL_ONETRUST_1', () => true);
    await tells({ type: 'eval', id: 'a', code: 'alert(1)', snippetId: 'no such thing' });
    await tells({ type: 'eval', id: 'b', code: 'alert(1)', snippetId: 'constructor' });
    expect(said).toEqual([
      { type: 'evalResp', id: 'a', result: false },
      { type: 'evalResp', id: 'b', result: false },
    ]);
  });

  it('is told of by our own script alone', async () => {
    await choose('refuse');
    await tells({ type: 'optIn' });
    await tells({ type: 'popupFound' }, { tab: 7 });
    expect(said).toEqual([]);
  });
});
