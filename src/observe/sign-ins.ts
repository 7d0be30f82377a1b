import type { SeenRequest } from '#browser/requests.ts';
import type { KeyedStorage } from '#browser/storage.ts';
import { domainMatches } from '#core/carried.ts';
import type { Cookie } from '#core/cookie.ts';
import { type Domain, domainOf, domainOfHost } from '#core/site.ts';
import { parseUrl } from '#core/url.ts';
import { answersSignIn } from '#decode/sign-in.ts';
import { startQueue } from './queue.ts';

/** For so long after a password was typed a site's answers may sign in, in ms. */
const TYPED_COUNTS = 600_000;
/** A page tells of its password field a moment after it sent the form, in ms. */
const TOLD_LATE = 1000;
/** The browser tells of a cookie shortly before or after it tells of the answer that brought it, in ms. */
const COOKIE_LATE = 200;
/** Firefox may tell of a cookie so long before it tells of the request that brought it, in ms. */
export const REQUEST_LATE = 250;
/** An answer explains a cookie that is told so long after it, in ms. */
const EXPLAINS = 50;
/** A request that is never answered is forgotten, in ms. */
const NEVER_ANSWERED = 60_000;
/** Lest a flood fill the memory: the oldest go. */
const MOST = 200;

const KEY = 'passwords-typed';

/** What a cookie is recognised by as one that an answer may have set. */
export type Settable = Pick<Cookie, 'identifier' | 'httpOnly'>;

/** Which answers of sites are answers to a sign-in. What was typed is not known here, only that it was. */
export interface SignIns {
  /** The person filled a password field in a frame of this site, in this tab, at `at` (ms). */
  readonly typed: (tab: number, domain: Domain, at: number) => void;
  /** A request began, or goes on after a redirect. Call as the browser tells it. */
  readonly began: (request: SeenRequest) => void;
  /** A request was answered at `at` (ms), by the browser's id of it; a redirect is an answer. */
  readonly answered: (id: string, at: number) => void;
  /** For how many ms the request that brought this cookie at `at` (ms) may still be told; 0: it is known, or told first. */
  readonly lateFor: (cookie: Settable, at: number) => Promise<number>;
  /** The tabs in which an answer to a sign-in may have set this cookie at `at` (ms). */
  readonly tabsBringing: (cookie: Settable, at: number) => Promise<readonly number[]>;
  /** Whether the answer to this very request, by the browser's id of it, may sign in with this cookie. */
  readonly brings: (id: string, cookie: Settable) => Promise<boolean>;
  /**
   * The site that this very navigation, by the browser's id of it, brings the person back from, where they signed in;
   * `null`: it does not. Told once.
   */
  readonly signedInAt: (id: string, domain: Domain) => Promise<Domain | null>;
  /** A tab was closed: what was typed in it is over. */
  readonly closed: (tab: number) => void;
  /** Forgets what was typed on a site; `null`: everywhere. */
  readonly forget: (domain: Domain | null) => Promise<void>;
}

/** That a password was typed. */
interface Typed {
  readonly tab: number;
  readonly domain: Domain;
  readonly at: number;
}

/** A request whose answer signs in, if a password was typed or the person came back from where they signed in. */
interface Answer {
  readonly id: string;
  readonly tab: number;
  readonly domain: Domain;
  /** The hosts that answer: more than one where they redirect within their site. */
  readonly hosts: ReadonlySet<string>;
  /** Counts without a password: it was typed elsewhere. */
  readonly cameBack: boolean;
  /** The site they signed in at, as long as nobody has told; `null`: there may be none. */
  readonly signedInAt: Domain | null;
  /** A script asked, as one does for much else: only what no script can read counts. */
  readonly byScript: boolean;
  readonly from: number;
  /** When it began last, after a redirect too. */
  readonly last: number;
  /** When it was answered last; `null`: it is under way. */
  readonly until: number | null;
}

/** A navigation of a tab, with the sites it came through. */
interface Way {
  readonly through: ReadonlySet<Domain>;
}

/** What is not the same in every browser. */
interface Lateness {
  readonly now: () => number;
  /** Whether the browser may tell of a cookie before it tells of the request that brought it. */
  readonly cookiesFirst: boolean;
}

function isTyped(value: unknown): value is Typed {
  const { tab, domain, at } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Typed>;
  return typeof tab === 'number' && typeof domain === 'string' && typeof at === 'number';
}

/** The fields of a form that is posted, where the browser shows them. */
function formOf({ body }: SeenRequest): string {
  return body.state === 'shown' && typeof body.body === 'string' ? body.body : '';
}

function dropOldest(of: Map<string, unknown>): void {
  for (const key of of.keys()) {
    if (of.size <= MOST) return;
    of.delete(key);
  }
}

function originOf({ initiator }: SeenRequest): Domain | null {
  return initiator === null ? null : (domainOf(initiator) ?? null);
}

/** A password is sent by a page to its own site, and never in an address. */
function sendsForm(request: SeenRequest, domain: Domain): boolean {
  const { method, resource } = request;
  const able = resource === 'main_frame' || resource === 'sub_frame' || resource === 'xmlhttprequest';
  return able && (method === 'POST' || method === 'PUT') && originOf(request) === domain;
}

/**
 * Begins with where a password was typed in this browser session: `storage` keeps that in memory, since the background may
 * be stopped before the form is sent.
 */
