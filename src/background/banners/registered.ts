/* oxlint-disable import/default -- the bundler makes this the path of the built file */
import { keepOwnScript } from '#browser/own-script.ts';
import banner from '#content/banner.iife.ts?script&iife';
import type { BannerSettings } from '#core/banner.ts';

/** Not one of those for the page's world, which are registered together. */
const ID = 'banners';

/** Has the banner script run in pages only as long as banners are noted or answered anywhere. */
export async function registerBanners({ everyone, sites }: BannerSettings): Promise<void> {
  const isWanted = everyone !== 'leave' || Object.values(sites).some((mode) => mode !== 'leave');
  await keepOwnScript({ id: ID, file: banner.replace(/^\//u, '') }, isWanted);
}
