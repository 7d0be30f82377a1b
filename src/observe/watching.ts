import type { Cookie } from '#core/cookie.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { Identifier } from '#core/identifier.ts';
import type { News } from '#core/noticed.ts';
import type { Domain } from '#core/site.ts';
import type { Births } from './births.ts';
import type { CrossSiteCookies } from './cross-site-cookies.ts';
import type { Following } from './following.ts';
import type { Jar } from './jar.ts';
import type { Known } from './known.ts';
import type { Mirrors } from './mirrors.ts';
import type { People } from './people.ts';
import type { Queue } from './queue.ts';
import type { Recent } from './recent.ts';
import type { About } from './sighting.ts';
import type { SignIns } from './sign-ins.ts';
import type { Sockets } from './sockets.ts';
import type { TabContexts } from './tab-contexts.ts';
import type { ToldBodies } from './told-bodies.ts';
import type { Unexplained } from './unexplained.ts';
import type { Unsure } from './unsure.ts';
import type { Wiped } from './wiped.ts';
import type { Withholding } from './withholding.ts';

/** What the observers share. */
export interface Watching {
  readonly jar: Jar;
  readonly known: Known;
  readonly following: Following;
  readonly recent: Recent;
  readonly unexplained: Unexplained;
  readonly unsure: Unsure;
  readonly signIns: SignIns;
  readonly people: People;
  readonly births: Births;
  /** Cookies that wait for the request that brought them: what they are is not known before it is told. */
  readonly waiting: Set<Cookie>;
  readonly toldBodies: ToldBodies;
  readonly mirrors: Mirrors;
  /** Web sockets that the browser told of: tab and address. */
  readonly sockets: Sockets;
  readonly wiped: Wiped;
  readonly tabs: TabContexts;
  /** Keeps what happened in the order it was told. */
  readonly queue: Queue;
  readonly crossSite: CrossSiteCookies;
  /** Carries decisions out as things happen. */
  readonly withholding: Withholding;
  /** What is known of a stored value beyond itself. */
  readonly aboutOf: (identifier: Identifier) => Promise<About>;
  /** Notes what a look at a stored value does not tell; resolves to whether it was new. */
  readonly notice: (identifier: Identifier, domain: Domain, news: News) => Promise<boolean>;
  /** Has something done so many ms later, in its turn. */
  readonly later: (ms: number, run: () => Promise<void>) => void;
  /** Puts events into the ledger; resolves once they are kept. */
  readonly take: (events: readonly LedgerEvent[]) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
}
