import { type Signal, signal } from '@preact/signals';
import { vi } from 'vitest';
import type { TabReport } from '#core/report.ts';
import type { Loaded } from '#ui/live.ts';
import type { Acts } from '../../popup/acts.ts';
import { App } from '../../popup/app.tsx';
import { NOW } from '../ui/actors.ts';
import { SCENES } from '../ui/gallery/scenes.ts';
import { show } from '../ui/page.ts';

/** What the popup can do, watched. */
export function acts(more: Partial<Acts> = {}): Acts {
  return {
    again: vi.fn<Acts['again']>(),
    showMonth: vi.fn<Acts['showMonth']>(),
    openPage: vi.fn<Acts['openPage']>(),
    requestAccess: vi.fn<Acts['requestAccess']>().mockResolvedValue(true),
    choose: vi.fn<Acts['choose']>().mockResolvedValue(),
    chooseForThis: vi.fn<Acts['chooseForThis']>().mockResolvedValue(),
    correct: vi.fn<Acts['correct']>().mockResolvedValue(),
    tryWithoutCookies: vi.fn<Acts['tryWithoutCookies']>().mockResolvedValue('another'),
    chooseGpc: vi.fn<Acts['chooseGpc']>().mockResolvedValue(),
    lookUpGpc: vi.fn<Acts['lookUpGpc']>().mockResolvedValue({ is: 'missing' }),
    resetNow: vi.fn<Acts['resetNow']>().mockResolvedValue(),
    pause: vi.fn<Acts['pause']>().mockResolvedValue(),
    resume: vi.fn<Acts['resume']>().mockResolvedValue(),
    looksBroken: vi.fn<Acts['looksBroken']>().mockResolvedValue(),
    bringBack: vi.fn<Acts['bringBack']>().mockResolvedValue(true),
    undoBanner: vi.fn<Acts['undoBanner']>().mockResolvedValue('undone'),
    ...more,
  };
}

/** A report that has come. */
export function ready(report: TabReport): Loaded<TabReport> {
  return { state: 'ready', report, at: NOW };
}

/** What the popup is shown with in a scene of the gallery. */
export function sceneOf(name: string): Loaded<TabReport> {
  const scene = SCENES[name] ?? null;
  if (scene === null) return { state: 'loading' };
  return scene instanceof Error ? { state: 'failed', error: scene.message } : ready(scene);
}

/** The popup, shown. */
export function popup(
  loaded: Loaded<TabReport>,
  does: Acts = acts(),
): { root: HTMLElement; loaded: Signal<Loaded<TabReport>> } {
  const state = signal(loaded);
  return { root: show(<App loaded={state} acts={does} />), loaded: state };
}
