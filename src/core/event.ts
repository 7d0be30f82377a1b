import type { ConsentRecord } from './consent.ts';
import type { GivenHow, GivenKind } from './given.ts';
import type { Deed, Facts, Limit, Personal, Stream, VendorName } from './hit.ts';
import type { Form } from './followed.ts';
import type { ContactSent } from './person.ts';
import type { Identifier } from './identifier.ts';
import type { Act } from './outcome.ts';
import type { Receipt } from './receipt.ts';
import type { Domain } from './site.ts';
import type { Basis, Verdict } from './verdict.ts';
import type { Declared } from './visit.ts';

/**
 * How a value came to be stored, and how that is known: `seen` by the guard, `stated` by an HttpOnly flag (no script can
 * set one), or `inferred` because no script was seen writing it.
 */
export type SetBy =
  | { readonly how: 'response'; readonly basis: Basis }
  | { readonly how: 'script'; readonly script: string | null; readonly basis: 'verified' }
  /** It was there before Known As: nothing is known about its past. */
  | { readonly how: 'found' };

export type Party = 'first' | 'third';

/** When a value may be dropped: ms since the epoch; with the browser session or tab; or never. */
export type Expiry = number | 'session' | 'never';

/** One identifier, seen once, on one site. */
export interface Sighting {
  readonly identifier: Identifier;
  /** Kept whole only for a `random-id`; otherwise a short preview, or nothing where it may be a secret. */
  readonly value: string;
  readonly verdict: Verdict;
  readonly party: Party;
  readonly setBy: SetBy;
  readonly expires: Expiry;
}

/** How a number travelled in a request: in the Cookie header, the address, the referrer, the body, or into a web socket. */
export type Carriage = 'cookie' | 'address' | 'referrer' | 'body' | 'message';

/** One number that one request carried. */
export interface Carried {
  readonly identifier: Identifier;
  readonly as: Carriage;
  /** The parameter that held it, where it was in the address and had a name. */
  readonly parameter: string | null;
  /** In which form it stood there; none for a cookie, which holds it as it is. */
  readonly form?: Form;
  /** The site it is at work on, where that is another one than the request's. */
  readonly of?: Domain;
}

/**
 * What became of a request: it was answered; it never left, so that what it holds is recorded nowhere (`never`); or it was
 * sent and no answer was seen, as where a page goes away meanwhile, or may not read the answer (`unknown`).
 */
export type Arrival = 'answered' | 'never' | 'unknown';

/** One event that a request told of, as it is kept: what may be a person's own words or name is left out. */
export interface ToldEvent {
  /** As the vendor or the site calls it. */
  readonly name: string;
  readonly deed: Deed;
  /** Addresses without the values of their parameters, but for what was searched for. */
  readonly facts: Facts;
  /** Names of what was bought or looked at, or its numbers where it has none. */
  readonly items: readonly string[];
  readonly personal: readonly Personal[];
}

/** What a request told, and to whom. */
export interface Telling {
  /** `null`: in no vendor's form that is known. */
  readonly vendor: VendorName | null;
  /** How that is known: by the form of the request, or because it went to the vendor's own host. `names`: it is not. */
  readonly by: 'shape' | 'host' | 'names';
  /** In their order, at most 20. */
  readonly events: readonly ToldEvent[];
  /** How many there were. */
  readonly count: number;
  readonly stream: Stream | null;
  /** `not-shown`: the browser keeps the body to itself. */
  readonly limits: readonly (Limit | 'not-shown')[];
}

interface Happened {
  /** Unique. What pages tell (visited, left, time) may come twice: then the second changes nothing. */
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
  /** The site (top-level page) it happened on. */
  readonly domain: Domain;
  /** The browser's cookie store, so that containers stay apart. */
  readonly store: string;
}

/** A page's address as it is kept: query values are left out unless they are named evidence. */
export interface PageAddress {
  readonly origin: string;
  readonly path: string;
  /** Parameter names in order, without values. */
  readonly parameters: readonly string[];
}

