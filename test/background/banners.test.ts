import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { NO_BANNER_SETTINGS } from '#core/banner.ts';
import { BannerDevice, DONE, FOUND } from './banner-device.ts';
import { onDisk, reportOf, SHOP, until } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const here = new BannerDevice();

describe('a banner that the engine finds', () => {
  it('is nobody’s business until the person wants it to be', async () => {
    await here.tells({ type: 'init', url: SHOP });
    await here.tells(FOUND);
    expect(here.said).toEqual([]);
    expect(await here.outcomes()).toEqual([]);
  });

  it('is looked for with rules for the site, in a script that is registered only then', async () => {
    const scripts = async (): Promise<readonly unknown[]> =>
      await here.device.api.scripting.getRegisteredContentScripts({ ids: ['banners'] });
    expect(await scripts()).toEqual([]);
    await here.choose('refuse');
    expect(await scripts()).toMatchObject([{ allFrames: true, runAt: 'document_start' }]);
    await here.tells({ type: 'init', url: SHOP });
    expect(here.said).toMatchObject([{ type: 'initResp', config: { autoAction: null, heuristicMode: 'reject' } }]);
    await here.choose('leave');
    expect(await scripts()).toEqual([]);
  });

  it('is only noted where that is wanted', async () => {
    await here.choose('tell');
    await here.tells(FOUND);
    expect(here.said).toEqual([]);
    expect(await here.outcomes()).toEqual(['left']);
  });

  it('is refused, and what the site here.stored then is kept as it stood', async () => {
    await here.choose('refuse');
    await here.tells(FOUND);
    expect(here.said).toEqual([{ type: 'optOut' }]);
    here.stored = [['local', 'klaro', '%7B%22matomo%22%3Afalse%7D']];
    await here.tells(DONE);
    expect(await here.outcomes()).toEqual(['refused']);
    const last = (await reportOf(here.device)).banner.last;
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
  ])('and is %s, is here.said to be', async (outcome, value, message) => {
    await here.choose('refuse');
    await here.tells(FOUND);
    here.stored = value === null ? [] : [['local', 'klaro', value]];
    await here.tells(message);
    expect(await here.outcomes()).toEqual([outcome]);
  });

  it('and stands there again, is answered once, also by a background that was stopped meanwhile', async () => {
    await here.choose('refuse');
    await here.tells(FOUND);
    await here.device.startBackground();
    await here.tells(DONE);
    await here.tells(FOUND);
    await here.tells(FOUND);
    expect(here.said).toEqual([{ type: 'optOut' }]);
    const all = await here.outcomes();
    expect(all[0]).toBe('not-read-back');
    expect(new Set(all.slice(1))).toEqual(new Set(['could-not']));
  });

  it('goes by what was chosen for its site', async () => {
    await here.choose('refuse');
    await here.choose('leave', 'shop.example');
    await here.tells(FOUND);
    expect(here.said).toEqual([]);
    await here.device.view('wipeSite', { domain: 'shop.example' as never });
    expect(await here.device.view('banners', null)).toEqual({ ...NO_BANNER_SETTINGS, everyone: 'refuse' });
  });

  it('in a private window leaves nothing on disk', async () => {
    await here.choose('refuse');
    here.device.openTab(2, { private: true });
    await here.device.visit('https://secret.example/', { tab: 2 });
    here.device.insides.frames.set(2, () => true);
    here.stored = [['local', 'klaro', '{"matomo":false}']];
    await here.tells(FOUND, { tab: 2, url: 'https://secret.example/' });
    await here.tells(DONE, { tab: 2, url: 'https://secret.example/' });
    await until(async () => expect(await here.outcomes(2)).toEqual(['refused']));
    expect(await onDisk(here.device)).not.toContain('secret');
  });

  it('is run functions for in the page by name alone', async () => {
    await here.choose('refuse');
    here.device.insides.functions.set('EVAL_ONETRUST_1', () => true);
    await here.tells({ type: 'eval', id: 'a', code: 'alert(1)', snippetId: 'no such thing' });
    await here.tells({ type: 'eval', id: 'b', code: 'alert(1)', snippetId: 'constructor' });
    expect(here.said).toEqual([
      { type: 'evalResp', id: 'a', result: false },
      { type: 'evalResp', id: 'b', result: false },
    ]);
  });

  it('is told of by our own script alone', async () => {
    await here.choose('refuse');
    await here.tells({ type: 'optIn' });
    await here.tells({ type: 'popupFound' }, { tab: 7 });
    expect(here.said).toEqual([]);
  });
});
