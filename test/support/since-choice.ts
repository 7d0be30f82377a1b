import { SHOP } from '../site/hosts.ts';
import type { DemoSites } from '../site/sites.ts';
import type { VisitorLog, VisitorRecord } from '../site/visitor-log.ts';
import type { LoggedResets, LoggedSince } from './agreement-of-modes.ts';

/** How far each log had come when the choice was made. */
export interface ChoiceMark {
  readonly visitors: number;
  readonly nobodys: number;
  readonly hog: number;
  readonly snow: number;
  readonly snowGiven: number;
  readonly tracked: number;
  readonly proxied: number;
}

/** Now. */
export function markChoice({ shop, collectors, tracker, proxyLog }: DemoSites): ChoiceMark {
  return {
    visitors: shop.visitors.length,
    nobodys: shop.nobodys.length,
    hog: collectors.hog.visitorIds.length,
    snow: collectors.snow.visitorIds.length,
    snowGiven: collectors.snow.given.length,
    tracked: tracker.numbers.length,
    proxied: proxyLog.length,
  };
}

/** Requests since the choice whose Cookie header holds one of these numbers, whichever host they went to. */
function carriedSince(sites: DemoSites, mark: ChoiceMark, numbers: readonly string[]): number {
  const since = sites.proxyLog.slice(mark.proxied).filter(({ kind }) => kind === 'request');
  return since.filter(({ headers }) => numbers.some((number) => headers.cookie?.includes(number))).length;
}

/** What the shop's pages themselves say about what is no number: read in the page, as a person sees it. */
export type WentOn = Pick<LoggedSince, 'ordered' | 'signedInAs'>;

/** What the logs say of the time since Block was chosen; `shop` is the shop's log as it tells it. */
export function loggedSince(
  sites: DemoSites,
  shop: VisitorLog,
  { mark, wentOn }: { readonly mark: ChoiceMark; readonly wentOn: WentOn },
): LoggedSince {
  const { collectors, tracker } = sites;
  const newcomers = shop.visitors.slice(mark.visitors);
  const byScript = shop.nobodys.slice(mark.nobodys).flatMap(({ numbers }) => Object.values(numbers));
  const bySdks = collectors.hog.visitorIds.slice(mark.hog);
  const all = [
    ...shop.visitors.flatMap(({ number, scriptNumbers }) => [number, ...Object.values(scriptNumbers)]),
    ...byScript,
    ...collectors.hog.visitorIds,
    ...collectors.snow.visitorIds,
    ...collectors.snow.given,
    ...tracker.numbers.map(({ number }) => number),
  ];
  return {
    given: {
      'the shop’s server': newcomers.length,
      'its script': byScript.length,
      PostHog: bySdks.length,
      Snowplow: collectors.snow.visitorIds.length - mark.snow,
      'Snowplow’s server': collectors.snow.given.length - mark.snowGiven,
      Bluebird: tracker.numbers.length - mark.tracked,
    },
    newcomers,
    carried: carriedSince(sites, mark, all),
    ...wentOn,
  };
}

/** What the shop's log says of a visitor whose number was replaced, or held back and then allowed. */
export function loggedResets(
  sites: DemoSites,
  shop: VisitorLog,
  { mark, wentOn }: { readonly mark: ChoiceMark; readonly wentOn: WentOn },
): LoggedResets {
  const [first] = shop.visitors;
  const carried = first === undefined ? 0 : carriedSince(sites, mark, [first.number]);
  return { visitors: shop.visitors, carried, ...wentOn };
}

/** The first visitor in the shop's log, and how many requests carried that number so far. */
export function loggedFirst(
  sites: DemoSites,
  shop: VisitorLog,
): { readonly first: VisitorRecord | undefined; readonly carried: number } {
  const [first] = shop.visitors;
  const requests = sites.proxyLog.filter(({ url }) => url.startsWith(SHOP));
  return { first, carried: requests.filter(({ headers }) => first && headers.cookie?.includes(first.number)).length };
}