/** Everything the ledger remembers, in order. */
export type LedgerEvent =
  | (Happened & {
      readonly type: 'number-seen';
      readonly sighting: Sighting;
      /** When the site's latest page was asked for (ms): a page that was open before is not the one it came with. */
      readonly askedAt?: number;
    })
  /** The setter of a number became known after the number itself. */
  | (Happened & { readonly type: 'number-set-by'; readonly name: string; readonly setBy: SetBy })
  | (Happened & {
      readonly type: 'number-gone';
      readonly identifier: Identifier;
      readonly cause: 'expired' | 'removed' | 'evicted';
    })
  | (Happened & {
      readonly type: 'page-visited';
      readonly page: string;
      /** The tab it is in: a page is over when the next one opens there. */
      readonly tab: number;
      readonly how: 'load' | 'history';
      readonly address: PageAddress;
      readonly section: string;
      readonly search: SearchEvidence | null;
      readonly order: OrderEvidence | null;
      /** The other site that it was linked from, where the link brought somebody's number along. */
      readonly from?: Domain;
    })
  | (Happened & { readonly type: 'page-left'; readonly page: string; readonly tab: number })
  | (Happened & {
      readonly type: 'time-spent';
      readonly page: string;
      /** Visible time since the last report of this page. */
      readonly milliseconds: number;
      readonly title: string;
    })
  | (Happened & {
      readonly type: 'request-sent';
      /** The tab that asked, or -1. */
      readonly tab: number;
      readonly recipient: Domain;
      readonly method: string;
      readonly address: PageAddress;
      /** In the browser's terms: `image`, `script`, `xmlhttprequest`, … */
      readonly resource: string;
      readonly carried: readonly Carried[];
      /** What it told besides; none where it is in no form that tells of anything. */
      readonly told?: Telling;
      /** What it says of consent; none where nothing of it can be read. */
      readonly states?: readonly ConsentRecord[];
      /** What the person typed in forms, as it stood in the request; none where nothing of it did. */
      readonly contacts?: readonly ContactSent[];
      /** Where no answer was seen; otherwise it arrived. */
      readonly arrival?: Exclude<Arrival, 'answered'>;
    })
  /** The person gave the site something in a form: what kinds of things, and never what they were. */
  | (Happened & {
      readonly type: 'given';
      readonly how: GivenHow;
      readonly kinds: readonly GivenKind[];
      /** Where the form went, where that is another domain than the site's; or where the person came back from. */
      readonly target: Domain | null;
    })
  /** A consent banner was met, and something was done about it or not. */
  | (Happened & { readonly type: 'banner'; readonly receipt: Receipt; readonly declared?: readonly Declared[] })
  /** What the site had stored about a choice when a visit began. */
  | (Happened & { readonly type: 'choice-found'; readonly records: readonly ConsentRecord[] })
  /** What the site stored about a choice became another, and nobody was seen pressing anything. */
  | (Happened & {
      readonly type: 'choice-stored';
      readonly records: readonly ConsentRecord[];
      readonly declared?: readonly Declared[];
    })
  /** Global Privacy Control goes with what the site's pages ask for. */
  | (Happened & { readonly type: 'gpc-sent' })
  /** A page asked another domain for something, without any number. Told once a page. */
  | (Happened & { readonly type: 'asked-without'; readonly recipient: Domain })
  /** Known As did something, or the person did through it. */
  | (Happened & {
      readonly type: 'acted';
      readonly act: Act;
      /** For `enforced`: the value it was done to. */
      readonly sighting: Sighting | null;
      readonly taken: Taken | null;
    });

/** What was taken away, with all that is needed to bring it back as it was. Kept for 30 days. */
export interface Taken {
  readonly identifier: Identifier;
  readonly value: string;
  readonly expires: Expiry;
  /** A cookie's own attributes; `null` for web storage. */
  readonly cookie: {
    readonly secure: boolean;
    readonly httpOnly: boolean;
    readonly sameSite: 'no_restriction' | 'lax' | 'strict' | 'unspecified';
  } | null;
  /** `hold`: it waits for the person's decision; only the latest of an identifier is kept. */
  readonly why: 'hold' | 'block' | 'reset';
  /** Who had set it, which the browser cannot tell once we bring it back. */
  readonly setBy: SetBy;
}

/** A search the site was asked for, and the parameter of the address that says so. */
export interface SearchEvidence {
  readonly term: string;
  readonly parameter: string;
}

/** An order, known by the address of its confirmation page. */
export interface OrderEvidence {
  /** The order's number where the address holds one. */
  readonly reference: string | null;
}
