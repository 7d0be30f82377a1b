import { report, seenOn } from './cookies.ts';
import type { Watching } from './watching.ts';
import type { Document } from './withholding.ts';

/** A page's scripts wrote cookies of these names: those were not born in a sign-in. Call in its turn. */
export async function takeBirthsBack(
  watching: Watching,
  writes: readonly { readonly name: string }[],
  { domain, store }: Pick<Document, 'domain' | 'store'>,
): Promise<void> {
  const at = watching.now();
  const births = writes.flatMap(({ name }) => watching.births.take(domain, name, at));
  for (const { cookie } of births) {
    if (cookie.identifier.store !== store) continue;
    await watching.notice(cookie.identifier, domain, { signIn: false });
    watching.take(await seenOn(watching, cookie, { sites: [domain], since: at })).catch(report);
  }
}
