import type { Domain, Site } from './site.ts';

/** A request as it leaves, in the terms that decide which cookies go with it. */
export interface WebRequest {
  readonly url: string;
  readonly method: string;
  /** In the browser's terms: `main_frame`, `sub_frame`, `image`, `script`, `xmlhttprequest`, `ping`, … */
  readonly resource: string;
  /** ms since the epoch. */
  readonly at: number;
  /** The tab, or -1 for none (a service worker's). */
  readonly tab: number;
  /** The cookie store it draws from. */
  readonly store: string;
  /** The site of the page in the tab; for a navigation of the tab, the site it goes to. */
  readonly topSite: Site;
  /** The registrable domain of the page in the tab. */
  readonly topDomain: Domain;
  /** The site of the document that asked; `null` for what the person typed or opened. */
  readonly initiator: Site | null;
  /** Its origin; `null` likewise. */
  readonly initiatorOrigin: string | null;
  /** The Referer header, where the browser shows it. */
  readonly referrer?: string;
  /** Whether that document stands in a frame of another site than the page. */
  readonly inCrossSiteFrame: boolean;
}

/** Stands for the method of a message that went into a web socket. */
export const SOCKET_MESSAGE = 'SOCKET';
