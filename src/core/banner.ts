import type { ConsentPurpose } from './consent.ts';
import { fieldsOf } from './fields.ts';
import type { BannerWish, Receipt } from './receipt.ts';
import type { Domain } from './site.ts';

/** What is to be done with a site's consent banner: a wish by its name. */
export type BannerMode = BannerWish['is'];

/** Modes that may hold for all sites. */
export const BANNER_MODES: readonly BannerMode[] = ['leave', 'tell', 'refuse', 'some'];

/** Modes that may hold for one site. */
export const SITE_BANNER_MODES: readonly BannerMode[] = [...BANNER_MODES, 'accept'];

/** Purposes that may be chosen, one by one. */
export const CHOOSABLE_PURPOSES = [
  'functional',
  'analytics',
  'personalisation',
  'social',
  'advertising',
] as const satisfies readonly ConsentPurpose[];

export type ChoosablePurpose = (typeof CHOOSABLE_PURPOSES)[number];

/** One choice about banners; `purposes`: those left on, where the mode is `some`. */
export interface BannerChoice {
  readonly mode: BannerMode;
  readonly purposes: readonly ChoosablePurpose[];
}

/** What the person chose for banners: for all sites, and for single ones. */
export interface BannerSettings {
  readonly everyone: BannerMode;
  readonly sites: Readonly<Record<Domain, BannerMode>>;
  /** Purposes left on where the mode is `some`: for all sites, and for single ones. */
  readonly purposes: {
    readonly everyone: readonly ChoosablePurpose[];
    readonly sites: Readonly<Record<Domain, readonly ChoosablePurpose[]>>;
  };
  /** Whether a refusal also blocks the site's numbers that are for what was refused. */
  readonly blocks: boolean;
}

/** Until the person chooses, banners are left alone. */
export const NO_BANNER_SETTINGS: BannerSettings = {
  everyone: 'leave',
  sites: {},
  purposes: { everyone: [], sites: {} },
  blocks: false,
};

/** What holds on a site. */
export function bannerChoiceOf({ everyone, sites, purposes }: BannerSettings, domain: Domain): BannerChoice {
  const mode = sites[domain];
  return mode === undefined
    ? { mode: everyone, purposes: purposes.everyone }
    : { mode, purposes: purposes.sites[domain] ?? [] };
}

/** The same as a wish. */
export function wishOf({ mode, purposes }: BannerChoice): BannerWish {
  return mode === 'some' ? { is: mode, purposes } : { is: mode };
}

function without<Value>(of: Readonly<Record<Domain, Value>>, domain: Domain): Readonly<Record<Domain, Value>> {
  const { [domain]: _before, ...others } = of;
  return others;
}

/** The same with another choice for a site; `null`: what holds for all counts there again. */
export function withBannerChoice(
  settings: BannerSettings,
  domain: Domain,
  choice: BannerChoice | null,
): BannerSettings {
  const sites = without(settings.sites, domain);
  const purposes = without(settings.purposes.sites, domain);
  if (choice === null) return { ...settings, sites, purposes: { ...settings.purposes, sites: purposes } };
  const chosen = choice.mode === 'some' ? { ...purposes, [domain]: choice.purposes } : purposes;
  return {
    ...settings,
    sites: { ...sites, [domain]: choice.mode },
    purposes: { ...settings.purposes, sites: chosen },
  };
}

/** The same with another choice for all sites. Accepting holds for single sites alone: it changes nothing here. */
export function withBannerChoiceForAll(settings: BannerSettings, { mode, purposes }: BannerChoice): BannerSettings {
  if (!BANNER_MODES.includes(mode)) return settings;
  const everyone = mode === 'some' ? purposes : [];
  return { ...settings, everyone: mode, purposes: { ...settings.purposes, everyone } };
}

function modeIn(value: unknown, modes: readonly BannerMode[]): BannerMode | undefined {
  return modes.find((mode) => mode === value);
}

function purposesIn(value: unknown): readonly ChoosablePurpose[] {
  return Array.isArray(value) ? CHOOSABLE_PURPOSES.filter((purpose) => value.includes(purpose)) : [];
}

/** What is stored may be of another version, or damaged: each field is read by itself. */
export function parseBannerSettings(stored: unknown): BannerSettings {
  const { everyone, sites, purposes, blocks } = fieldsOf(stored);
  const modes = Object.entries(fieldsOf(sites)).flatMap(([domain, value]) => {
    const mode = modeIn(value, SITE_BANNER_MODES);
    return mode === undefined ? [] : [[domain, mode] as const];
  });
  const chosen = fieldsOf(purposes);
  const ofSites = fieldsOf(chosen['sites']);
  const some = modes.filter(([, mode]) => mode === 'some');
  return {
    everyone: modeIn(everyone, BANNER_MODES) ?? NO_BANNER_SETTINGS.everyone,
    sites: Object.fromEntries(modes),
    purposes: {
      everyone: purposesIn(chosen['everyone']),
      sites: Object.fromEntries(some.map(([domain]) => [domain, purposesIn(ofSites[domain])])),
    },
    blocks: blocks === true,
  };
}

/** What is known of a site's banners, and what is to be done with them. */
export interface BannerReport extends BannerChoice {
  /** Whether that was chosen for this site, or holds for all. */
  readonly chosen: boolean;
  /** What was done last; `null`: nothing. */
  readonly last: Receipt | null;
}
