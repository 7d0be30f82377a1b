import type { Evidence, Verdict } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { parseCookieLine } from './cookie-line.ts';
import type { Written } from './line.ts';

/** What a cookie that ends at once is judged as if it lasted: the browser may read its date otherwise. In seconds. */
const YEAR = 31_536_000;

/** The host this document's storage belongs to; an empty frame (`about:blank`) has that of the page it belongs to. */
function hostHere(): string {
  return URL.canParse(window.origin) ? new URL(window.origin).hostname : location.hostname;
}

function lifetimeOf({ area, line }: Written): Evidence['lifetime'] {
  if (area === 'local-storage') return 'never';
  if (line === null) return null;
  const at = Date.now();
  const { expires } = parseCookieLine(line, at);
  if (expires === null) return null;
  return expires <= at ? YEAR : Math.round((expires - at) / 1000);
}

/** What kind of thing a script is about to write, judged as everything stored is. */
export function judgeWritten(written: Written, party: Evidence['party']): Verdict {
  const { area, line } = written;
  // Of a cookie the line counts: name and value are what the page's world made of it.
  const { name, value } = line === null ? written : parseCookieLine(line, 0);
  return identify({ area, name, value, host: hostHere(), lifetime: lifetimeOf(written), httpOnly: false, party });
}
