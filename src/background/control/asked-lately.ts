import { carriedCookies } from '#core/carried.ts';
import type { Cookie } from '#core/cookie.ts';
import type { WebRequest } from '#core/request.ts';
import { domainOf, domainOfHost } from '#core/site.ts';

/** How long requests are remembered, in ms. */
const WINDOW = 5000;
const MOST = 300;
/** How long after its response a cookie may be told, in ms. */
const LATE = 1000;

interface Asked {
  readonly id: string;
  readonly request: WebRequest;
  /** ms since the epoch; `null` while it is under way. */
  answeredAt: number | null;
}

/** Requests of a moment ago, where the browser does not show what they carried (Chromium). */
export interface AskedLately {
  readonly began: (id: string, request: WebRequest) => void;
  readonly answered: (id: string, at: number) => void;
  /** How many began after the response that brought a cookie, which was told at `told` (ms), and so carried it. */
  readonly count: (cookie: Cookie, told: number) => number;
}

/** Whatever the browser may hold back is taken to be sent: rather one too many than one too few. */
const ANY = { thirdPartyCookies: true, unspecifiedIsLax: false } as const;

/** Nothing asked yet. In memory only, and not for long. */
export function rememberAsked(): AskedLately {
  let asked: readonly Asked[] = [];
  return {
    began: (id, request) => {
      const one: Asked = { id, request, answeredAt: null };
      asked = [...asked.slice(-MOST), one].filter((other) => request.at - other.request.at < WINDOW);
    },
    answered: (id, at) => {
      for (const one of asked) if (one.id === id && one.answeredAt === null) one.answeredAt = at;
    },
    count: (cookie, told) => {
      const own = domainOfHost(cookie.identifier.host);
      const there = asked.filter(({ request }) => domainOf(request.url) === own);
      const answers = there.flatMap(({ answeredAt }) =>
        answeredAt !== null && answeredAt <= told ? [answeredAt] : [],
      );
      // On a busy machine a cookie is told late: it came with any answer of the last second.
      const late = answers.filter((at) => told - at < LATE);
      const brought = late.length > 1 ? Math.min(...late) : Math.max(...answers);
      // One that was answered by then began before, were it in the same millisecond.
      const after = there.filter(
        ({ request, answeredAt }) =>
          request.at >= brought && request.at <= told && (answeredAt === null || answeredAt > brought),
      );
      return after.filter(({ request }) => carriedCookies(request, [cookie], ANY).length > 0).length;
    },
  };
}
