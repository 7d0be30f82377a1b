// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NO_BANNER_SETTINGS } from '#core/banner.ts';
import { App } from '../../options/app.tsx';
import { parseRoute } from '../../options/route.ts';
import { BANNER } from '../ui/banner.ts';
import { faults, press, show } from '../ui/page.ts';
import { site } from '../ui/reports.ts';
import { answerAs, asked, beginAnew, pick, settled } from './background.ts';

vi.mock('#messages/ask.ts', async () => await import('./background.ts'));

beforeEach(beginAnew);

const HERE = '#/site/halden-audio.example';
const DOMAIN = 'halden-audio.example';

async function page(hash: string): Promise<HTMLElement> {
  const root = show(<App route={signal(parseRoute(hash))} />);
  await settled();
  return root;
}

/** What may be chosen in a part's list. */
function choices(root: HTMLElement, part: string): readonly string[] {
  const list = root.querySelector<HTMLSelectElement>(`[aria-labelledby=${part}] select`);
  return [...(list?.options ?? [])].map(({ value }) => value);
}

describe('what is done with banners', () => {
  test('may be accepting on one site, and never on all', async () => {
    expect(choices(await page('#/settings'), 'banners')).toEqual(['leave', 'tell', 'refuse', 'some']);
    const root = await page(HERE);
    expect(choices(root, 'banner')).toEqual(['everyone', 'leave', 'tell', 'refuse', 'some', 'accept']);
    await pick(root, '[aria-labelledby=banner] select', 'accept');
    expect(asked('chooseBanners')).toEqual([{ domain: DOMAIN, mode: 'accept', purposes: [] }]);
  });

  test('leaves the purposes on that are ticked, for all', async () => {
    const purposes = { everyone: ['analytics'], sites: {} } as const;
    answerAs('', { banners: { ...NO_BANNER_SETTINGS, everyone: 'some', purposes } });
    const root = await page('#/settings');
    const boxes = [...root.querySelectorAll<HTMLInputElement>('[aria-labelledby=banners] [type=checkbox]')];
    expect(boxes.map(({ checked }) => checked)).toEqual([false, true, false, false, false]);
    boxes[0]?.click();
    await settled();
    expect(asked('chooseBanners')).toEqual([{ domain: null, mode: 'some', purposes: ['functional', 'analytics'] }]);
    expect(await faults()).toEqual([]);
  });

  test('leaves the purposes on that are ticked, for a site', async () => {
    answerAs('', { siteReport: site({ banner: { ...BANNER, mode: 'some', chosen: true, purposes: ['social'] } }) });
    const root = await page(HERE);
    const boxes = [...root.querySelectorAll<HTMLInputElement>('[aria-labelledby=banner] [type=checkbox]')];
    boxes[3]?.click();
    await settled();
    expect(asked('chooseBanners')).toEqual([{ domain: DOMAIN, mode: 'some', purposes: [] }]);
  });

  test('is taken back in one press, in any tab that shows the site', async () => {
    const root = await page(HERE);
    await press(root, '[data-undo-answer]');
    expect(asked('undoBanner')).toEqual([{ domain: DOMAIN, receipt: 'receipt', tabId: null }]);
  });
});
