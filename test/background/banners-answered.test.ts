import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChoosablePurpose } from '#core/banner.ts';
import type { Domain } from '#core/site.ts';
import { BannerDevice, DONE, FOUND } from './banner-device.ts';
import { reportOf, SHOP, settled, until } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const here = new BannerDevice();

describe('what a banner is to be answered', () => {
  it('reads no rules for those who leave banners alone, and each file once for those who do not', async () => {
    await here.tells({ type: 'init', url: SHOP });
    expect(here.packaged).toEqual([]);
    await here.choose('refuse');
    await here.tells({ type: 'init', url: SHOP });
    await here.tells({ type: 'init', url: SHOP });
    expect(here.packaged).toEqual(['compact-rules.json']);
    await here.choose('accept', 'shop.example');
    await here.tells({ type: 'init', url: SHOP });
    expect(here.packaged).toEqual(['compact-rules.json', 'opt-in-rules.json']);
  });

  it('is looked for by buttons only where all is to be refused', async () => {
    for (const mode of ['refuse', 'tell', 'some'] as const) {
      await here.choose(mode);
      await here.tells({ type: 'init', url: SHOP });
    }
    await here.choose('accept', 'shop.example');
    await here.tells({ type: 'init', url: SHOP });
    const modes = here.said.map((message) =>
      message.type === 'initResp' ? message.config.heuristicMode : message.type,
    );
    expect(modes).toEqual(['reject', 'off', 'off', 'off']);
  });

  it('accepts on the site where that was chosen, by rules that know how', async () => {
    await here.choose('accept', 'shop.example');
    await here.tells({ type: 'init', url: SHOP });
    const [first] = here.said;
    const rules = first?.type === 'initResp' ? first.rules.autoconsent : [];
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.filter(({ optIn }) => optIn.length === 0)).toEqual([]);
    await here.tells(FOUND);
    expect(here.said.at(-1)).toEqual({ type: 'optIn' });
    here.stored = [['local', 'klaro', '{"matomo":true}']];
    await here.tells(DONE);
    expect(await here.outcomes()).toEqual(['accepted']);
  });

  it('says so where accepting did not work', async () => {
    await here.choose('accept', 'shop.example');
    await here.tells(FOUND);
    await here.tells({ type: 'optInResult', cmp: 'Osano', result: false, scheduleSelfTest: false, url: SHOP });
    expect(await here.outcomes()).toEqual(['could-not']);
  });

  it.each(['refuse', 'tell', 'accept', 'some'] as const)(
    'presses nothing where the site asks to pay or to accept: %s',
    async (mode) => {
      await here.choose(mode, 'shop.example', ['analytics']);
      await here.tells(FOUND, { payOrAccept: true });
      expect(here.said).toEqual([]);
      expect(await here.outcomes()).toEqual(['pay-or-accept']);
    },
  );

  it('is answered anew once something else was chosen', async () => {
    await here.choose('refuse');
    await here.tells(FOUND);
    await here.tells(DONE);
    await here.choose('accept', 'shop.example');
    await here.tells(FOUND);
    expect(here.said.map(({ type }) => type)).toEqual(['optOut', 'optIn']);
  });
});

