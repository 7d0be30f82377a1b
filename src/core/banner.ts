import { fieldsOf } from './fields.ts';
import type { Receipt } from './receipt.ts';
import type { Domain } from './site.ts';

/**
 * What is to be done with a site's consent banner. `leave`: nothing, nobody looks for one. `tell`: it is noted, and left
 * to the person. `refuse`: everything that can be refused is.
 */
export type BannerMode = 'leave' | 'tell' | 'refuse';

export const BANNER_MODES: readonly BannerMode[] = ['leave', 'tell', 'refuse'];

/** What the person chose for banners: for all sites, and for single ones. */
export interface BannerSettings {
  readonly everyone: BannerMode;
  readonly sites: Readonly<Record<Domain, BannerMode>>;
}

/** Until the person chooses, banners are left alone. */
export const NO_BANNER_SETTINGS: BannerSettings = { everyone: 'leave', sites: {} };

/** What is to be done on a site. */
export function bannerModeOf({ everyone, sites }: BannerSettings, domain: Domain): BannerMode {
  return sites[domain] ?? everyone;
}

/** The same with another mode for a site; `null`: what holds for all counts there again. */
export function withBannerMode(settings: BannerSettings, domain: Domain, mode: BannerMode | null): BannerSettings {
  const { [domain]: _before, ...others } = settings.sites;
  return { ...settings, sites: mode === null ? others : { ...others, [domain]: mode } };
}

function modeIn(value: unknown): BannerMode | undefined {
  return BANNER_MODES.find((mode) => mode === value);
}

/** What is stored may be of another version, or damaged: each field is read by itself. */
export function parseBannerSettings(stored: unknown): BannerSettings {
  const { everyone, sites } = fieldsOf(stored);
  const modes = Object.entries(fieldsOf(sites)).flatMap(([domain, value]) => {
    const mode = modeIn(value);
    return mode === undefined ? [] : [[domain, mode] as const];
  });
  return { everyone: modeIn(everyone) ?? NO_BANNER_SETTINGS.everyone, sites: Object.fromEntries(modes) };
}

/** What is known of a site's banners, and what is to be done with them. */
export interface BannerReport {
  readonly mode: BannerMode;
  /** Whether that was chosen for this site, or holds for all. */
  readonly chosen: boolean;
  /** What was done last; `null`: nothing. */
  readonly last: Receipt | null;
}
