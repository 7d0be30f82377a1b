import type { Identifier } from './identifier.ts';
import type { Kind, Reason } from './verdict.ts';

/** One answer on the way of a visit; a redirect is one too. */
export interface Hop {
  readonly url: string;
  /** Its `Set-Cookie` lines, in order. */
  readonly lines: readonly string[];
}

/** A visit without cookies, as it was answered: first the redirects, last the page. */
export type Visit = readonly Hop[];

/**
 * What came of two visits without cookies: they were set another number each, or the very same that is stored here;
 * neither, so that nothing is told; none of them was set anything in its place; or the site did not answer.
 */
export type Tried = 'another' | 'same' | 'unclear' | 'unset' | 'unanswered';

/** What is known of a stored value that may be tried. */
interface Judged {
  readonly identifier: Identifier;
  readonly kind: Kind;
  readonly vendor?: string | null;
  readonly reasons: readonly Reason[];
}

/** The jar of ordinary windows, outside containers, which may ask through networks of their own. */
const ORDINARY = /^(?:0|firefox-default)$/u;

/**
 * Whether two visits could change what a value is taken for: a cookie that is judged by its chance alone. Known formats
 * and names say more than visits do, and a login or cart is nobody's to ask for.
 */
export function mayTry({ identifier, kind, vendor = null, reasons }: Judged): boolean {
  if (identifier.area !== 'cookie' || identifier.partition !== null || vendor !== null) return false;
  if (!ORDINARY.test(identifier.store)) return false;
  if (kind !== 'random-id' && kind !== 'unknown') return false;
  return reasons.some(({ says }) => says === 'uuid' || says === 'randomBits');
}
