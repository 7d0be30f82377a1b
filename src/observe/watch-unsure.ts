import type { Cookie } from '#core/cookie.ts';
import { ourVerdict } from '#core/correction.ts';
import type { Domain } from '#core/site.ts';
import type { Verdict } from '#core/verdict.ts';
import { mayBeNumber } from '#identify/may-be.ts';
import { samenessOf } from './unsure.ts';
import type { Watching } from './watching.ts';

/** Keeps an eye on a cookie that may be a number: whether it stays the same, and whether pages send it on. */
export async function watchUnsure(
  watching: Watching,
  { cookie, domain, verdict }: { readonly cookie: Cookie; readonly domain: Domain; readonly verdict: Verdict },
): Promise<void> {
  const { unsure } = watching;
  if (unsure.has(domain, cookie)) return;
  const number = mayBeNumber(cookie.value, ourVerdict(verdict));
  // What no script can read, no page can send on; and people stay signed in for weeks.
  if (number === null || cookie.httpOnly) {
    unsure.drop(domain, cookie);
    return;
  }
  unsure.note(domain, { cookie, number });
  const { noticed } = await watching.aboutOf(cookie.identifier);
  const same = samenessOf(number, noticed?.same ?? null, watching.now());
  if (same !== null) await watching.notice(cookie.identifier, domain, { same });
}
