import { lookAtCookie, removeCookie } from '#browser/cookies.ts';
import type { Cookie } from '#core/cookie.ts';
import type { Outcome } from '#core/outcome.ts';

/**
 * Sees to it that a cookie that was seen being stored is not kept, and looks afterwards. It may be gone already: a header
 * rule expires it in the very response that brings it. `since` and `now` in ms; never rejects for what browsers refuse.
 */
export async function takeCookie(
  cookie: Cookie,
  { since, now }: { readonly since: number; readonly now: () => number },
): Promise<Outcome> {
  if (!(await stillThere(cookie))) return { is: 'prevented' };
  await removeCookie(cookie).catch(refused);
  return (await stillThere(cookie))
    ? { is: 'failed', carriedBy: 0 }
    : { is: 'removed', afterMs: Math.max(0, Math.round(now() - since)), carriedBy: 0 };
}

/** A value that is another one by now is told, and dealt with, by itself. */
async function stillThere(cookie: Cookie): Promise<boolean> {
  return (await lookAtCookie(cookie.identifier))?.value === cookie.value;
}

/** A browser that refuses says so by an error; what came of it is looked up all the same. */
function refused(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}
