import type { Exchange } from './exchange.ts';

/** A request as a host that keeps no visitors wrote it down. */
export interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  /** The Cookie header as it came; empty where there was none. */
  readonly cookie: string;
  /** Name and value of each cookie in it. */
  readonly cookies: readonly (readonly [name: string, value: string])[];
  /** The Referer header; empty where there was none. */
  readonly referrer: string;
  /** ms since the epoch by the sites' clock. */
  readonly at: number;
}

/** Oldest first. */
export type RequestLog = readonly LoggedRequest[];

/** How a host writes down one request. */
export function logged({ method, url, cookie, cookies, headers, at }: Exchange): LoggedRequest {
  return { method, url: url.href, cookie, cookies: [...cookies], referrer: headers.referer ?? '', at };
}
