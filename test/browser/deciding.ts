import type { PolicyReport } from '#core/control.ts';
import type { Identifier } from '#core/identifier.ts';
import type { Choice } from '#core/mode.ts';
import type { Policy } from '#core/policy.ts';
import type { TestBrowser } from '../support/browser.ts';
import { askView } from './world.ts';

export const ALLOW: Choice = { mode: 'allow' };
export const BLOCK: Choice = { mode: 'block' };
export const RESET: Choice = { mode: 'reset', rhythm: { every: 'visit' } };

export const SHOP_DOMAIN = 'halden-audio.example';
export const ZOO_DOMAIN = 'cookie-zoo.example';

/** Chooses for a site, as the popup's button does; settles when it was carried out. */
export async function choose(browser: TestBrowser, domain: string, choice: Choice | null): Promise<void> {
  await askView(browser, 'choose', { domain, choice });
}

/** Chooses for one identifier. */
export async function chooseForThis(
  browser: TestBrowser,
  domain: string,
  chosen: { readonly identifier: Identifier; readonly choice: Choice | null },
): Promise<void> {
  await askView(browser, 'chooseForThis', { domain, ...chosen });
}

/** Says what numbers may do until the person decides. */
export async function undecided(browser: TestBrowser, may: Policy['undecided']): Promise<void> {
  await askView<PolicyReport>(browser, 'changeUndecided', may);
}
