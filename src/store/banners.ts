import type { KeyedStorage } from '#browser/storage.ts';
import {
  type BannerChoice,
  type BannerSettings,
  NO_BANNER_SETTINGS,
  parseBannerSettings,
  withBannerChoice,
  withBannerChoiceForAll,
} from '#core/banner.ts';
import type { Domain } from '#core/site.ts';

const KEY = 'banners';

/** What the person chose for consent banners. */
export async function readBannerSettings(storage: KeyedStorage): Promise<BannerSettings> {
  return parseBannerSettings(await storage.get(KEY));
}

/** Keeps what was chosen for a site, or for all (`null`); `choice` `null`: nothing for itself. Gives back what holds now. */
export async function keepBannerChoice(
  storage: KeyedStorage,
  domain: Domain | null,
  choice: BannerChoice | null,
): Promise<BannerSettings> {
  const before = await readBannerSettings(storage);
  const next =
    domain === null
      ? withBannerChoiceForAll(before, choice ?? { mode: NO_BANNER_SETTINGS.everyone, purposes: [] })
      : withBannerChoice(before, domain, choice);
  await storage.set({ [KEY]: next });
  return next;
}

/** Forgets what was chosen for a site; `null`: for any. What holds for all stays, as settings do. */
export async function forgetBannerModes(storage: KeyedStorage, domain: Domain | null): Promise<void> {
  const before = await readBannerSettings(storage);
  const none = { ...before, sites: {}, purposes: { ...before.purposes, sites: {} } };
  await storage.set({ [KEY]: domain === null ? none : withBannerChoice(before, domain, null) });
}

/** Keeps whether a refusal also blocks numbers. Gives back what holds now. */
export async function keepRefusalBlocks(storage: KeyedStorage, blocks: boolean): Promise<BannerSettings> {
  const next = { ...(await readBannerSettings(storage)), blocks };
  await storage.set({ [KEY]: next });
  return next;
}
