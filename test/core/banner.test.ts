import { describe, expect, it } from 'vitest';
import { bannerModeOf, NO_BANNER_SETTINGS, parseBannerSettings, withBannerMode } from '#core/banner.ts';
import type { Domain } from '#core/site.ts';

const SHOP = 'shop.example' as Domain;

describe('what is done with banners', () => {
  it('is nothing until the person chooses', () => {
    expect(bannerModeOf(NO_BANNER_SETTINGS, SHOP)).toBe('leave');
  });

  it('goes by the site, and else by what holds for all', () => {
    const all = { everyone: 'refuse', sites: {} } as const;
    const here = withBannerMode(all, SHOP, 'tell');
    expect([bannerModeOf(here, SHOP), bannerModeOf(here, 'news.example' as Domain)]).toEqual(['tell', 'refuse']);
    expect(withBannerMode(here, SHOP, null)).toEqual(all);
  });

  it.each([
    [undefined, NO_BANNER_SETTINGS],
    ['refuse', NO_BANNER_SETTINGS],
    [
      { everyone: 'accept', sites: { [SHOP]: 'refuse', 'news.example': 7 } },
      { everyone: 'leave', sites: { [SHOP]: 'refuse' } },
    ],
    [
      { everyone: 'tell', sites: null },
      { everyone: 'tell', sites: {} },
    ],
  ])('is read field by field, whatever is stored: %o', (stored, wanted) => {
    expect(parseBannerSettings(stored)).toEqual(wanted);
  });
});