export function rememberSignIns(storage: KeyedStorage, { now, cookiesFirst }: Lateness): SignIns {
  const turns = startQueue();
  const answers = new Map<string, Answer>();
  const ways = new Map<string, Way>();
  /** Whom the requests under way ask, by their ids, and when each site answered last (ms). */
  const asking = new Map<string, Domain>();
  const answered = new Map<Domain, number>();
  let typed: readonly Typed[] = [];

  const inTurn = (task: () => void | Promise<void>): void => void turns.add(task).catch(globalThis.reportError);
  const keepTyped = async (next: readonly Typed[]): Promise<void> => {
    typed = next.slice(-MOST);
    if (typed.length === 0) await storage.remove([KEY]);
    else await storage.set({ [KEY]: typed });
  };
  const signsIn = ({ tab, domain, cameBack, from }: Answer): boolean =>
    cameBack ||
    typed.some(
      (one) => one.tab === tab && one.domain === domain && from > one.at - TOLD_LATE && from - one.at <= TYPED_COUNTS,
    );
  const mayHold = ({ hosts, byScript }: Answer, { identifier, httpOnly }: Settable): boolean =>
    (httpOnly || !byScript) && [...hosts].some((host) => domainMatches(host, identifier));
  const isOver = ({ last, until }: Answer, at: number): boolean =>
    at > (until === null ? last + NEVER_ANSWERED : until + COOKIE_LATE);

  const began = (request: SeenRequest): void => {
    const { id, url, tab, at, resource } = request;
    const [domain, host] = [domainOf(url), parseUrl(url)?.hostname];
    if (domain === undefined || host === undefined || tab < 0) return;
    asking.set(id, domain);
    dropOldest(asking);
    const key = `${id}|${domain}`;
    const running = answers.get(key);
    const from = resource === 'main_frame' ? cameFrom(request, domain) : null;
    const cameBack = from !== null && (request.method === 'POST' || answersSignIn(url));
    const signedIn = from !== null && answersSignIn(url, formOf(request));
    if (running === undefined && !cameBack && !sendsForm(request, domain)) return;
    for (const [other, answer] of answers) if (isOver(answer, at)) answers.delete(other);
    answers.set(key, {
      id,
      tab,
      domain,
      hosts: new Set([...(running?.hosts ?? []), host]),
      cameBack: cameBack || (running?.cameBack ?? false),
      signedInAt: (signedIn ? from : running?.signedInAt) ?? null,
      byScript: resource === 'xmlhttprequest',
      from: Math.min(running?.from ?? at, at),
      last: at,
      until: null,
    });
    dropOldest(answers);
  };
  /** Notes the way, and the last other site that it came through. */
  const cameFrom = (request: SeenRequest, domain: Domain): Domain | null => {
    const from = originOf(request);
    const through = ways.get(request.id)?.through ?? new Set(from === null ? [] : [from]);
    ways.set(request.id, { through: new Set([...through, domain]) });
    dropOldest(ways);
    return [...through].findLast((other) => other !== domain) ?? null;
  };

  const tabsBringing = ({ cookie, at }: { readonly cookie: Settable; readonly at: number }): readonly number[] =>
    [...answers.values()]
      .filter((answer) => at >= answer.from && !isOver(answer, at) && signsIn(answer) && mayHold(answer, cookie))
      .map(({ tab }) => tab);
  /** Whether a request brought the cookie that may be one to sign in and is not told yet; a script may have set others. */
  const mayBeLate = ({ identifier, httpOnly }: Settable, at: number): boolean => {
    const domain = domainOfHost(identifier.host);
    if (typed.some((one) => one.domain === domain && at - one.at <= TYPED_COUNTS)) return true;
    const explained = [...asking.values()].includes(domain) || at - (answered.get(domain) ?? -Infinity) <= EXPLAINS;
    return httpOnly && !explained;
  };

  inTurn(async () => {
    const held = await storage.get(KEY);
    typed = Array.isArray(held) ? held.filter((one) => isTyped(one)) : [];
  });
  return {
    typed: (tab, domain, at) => {
      if (tab < 0) return;
      inTurn(async () => {
        const others = typed.filter(
          (one) => at - one.at <= TYPED_COUNTS && !(one.tab === tab && one.domain === domain),
        );
        await keepTyped([...others, { tab, domain, at }]);
      });
    },
    began: (request) => inTurn(() => began(request)),
    answered: (id, at) =>
      inTurn(() => {
        for (const [key, answer] of answers)
          if (answer.id === id && answer.until === null) answers.set(key, { ...answer, until: at });
        const asked = asking.get(id);
        asking.delete(id);
        if (asked !== undefined) answered.set(asked, at);
        dropOldest(answered);
      }),
    lateFor: async (cookie, at) => {
      if (!cookiesFirst) return 0;
      const known = await turns.add(() => tabsBringing({ cookie, at }).length > 0 || !mayBeLate(cookie, at));
      return known ? 0 : Math.max(0, at + REQUEST_LATE - now());
    },
    tabsBringing: async (cookie, at) => await turns.add(() => tabsBringing({ cookie, at })),
    brings: async (id, cookie) =>
      await turns.add(() =>
        [...answers.values()].some(
          (answer) => answer.id === id && answer.until === null && signsIn(answer) && mayHold(answer, cookie),
        ),
      ),
    signedInAt: async (id, domain) =>
      await turns.add(() => {
        const key = `${id}|${domain}`;
        const answer = answers.get(key);
        if (answer !== undefined) answers.set(key, { ...answer, signedInAt: null });
        return answer?.signedInAt ?? null;
      }),
    closed: (tab) => {
      inTurn(async () => {
        if (typed.some((one) => one.tab === tab)) await keepTyped(typed.filter((one) => one.tab !== tab));
      });
    },
    forget: async (domain) =>
      await turns.add(async () => await keepTyped(domain === null ? [] : typed.filter((one) => one.domain !== domain))),
  };
}
