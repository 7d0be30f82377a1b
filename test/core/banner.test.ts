import { describe, expect, it } from 'vitest';
import {
  bannerChoiceOf,
  NO_BANNER_SETTINGS,
  parseBannerSettings,
  withBannerChoice,
  withBannerChoiceForAll,
  wishOf,
} from '#core/banner.ts';
import type { Domain } from '#core/site.ts';

const SHOP = 'shop.example' as Domain;
const NEWS = 'news.example' as Domain;
const REFUSE = { mode: 'refuse', purposes: [] } as const;
const SOME = { mode: 'some', purposes: ['analytics'] } as const;

describe('what is done with banners', () => {
  it('is nothing until the person chooses', () => {
    expect(wishOf(bannerChoiceOf(NO_BANNER_SETTINGS, SHOP))).toEqual({ is: 'leave' });
  });

  it('goes by the site, and else by what holds for all', () => {
    const all = withBannerChoiceForAll(NO_BANNER_SETTINGS, REFUSE);
    const here = withBannerChoice(all, SHOP, { mode: 'accept', purposes: [] });
    expect([bannerChoiceOf(here, SHOP).mode, bannerChoiceOf(here, NEWS).mode]).toEqual(['accept', 'refuse']);
    expect(withBannerChoice(here, SHOP, null)).toEqual(all);
  });

  it('is never accepting for all sites', () => {
    expect(withBannerChoiceForAll(NO_BANNER_SETTINGS, { mode: 'accept', purposes: [] })).toBe(NO_BANNER_SETTINGS);
  });

  it('knows the purposes left on, for a site and for all, as long as they are chosen one by one', () => {
    const all = withBannerChoiceForAll(NO_BANNER_SETTINGS, SOME);
    const here = withBannerChoice(all, SHOP, { mode: 'some', purposes: ['functional'] });
    expect(wishOf(bannerChoiceOf(here, SHOP))).toEqual({ is: 'some', purposes: ['functional'] });
    expect(wishOf(bannerChoiceOf(here, NEWS))).toEqual({ is: 'some', purposes: ['analytics'] });
    expect(parseBannerSettings(structuredClone(here))).toEqual(here);
    expect(withBannerChoiceForAll(withBannerChoice(here, SHOP, REFUSE), REFUSE).purposes).toEqual({
      everyone: [],
      sites: {},
    });
  });

  it.each([
    [undefined, NO_BANNER_SETTINGS],
    ['refuse', NO_BANNER_SETTINGS],
    [
      { everyone: 'accept', sites: { [SHOP]: 'refuse', [NEWS]: 7 } },
      { ...NO_BANNER_SETTINGS, sites: { [SHOP]: 'refuse' } },
    ],
    [
      { everyone: 'tell', sites: null },
      { ...NO_BANNER_SETTINGS, everyone: 'tell' },
    ],
    [
      {
        sites: { [SHOP]: 'some', [NEWS]: 'accept' },
        purposes: { everyone: 'all', sites: { [SHOP]: ['sale', 'social'] } },
      },
      {
        ...NO_BANNER_SETTINGS,
        sites: { [SHOP]: 'some', [NEWS]: 'accept' },
        purposes: { everyone: [], sites: { [SHOP]: ['social'] } },
      },
    ],
  ])('is read field by field, whatever is stored: %o', (stored, wanted) => {
    expect(parseBannerSettings(stored)).toEqual(wanted);
  });
});
