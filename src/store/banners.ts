import type { KeyedStorage } from '#browser/storage.ts';
import {
  type BannerMode,
  type BannerSettings,
  NO_BANNER_SETTINGS,
  parseBannerSettings,
  withBannerMode,
} from '#core/banner.ts';
import type { Domain } from '#core/site.ts';

const KEY = 'banners';

/** What the person chose for consent banners. */
export async function readBannerSettings(storage: KeyedStorage): Promise<BannerSettings> {
  return parseBannerSettings(await storage.get(KEY));
}

/** Keeps what was chosen for a site, or for all (`null`); `mode` `null`: nothing for itself. Gives back what holds now. */
export async function keepBannerMode(
  storage: KeyedStorage,
  domain: Domain | null,
  mode: BannerMode | null,
): Promise<BannerSettings> {
  const before = await readBannerSettings(storage);
  const next =
    domain === null
      ? { ...before, everyone: mode ?? NO_BANNER_SETTINGS.everyone }
      : withBannerMode(before, domain, mode);
  await storage.set({ [KEY]: next });
  return next;
}

/** Forgets what was chosen for a site; `null`: for any. What holds for all stays, as settings do. */
export async function forgetBannerModes(storage: KeyedStorage, domain: Domain | null): Promise<void> {
  const before = await readBannerSettings(storage);
  await storage.set({ [KEY]: domain === null ? { ...before, sites: {} } : withBannerMode(before, domain, null) });
}
