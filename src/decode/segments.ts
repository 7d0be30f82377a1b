import { decodePercent } from '#core/percent.ts';
import { parseUrl } from '#core/url.ts';

/** Deeper or longer paths are read up to here. */
const SEGMENTS = 24;
const PATH_LENGTH = 2048;

/** Where an address leads on its site: the decoded segments of its path, and its query. */
interface Way {
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

function wayOf(path: string, query: string): Way {
  const segments = path.slice(0, PATH_LENGTH).split('/', SEGMENTS);
  return {
    segments: segments.map((segment) => decodePercent(segment).trim()).filter((segment) => segment !== ''),
    query: new URLSearchParams(query.slice(0, PATH_LENGTH * 4)),
  };
}

/**
 * Parses an address into its way. A single-page application may keep it in the fragment (`/#/hi-fi?q=car`); that
 * counts where the path itself is the root. `undefined` for what is no URL of the web.
 */
export function parseWay(url: string): Way | undefined {
  const parsed = parseUrl(url);
  if (parsed === undefined || !/^https?:$/u.test(parsed.protocol)) return undefined;
  const hash = /^#!?(\/[^?]*)\??(.*)$/su.exec(parsed.hash.slice(0, PATH_LENGTH * 4));
  if (parsed.pathname === '/' && parsed.search === '' && hash !== null) return wayOf(hash[1] ?? '', hash[2] ?? '');
  return wayOf(parsed.pathname, parsed.search);
}
