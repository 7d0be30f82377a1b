import type { PageScript } from '#browser/scripts.ts';
import { type GpcPreference, gpcExceptions } from '#core/gpc.ts';
import { EVERYWHERE, matchPattern } from './page-scripts.ts';

/** How the id of this registration begins; those of scripts that hold begin otherwise. */
export const GPC_SCRIPT = 'gpc-';

/**
 * The registration that gives pages `navigator.globalPrivacyControl`, none where it is on nowhere. A frame goes by its own
 * address: a browser cannot be asked to run a script by the page in the tab.
 */
export function gpcScripts(preference: GpcPreference, file: string): readonly PageScript[] {
  const sites = gpcExceptions(preference).map((site) => matchPattern(site));
  if (!preference.everyone && sites.length === 0) return [];
  const where = preference.everyone
    ? { matches: EVERYWHERE, excludeMatches: sites }
    : { matches: sites, excludeMatches: [] };
  return [{ id: `${GPC_SCRIPT}says-so`, file, ...where }];
}
