import type { HeaderEditor } from '#browser/header-edits.ts';
import type { SeenRequest } from '#browser/requests.ts';
import { carriedCookies } from '#core/carried.ts';
import type { Cookie } from '#core/cookie.ts';
import type { WebRequest } from '#core/request.ts';
import type { SetCookie } from '#core/set-cookie.ts';
import { domainOfHost, siteOf } from '#core/site.ts';
import { parseUrl } from '#core/url.ts';
import { enforcedEvent, isWithheld, takenOf, whyTaken, type Enforceable } from '#enforce/acted.ts';
import { type CookiePair, editCookie, editSetCookie } from '#enforce/edit-headers.ts';
import { noticeBirthInAnswer } from '#observe/births.ts';
import { inContext } from '#observe/request-context.ts';
import { SENT } from '#observe/sent-cookies.ts';
import { sightingOf } from '#observe/sighting.ts';
import type { Watching } from '#observe/watching.ts';
import { aboutHere, type Control, decideApart, occasion } from './control.ts';
import { lookForCookie } from './withhold.ts';

/** A cookie taken out of a response, and why. */
interface TakenOut {
  readonly cookie: Cookie;
  readonly decision: Enforceable;
  readonly request: WebRequest;
}

/** Cookies taken out of responses that are not answered yet, by the browser's id of the request. */
export type TakenFromHeaders = Map<string, readonly TakenOut[]>;

/** Lest a flood fill the memory. */
const MOST = 2000;

function toCookie(set: SetCookie, { store, topSite }: WebRequest): Cookie {
  const { host, hostOnly, path, name, value, httpOnly, secure, sameSite, expires, partitioned } = set;
  const partition = partitioned ? { topLevelSite: topSite } : null;
  const identifier = { area: 'cookie', store, partition, host, hostOnly, path, name } as const;
  return { identifier, value, httpOnly, secure, sameSite, expires };
}

function crossed(request: WebRequest): string | null {
  return siteOf(request.url) === request.topSite ? null : request.topSite;
}

async function decideOnSent(control: Control, cookie: Cookie, request: WebRequest): Promise<Enforceable | null> {
  const { topDomain: domain, at } = request;
  const about = await aboutHere(control, cookie.identifier);
  const { verdict } = sightingOf(cookie, { domain, now: at, setBy: { how: 'response', basis: 'stated' }, about });
  const question = { identifier: cookie.identifier, kind: verdict.kind, on: [domain] };
  const decision = await decideApart(control, question, crossed(request));
  return isWithheld(decision) ? decision : null;
}

/** The lines of one response are told apart by all they say. */
function fingerprint(set: SetCookie): string {
  return JSON.stringify([set.name, set.host, set.hostOnly, set.path, set.value, set.partitioned]);
}

/** Edits headers as decided, where the browser lets us (Firefox), and remembers what was taken out. */
export function editAsDecided(control: Control, watching: Watching, taken: TakenFromHeaders): HeaderEditor {
  return {
    response: async (seen, headers) => {
      const request = await inContext(watching, seen);
      if (request === null) return headers;
      const received = { url: seen.url, now: control.now() };
      const found: SetCookie[] = [];
      editSetCookie(headers, { ...received, mayKeep: (set) => found.push(set) > 0 });
      const decided = await Promise.all(
        found.map(async (set) => {
          const cookie = toCookie(set, request);
          await noticeBirthInAnswer(watching, cookie, { id: seen.id, request });
          return [fingerprint(set), await decideOnSent(control, cookie, request)] as const;
        }),
      );
      const decisions = new Map(decided);
      // What a line removes is no number that is given.
      const mayKeep = (set: SetCookie): boolean =>
        (decisions.get(fingerprint(set)) ?? null) === null || (set.expires !== null && set.expires <= received.now);
      const edited = editSetCookie(headers, { ...received, mayKeep });
      if (edited.withheld.length === 0) return headers;
      note(taken, seen, withDecisions(edited.withheld, decisions, request));
      return edited.headers;
    },
    request: async (seen, header) => {
      const request = await inContext(watching, seen);
      const asked = parseUrl(seen.url);
      if (request === null || asked === undefined) return header;
      await watching.jar.ready;
      const known = carriedCookies(request, watching.jar.ofDomain(domainOfHost(asked.hostname)), SENT);
      const doomed: Cookie[] = [];
      for (const cookie of [...known, ...untold(header, known, { request, host: asked.hostname })]) {
        if ((await decideOnSent(control, cookie, request)) !== null) doomed.push(cookie);
      }
      if (doomed.length === 0) return header;
      return editCookie(
        header,
        ({ name, value }) => !doomed.some(({ identifier, value: held }) => identifier.name === name && held === value),
      );
    },
  };
}

/** Cookies of a header that the browser has not told of yet: a script may have written one just before. */
function untold(
  header: string,
  known: readonly Cookie[],
  { request, host }: { readonly request: WebRequest; readonly host: string },
): readonly Cookie[] {
  const told = new Set(known.map(({ identifier }) => identifier.name));
  const pairs: CookiePair[] = [];
  editCookie(header, (pair) => pairs.push(pair) > 0);
  return pairs
    .filter(({ name }) => !told.has(name))
    .map(({ name, value }) => {
      const place = { store: request.store, partition: null, host, hostOnly: true, path: '/' } as const;
      const rest = { httpOnly: false, secure: false, sameSite: 'unspecified', expires: null } as const;
      return { identifier: { area: 'cookie', name, ...place }, value, ...rest };
    });
}

function withDecisions(
  withheld: readonly SetCookie[],
  decisions: ReadonlyMap<string, Enforceable | null>,
  request: WebRequest,
): readonly TakenOut[] {
  return withheld.flatMap((set) => {
    const decision = decisions.get(fingerprint(set)) ?? null;
    return decision === null ? [] : [{ cookie: toCookie(set, request), decision, request }];
  });
}

function note(taken: TakenFromHeaders, { id }: SeenRequest, more: readonly TakenOut[]): void {
  if (taken.size >= MOST) taken.clear();
  taken.set(id, [...(taken.get(id) ?? []), ...more]);
}

/** The response has been dealt with by the browser: looks whether what was taken out of it is really not there. */
export async function tellTakenOut(control: Control, taken: TakenFromHeaders, request: string): Promise<void> {
  const out = taken.get(request) ?? [];
  taken.delete(request);
  for (const { cookie, decision, request: of } of out) {
    const setBy = { how: 'response', basis: 'verified' } as const;
    const about = await aboutHere(control, cookie.identifier);
    const sighting = sightingOf(cookie, { domain: of.topDomain, now: control.now(), setBy, about });
    const outcome = await lookForCookie(sighting);
    const wasTaken = takenOf(cookie, { why: whyTaken(decision), setBy });
    const told = { sighting, decision, outcome, met: 'given', taken: wasTaken } as const;
    await control.take([enforcedEvent(occasion(control, of.topDomain, cookie.identifier.store), told)]);
  }
}
