import type { Cookie } from '#core/cookie.ts';
import type { WebRequest } from '#core/request.ts';
import { type Domain, domainOf, domainOfHost } from '#core/site.ts';
import { likeliestNumber } from '#identify/may-be.ts';
import { isSealed } from '#identify/tokens.ts';
import type { Watching } from './watching.ts';

/** Cookies that were just taken for born in a sign-in, and that a script may turn out to have written. */
export interface Births {
  readonly note: (domain: Domain, birth: Birth) => void;
  /** Takes out those of this name that were noted within `WRITE_TOLD` before `at` (ms). */
  readonly take: (domain: Domain, name: string, at: number) => readonly Birth[];
}

interface Birth {
  readonly cookie: Cookie;
  readonly at: number;
}

/** Within so many ms a page tells which script wrote a cookie. */
const WRITE_TOLD = 10_000;
/** The latest are remembered. */
const MOST = 50;

/** None yet. */
export function noBirths(): Births {
  let births: readonly { readonly domain: Domain; readonly birth: Birth }[] = [];
  return {
    note: (domain, birth) => {
      births = [...births, { domain, birth }].slice(-MOST);
    },
    take: (domain, name, at) => {
      const fresh = births.filter(({ birth }) => at - birth.at <= WRITE_TOLD);
      const [taken, left] = [true, false].map((wanted) =>
        fresh.filter((one) => (one.domain === domain && one.birth.cookie.identifier.name === name) === wanted),
      );
      births = left ?? [];
      return (taken ?? []).map(({ birth }) => birth);
    },
  };
}

/** Whether a value can be what keeps somebody signed in: there is a random number in it, or it is sealed. */
function canSignIn({ value }: Cookie): boolean {
  return likeliestNumber(value) !== null || isSealed(value, value);
}

/** Whether this may be a birth at all: a new value that can sign in, and that no script was seen writing. */
function canBeBorn(watching: Watching, cookie: Cookie, on: readonly Domain[]): boolean {
  const { identifier, httpOnly } = cookie;
  if (watching.jar.isSame(cookie) || !canSignIn(cookie)) return false;
  const now = watching.now();
  return httpOnly || on.every((domain) => watching.recent.writerOf(domain, identifier.name, now) === null);
}

/** For how many ms a cookie, stored at `since` (ms), is to wait for the request that may have brought it. */
export async function waitsForRequest(watching: Watching, cookie: Cookie, since: number): Promise<number> {
  const own = domainOfHost(cookie.identifier.host);
  return canBeBorn(watching, cookie, [own]) ? await watching.signIns.lateFor(cookie, since) : 0;
}

/**
 * Notices that a cookie, stored at `since` (ms), came with the answer to a sign-in, so that it is judged as one that did.
 * The browser does not say which answer brought it: its time, its host and its tab's cookie store have to fit, no script
 * was seen writing it, and its value is a new one.
 */
export async function noticeBirth(
  watching: Watching,
  cookie: Cookie,
  { sites, since }: { readonly sites: readonly Domain[] | null; readonly since: number },
): Promise<void> {
  const { identifier, httpOnly } = cookie;
  const own = domainOfHost(identifier.host);
  const on = sites ?? [own];
  if (!canBeBorn(watching, cookie, on)) return;
  for (const tab of await watching.signIns.tabsBringing(cookie, since)) {
    if ((await watching.tabs.of(tab))?.store !== identifier.store) continue;
    const [domain = own] = on;
    await watching.notice(identifier, domain, { signIn: true });
    if (!httpOnly) watching.births.note(domain, { cookie, at: since });
    return;
  }
}

/** The same for a cookie in an answer that the browser holds up for us: it says itself which one. */
export async function noticeBirthInAnswer(
  watching: Watching,
  cookie: Cookie,
  { id, request }: { readonly id: string; readonly request: WebRequest },
): Promise<void> {
  if (domainOf(request.url) !== domainOfHost(cookie.identifier.host) || !canSignIn(cookie)) return;
  await watching.jar.ready;
  if (watching.jar.holds(cookie) || !(await watching.signIns.brings(id, cookie))) return;
  await watching.notice(cookie.identifier, request.topDomain, { signIn: true });
}
