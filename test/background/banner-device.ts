import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackgroundMessage } from '@duckduckgo/autoconsent';
import { afterEach, beforeEach, vi } from 'vitest';
import type { BannerMode, ChoosablePurpose } from '#core/banner.ts';
import type { Domain } from '#core/site.ts';
import type { Device } from '../support/fakes/device.ts';
import { expectNoFailures } from './controlling.ts';
import { reportOf, SHOP, settled, startedDevice } from './on-device.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The engine's message that a banner is there, and that it was answered. */
export const FOUND = { type: 'popupFound', cmp: 'Osano', url: SHOP };
export const DONE = {
  type: 'autoconsentDone',
  cmp: 'Osano',
  isCosmetic: false,
  url: SHOP,
  duration: 9,
  totalClicks: 1,
};

/** A device with the shop in a tab, whose page is ours to speak for. */
export class BannerDevice {
  device!: Device;
  /** What the engine in the tab's page is told. */
  said: BackgroundMessage[] = [];
  /** What stands in web storage there. */
  stored: (readonly [area: string, name: string, value: string])[] = [];
  /** Files of the extension's own package that were read. */
  packaged: string[] = [];

  constructor() {
    beforeEach(async () => await this.begin());
    afterEach(() => expectNoFailures(this.device));
  }

  private async begin(): Promise<void> {
    this.said = [];
    this.stored = [];
    this.packaged = [];
    vi.stubGlobal('fetch', async (url: string) => {
      const path = url.replace('chrome-extension://known-as/', '');
      this.packaged.push(path.split('/').at(-1) ?? '');
      return new Response(await readFile(join(ROOT, path), 'utf8'));
    });
    this.device = await startedDevice();
    await this.device.visit(SHOP);
    const { frames, functions } = this.device.insides;
    frames.set(1, (message) => {
      const { type, message: told } = message as { readonly type: string; readonly message: BackgroundMessage };
      if (type === 'banner') this.said.push(told);
      return true;
    });
    functions.set('webStorage', () => this.stored);
    functions.set('liveAnswers', () => [null, null, null]);
  }

  async choose(
    mode: BannerMode | null,
    domain: string | null = null,
    purposes: readonly ChoosablePurpose[] = [],
  ): Promise<void> {
    await this.device.view('chooseBanners', { domain: domain as Domain | null, mode, purposes });
  }

  /** The engine in the page tells something. */
  async tells(
    message: object,
    { tab = 1, url = SHOP, payOrAccept = false }: { tab?: number; url?: string; payOrAccept?: boolean } = {},
  ): Promise<void> {
    const { api, insides, events } = this.device;
    const sender = { id: api.runtime.id, tab: insides.tabs.get(tab), url, frameId: 0 };
    const [answer] = events.message.fire({ from: 'banner', message, payOrAccept }, sender);
    await answer;
  }

  async outcomes(tab = 1): Promise<readonly string[]> {
    await settled(this.device);
    return (await reportOf(this.device, tab)).events
      .flatMap((line) => (line.type === 'banner' ? [line.receipt.outcome.is] : []))
      .toReversed();
  }
}