describe('purposes that were chosen', () => {
  beforeEach(() => {
    here.device.insides.functions.set('klaroAsks', () => [
      { name: 'matomo', also: ['analytics'] },
      { name: 'pixel', also: ['advertising'] },
    ]);
    here.device.insides.functions.set('klaroChooses', () => {
      here.stored = [['local', 'klaro', '{"matomo":true,"pixel":false}']];
      return true;
    });
  });

  it('are here.stored by the program’s own way, and nothing is pressed', async () => {
    await here.choose('some', null, ['analytics']);
    await here.tells(FOUND);
    expect(here.said).toEqual([]);
    expect(await here.outcomes()).toEqual(['as-chosen']);
  });

  it('that a program does not ask for are not missed', async () => {
    await here.choose('some', null, ['analytics', 'social']);
    await here.tells(FOUND);
    expect(await here.outcomes()).toEqual(['as-chosen']);
    expect((await reportOf(here.device)).banner.last?.wanted).toEqual({
      is: 'some',
      purposes: ['analytics', 'social'],
    });
  });

  it.each<[string, readonly ChoosablePurpose[], () => boolean | undefined]>([
    ['none is asked for', ['social'], () => true],
    ['the program does not do it', ['analytics'], () => false],
    ['the page throws', ['analytics'], () => undefined],
  ])('cannot be chosen where %s: all is refused, and that is said', async (_, purposes, chooses) => {
    here.device.insides.functions.set('klaroChooses', chooses);
    await here.choose('some', null, purposes);
    await here.tells(FOUND);
    expect(here.said).toEqual([{ type: 'optOut' }]);
    here.stored = [['local', 'klaro', '{"matomo":false,"pixel":false}']];
    await here.tells(DONE);
    expect((await reportOf(here.device)).banner.last).toMatchObject({ instead: 'refuse', outcome: { is: 'refused' } });
  });

  it.each([['no list'], [{ length: 1e9 }], [[null, 7, { name: {} }]], [null]])(
    'are not chosen by what makes no sense: %o',
    async (asked) => {
      here.device.insides.functions.set('klaroAsks', () => asked);
      await here.choose('some', null, ['analytics']);
      await here.tells(FOUND);
      expect(here.said).toEqual([{ type: 'optOut' }]);
    },
  );
});

describe('an answer whose end is not told', () => {
  it('is looked up when the page is there again', async () => {
    await here.choose('refuse');
    await here.tells(FOUND);
    here.stored = [['local', 'klaro', '{"matomo":false}']];
    await here.tells({ type: 'init', url: SHOP });
    await until(async () => expect(await here.outcomes()).toEqual(['refused']));
  });

  it('is here.said not to be known where nothing was stored', async () => {
    await here.choose('refuse');
    await here.tells(FOUND);
    await here.tells({ type: 'init', url: SHOP });
    await until(async () =>
      expect((await reportOf(here.device)).banner.last?.outcome).toEqual({ is: 'could-not', why: 'page-gone' }),
    );
  });
});

describe('an answer that is taken back', () => {
  async function refused(): Promise<string> {
    await here.choose('refuse');
    await here.tells(FOUND);
    here.stored = [['local', 'klaro', '{"matomo":false}']];
    await here.tells(DONE);
    await settled(here.device);
    return (await reportOf(here.device)).banner.last?.id ?? '';
  }

  async function undo(receipt: string, tabId: number | null = 1): Promise<string> {
    return await here.device.view('undoBanner', { domain: 'shop.example' as Domain, receipt, tabId });
  }

  it('is here.said to be once it is gone, once, and the site is left alone', async () => {
    const receipt = await refused();
    here.device.insides.functions.set('putBack', () => {
      here.stored = [];
    });
    expect(await undo(receipt)).toBe('undone');
    expect(await undo(receipt)).toBe('nothing-to-undo');
    await settled(here.device);
    const { banner, events } = await reportOf(here.device);
    expect(banner.last).toMatchObject({
      id: receipt,
      outcome: { is: 'refused' },
      undone: expect.any(Number) as number,
    });
    expect(events.filter(({ type }) => type === 'banner')).toHaveLength(1);
    here.said = [];
    await here.tells({ type: 'init', url: SHOP });
    await here.tells(FOUND);
    expect(here.said).toEqual([]);
  });

  it('is not here.said to be where the site still has it', async () => {
    expect(await undo(await refused())).toBe('still-there');
    expect((await reportOf(here.device)).banner.last?.undone).toBeUndefined();
  });

  it('is left where there is no such answer, or no page of the site', async () => {
    const receipt = await refused();
    expect(await undo('nobody’s')).toBe('nothing-to-undo');
    here.device.openTab(7);
    expect(await undo(receipt, 7)).toBe('not-open');
  });
});
