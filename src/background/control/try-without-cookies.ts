import { lookAtCookie, storeOfTab } from '#browser/cookies.ts';
import { getTab } from '#browser/tabs.ts';
import { visitTwiceWithoutCookies } from '#browser/visit-without-cookies.ts';
import { type CookieIdentifier, type Identifier, identifierKey } from '#core/identifier.ts';
import { type Domain, domainOf, domainOfHost } from '#core/site.ts';
import { mayTry, type Tried } from '#core/tried.ts';
import { parseUrl } from '#core/url.ts';
import { compareVisits } from '#identify/without-cookies.ts';
import { carryOut, type Deciding } from './decisions.ts';
import { lookAnew } from './look-anew.ts';

/** What is to be tried, and where. */
interface Trial {
  readonly identifier: CookieIdentifier;
  readonly domain: Domain;
  /** The page's address, without query and fragment: they may say who the person is. */
  readonly address: string;
}

/** Only a cookie of the page's own site, in an ordinary window, that two visits can say something of; else `null`. */
async function trialOf({ control }: Deciding, identifier: Identifier, tabId: number): Promise<Trial | null> {
  const tab = await getTab(tabId);
  const page = parseUrl(tab?.url ?? '');
  if (identifier.area !== 'cookie' || tab === null || storeOfTab(tab) !== identifier.store) return null;
  if (page === undefined || !/^https?:$/u.test(page.protocol)) return null;
  const domain = domainOf(page.href);
  if (domain === undefined || domain !== domainOfHost(identifier.host)) return null;
  const rows = await control.disk.tables.ofIdentifier(identifierKey(identifier));
  const row = rows.find((one) => one.domain === domain && !one.gone);
  if (row === undefined || row.verdict.ours !== undefined || !mayTry({ ...row.verdict, identifier })) return null;
  return { identifier, domain, address: `${page.origin}${page.pathname}` };
}

async function visited({ control }: Deciding, { identifier, address }: Trial): Promise<Tried> {
  const visits = await visitTwiceWithoutCookies(address);
  if (visits === null) return 'unanswered';
  const stored = (await lookAtCookie(identifier))?.value ?? null;
  return compareVisits(visits, { identifier, stored, now: control.now() });
}

/**
 * The person wants it tried: asks the page in a tab twice without any cookie, and compares what is set in a cookie's
 * place. What that tells counts at once, as a correction does. Rejects what cannot be tried.
 */
export async function tryWithoutCookies(
  deciding: Deciding,
  { identifier, tabId }: { readonly identifier: Identifier; readonly tabId: number },
): Promise<Tried> {
  const trial = await trialOf(deciding, identifier, tabId);
  if (trial === null) throw new Error('This cannot be tried here');
  const tried = await visited(deciding, trial);
  if (tried !== 'another' && tried !== 'same') return tried;
  await deciding.control.noticing.note(identifier, trial.domain, { withoutCookies: tried });
  const sites = await lookAnew(deciding, identifier);
  await carryOut(deciding, [...new Set([trial.domain, ...sites])]);
  return tried;
}
