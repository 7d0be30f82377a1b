import { identifierKey } from '#core/identifier.ts';
import type { NumberReport, SiteReport } from '#core/report.ts';
import { inForce } from '#ui/standing.ts';

/** What the popup opens with. */
export type View =
  /** A number is held back, and none of the site's own is at work. */
  | { readonly is: 'held' }
  | { readonly is: 'blocked' }
  /** `now`: the number that came after; `null`: none yet. */
  | { readonly is: 'replaced'; readonly old: NumberReport; readonly now: NumberReport | null }
  | { readonly is: 'known'; readonly main: NumberReport }
  | { readonly is: 'empty' };

const DAY_MS = 86_400_000;

/** The site's own numbers at work. */
export function ownNumbers({ numbers }: Pick<SiteReport, 'numbers'>): readonly NumberReport[] {
  return numbers.filter(({ party }) => party === 'first');
}

/** The site's own number that was replaced as the person chose, where that is how its latest one ended. */
function replaced(site: SiteReport, now: number): NumberReport | undefined {
  const [main] = ownNumbers(site);
  const reset = site.past.filter(({ party, ended }) => party === 'first' && ended?.how === 'reset');
  const place = main === undefined ? null : identifierKey(main.identifier);
  // The one that stood where the present one stands: a site's products may have numbers of their own beside it.
  const last = reset.find(({ identifier }) => identifierKey(identifier) === place) ?? reset[0];
  if (last?.ended === undefined || last.ended === null) return undefined;
  // Once only, long ago: it is among the earlier numbers.
  return inForce(site.control)?.mode === 'reset' || now - last.ended.at < DAY_MS ? last : undefined;
}

/** What the popup opens with for a site; `now` in ms since the epoch. */
export function viewOf(site: SiteReport, now: number): View {
  const { control } = site;
  const own = ownNumbers(site);
  const [main] = site.numbers;
  if (control.held.length > 0 && own.length === 0) return { is: 'held' };
  const blocks = inForce(control)?.mode === 'block';
  // While it is paused, a blocked site may have a number again.
  if (blocks && (control.pause === null || own.length === 0)) return { is: 'blocked' };
  const old = replaced(site, now);
  if (old !== undefined) return { is: 'replaced', old, now: own[0] ?? null };
  return main === undefined ? { is: 'empty' } : { is: 'known', main };
}
