import type { PageAddress } from '#core/event.ts';
import { parseUrl } from '#core/url.ts';
import { plainText } from '#core/plain-text.ts';

const WEB = new Set(['http:', 'https:', 'ws:', 'wss:']);

const PATH_LENGTH = 300;
const PARAMETERS = 40;
const NAME_LENGTH = 60;
/** Longer queries are read up to here: hundreds of parameters say no more than the first forty. */
const QUERY_LENGTH = 16_384;

function parameterNames(search: string): string[] {
  const names = new Set<string>();
  for (const name of new URLSearchParams(search.slice(0, QUERY_LENGTH)).keys()) {
    if (names.size === PARAMETERS) break;
    const plain = plainText(name, NAME_LENGTH);
    if (plain !== '') names.add(plain);
  }
  return [...names];
}

/**
 * What is kept of an address: origin, path (at most 300 characters) and the names of its first 40 different parameters,
 * without their values, credentials or fragment. `null` for what is no URL of the web.
 */
export function addressOf(url: string): PageAddress | null {
  const parsed = parseUrl(url);
  if (parsed === undefined || !WEB.has(parsed.protocol)) return null;
  return {
    origin: parsed.origin,
    path: parsed.pathname.slice(0, PATH_LENGTH),
    parameters: parameterNames(parsed.search),
  };
}
