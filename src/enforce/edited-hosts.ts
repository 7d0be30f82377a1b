import type { Domain } from '#core/site.ts';

/** Hosts as match patterns take them: names in ASCII, and addresses. */
const HOST = /^(?:[\da-z_-]+(?:\.[\da-z_-]+)*|\[[\da-f:.]+\])$/u;

/** Has no subdomains. */
const ADDRESS = /^[\d.]+$|^\[/u;

/**
 * The match patterns for the requests to some domains and their subdomains, by the alphabet; `null` for every host.
 * @see https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function patternsOf(domains: readonly Domain[] | null): readonly string[] {
  if (domains === null) return ['*://*/*'];
  return [...new Set(domains)]
    .filter((domain) => HOST.test(domain))
    .map((domain) => (ADDRESS.test(domain) ? `*://${domain}/*` : `*://*.${domain}/*`))
    .sort();
}
