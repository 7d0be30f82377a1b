import type { CookieIdentifier } from '#core/identifier.ts';
import { parseSetCookie } from '#core/set-cookie.ts';
import type { Tried, Visit } from '#core/tried.ts';
import { likeliestNumber } from './may-be.ts';

/** What is compared: the part of a value that would be the number, else all of it. */
function compared(value: string): string {
  return likeliestNumber(value) ?? value;
}

/** What a visit left in a cookie's place; `null`: nothing, or what it set it also removed. `now` in ms since the epoch. */
function leftBy(visit: Visit, { host, hostOnly, path, name }: CookieIdentifier, now: number): string | null {
  let left: string | null = null;
  for (const { url, lines } of visit) {
    for (const line of lines) {
      const parsed = parseSetCookie(line, { url, now });
      if (!parsed.ok) continue;
      const { cookie } = parsed;
      if (cookie.name !== name || cookie.host !== host || cookie.hostOnly !== hostOnly || cookie.path !== path)
        continue;
      left = cookie.expires !== null && cookie.expires <= now ? null : cookie.value;
    }
  }
  return left;
}

/**
 * Compares what two visits without cookies were set in a cookie's place with each other, and with what is stored there
 * (`null`: nothing any more). What everybody gets is stored here too: the same for both that is not, tells nothing, nor
 * does one of several that are given out in turn. Values are compared and forgotten.
 */
export function compareVisits(
  visits: readonly [Visit, Visit],
  {
    identifier,
    stored,
    now,
  }: { readonly identifier: CookieIdentifier; readonly stored: string | null; readonly now: number },
): Exclude<Tried, 'unanswered'> {
  const [first, second] = visits.map((visit) => leftBy(visit, identifier, now));
  if (first === null && second === null) return 'unset';
  if (typeof first !== 'string' || typeof second !== 'string' || stored === null) return 'unclear';
  const here = compared(stored);
  const [one, other] = [compared(first), compared(second)];
  if (one === other) return one === here ? 'same' : 'unclear';
  return one === here || other === here ? 'unclear' : 'another';
}
