import type { Cookie } from '#core/cookie.ts';
import type { Sighting } from '#core/event.ts';
import type { WebRequest } from '#core/request.ts';
import type { Domain } from '#core/site.ts';
import type { ForgottenItem, HeldAnswer, HeldItem } from '#messages/watch.ts';
import type { PageContext } from './page-context.ts';

/** A value seen on a site. */
export interface Seen {
  readonly domain: Domain;
  readonly sighting: Sighting;
}

/** The document in which a script wrote or had something taken away. */
export interface Document extends PageContext {
  /** The registrable domain of the page in the tab. */
  readonly domain: Domain;
  readonly topSite: string;
  readonly url: string;
  readonly origin: string;
}

/** A tab goes to a page. */
export interface Navigation {
  /** The browser's id of the request: the same through its redirects. */
  readonly id: string;
  /** A page asked for it; `false` where the person did, or the browser for them. */
  readonly byPage: boolean;
  readonly domain: Domain;
  readonly url: string;
  readonly store: string;
  readonly tab: number;
  /** ms since the epoch. */
  readonly at: number;
}

/** What the observers ask of whoever carries decisions out. */
export interface Withholding {
  /** A cookie was stored at `since` (ms): `true` where it was not to be kept, and has been dealt with. */
  readonly stored: (cookie: Cookie, seen: readonly Seen[], since: number) => Promise<boolean>;
  /** A request carries this cookie: `true` where it is one that is being taken away, and the request is counted there. */
  readonly carried: (cookie: Cookie) => boolean;
  /** A request was sent with this Cookie header, where the browser shows it. */
  readonly sent: (header: string, at: number) => void;
  /** Scripts wrote numbers that the page guard holds: which of them may be kept. */
  readonly held: (items: readonly HeldItem[], from: Document) => Promise<HeldAnswer>;
  /** A number is in web storage: `true` where it is not to be kept, and was asked to be taken out. */
  readonly inStorage: (seen: Seen, from: Document) => Promise<boolean>;
  /** Numbers were taken out of web storage. */
  readonly forgotten: (items: readonly ForgottenItem[], from: Document) => Promise<void>;
  /** A page of a site opened by loading: what its guard had to take out of its storage is out. */
  readonly opened: (domain: Domain) => void;
  /** A request began, by the browser's id of it. */
  readonly began: (id: string, request: WebRequest) => void;
  /** A request was answered at `at` (ms), by the browser's id of it: what was taken out of its headers can be looked up now. */
  readonly answered: (request: string, at: number) => void;
  /** A page of a site is asked for, also by a redirect: what is due with a new visit is done now. */
  readonly navigated: (navigation: Navigation) => void;
}
