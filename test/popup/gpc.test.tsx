// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { GpcHere, GpcSupport } from '#core/gpc.ts';
import { domain, NOW } from '../ui/actors.ts';
import { faults, press, wordsOf } from '../ui/page.ts';
import { seenWithGpc } from '../ui/reports.ts';
import { acts, popup, ready } from './open.tsx';

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));

const SHOP = domain('halden-audio.example');

function shown(gpc: GpcHere, { inPrivate = false, does = acts() } = {}): HTMLElement {
  return popup(ready(seenWithGpc(gpc, { private: inPrivate })), does).root;
}

describe('Global Privacy Control in the popup', () => {
  test.each<readonly [string, GpcHere, string]>([
    ['on for this site', { on: true, chosen: true, everyone: false }, 'On for this site: '],
    ['on as everywhere', { on: true, chosen: false, everyone: true }, 'On, as on every site: '],
    ['off for this site', { on: false, chosen: true, everyone: true }, 'Off for this site: '],
    ['off as everywhere', { on: false, chosen: false, everyone: false }, 'Off, as on every site: '],
  ])('says that it is %s', (_what, gpc, says) => {
    const root = shown(gpc);
    expect(wordsOf(root, '[data-gpc-says]')).toContain(says);
    expect(root.querySelector('[role=switch]')?.getAttribute('aria-checked')).toBe(String(gpc.on));
  });

  test.each<readonly [string, GpcHere, boolean | null]>([
    ['on here', { on: false, chosen: false, everyone: false }, true],
    ['off here', { on: true, chosen: false, everyone: true }, false],
    ['on as everywhere again', { on: false, chosen: true, everyone: true }, null],
    ['off as everywhere again', { on: true, chosen: true, everyone: false }, null],
  ])('is switched %s by one press', async (_what, gpc, on) => {
    const does = acts();
    await press(shown(gpc, { does }), '[role=switch]');
    expect(vi.mocked(does.chooseGpc).mock.calls).toEqual([[SHOP, on]]);
    expect(does.lookUpGpc).not.toHaveBeenCalled();
  });

  test('asks the site at a press alone, and says what it states', async () => {
    const states: GpcSupport = { is: 'stated', gpc: true, lastUpdate: '2026-03-01' };
    const does = acts({ lookUpGpc: vi.fn<() => Promise<GpcSupport>>().mockResolvedValue(states) });
    const root = shown({ on: false, chosen: false, everyone: false }, { does });
    expect(does.lookUpGpc).not.toHaveBeenCalled();
    await press(root, '[data-gpc-look-up]');
    expect(vi.mocked(does.lookUpGpc).mock.calls).toEqual([[SHOP]]);
    expect(wordsOf(root, '[data-gpc-support]')).toContain('The site states that it follows this signal.');
  });

  test('says what went wrong with a press', async () => {
    const does = acts({ chooseGpc: vi.fn<() => Promise<void>>().mockRejectedValue(new Error('the disk is full')) });
    const root = shown({ on: false, chosen: false, everyone: false }, { does });
    await press(root, '[role=switch]');
    expect(wordsOf(root, '[role=alert]')).toContain('the disk is full');
  });

  test('in private windows says what holds, and has nothing to press', () => {
    const root = shown({ on: true, chosen: false, everyone: true }, { inPrivate: true });
    expect(wordsOf(root, '[data-gpc-says]')).toContain('On, as on every site');
    expect(root.querySelector('[role=switch], [data-gpc-look-up]')).toBe(null);
  });

  test('axe finds nothing wrong with it', { timeout: 60_000 }, async () => {
    shown({ on: true, chosen: true, everyone: false });
    expect(await faults()).toEqual([]);
  });
});
