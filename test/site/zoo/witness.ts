import type { Beside, HandedOut, ZooLog } from './zoo-log.ts';
import type { WayName } from './ways.ts';

const READ = 'read by a page';

/**
 * What carried a number after it was given, by the log alone: addresses of requests whose cookies hold it, and the words
 * `read by a page` for each later page whose script could read it. The page that wrote it itself may go on seeing it.
 */
export function carriersOf(log: ZooLog, { value, page, requestsBefore, reportsBefore }: HandedOut): readonly string[] {
  const requests = log.requests
    .slice(requestsBefore)
    .filter(({ cookies }) => cookies.some(([, held]) => held === value))
    .map(({ method, url }) => `${method} ${url}`);
  const read = log.readBack
    .slice(reportsBefore)
    .filter((report) => report.page !== page || page === '')
    .filter(({ cookies, local, session }) => [...cookies, ...local, ...session].some(([, held]) => held === value))
    .map(() => READ);
  return [...requests, ...read];
}

/** How many requests carried a number after it was given: what a page merely read is none. */
export function requestsWith(log: ZooLog, given: HandedOut): number {
  return carriersOf(log, given).filter((carrier) => carrier !== READ).length;
}

/** The numbers given in a way, oldest first. */
export function givenIn(log: ZooLog, way: WayName | 'loop'): readonly HandedOut[] {
  return log.handedOut.filter((one) => one.way === way);
}

/** What was set beside a way's latest number and is not in the cookies of the latest request to an address. */
export function besideLost(log: ZooLog, way: WayName, address: string): readonly Beside[] {
  const latest = log.requests.findLast(({ url }) => url === address);
  const newest = new Map(log.beside.filter((one) => one.way === way).map((one) => [one.name, one] as const));
  const carried = new Map(latest?.cookies ?? []);
  return [...newest.values()].filter(({ name, value }) => carried.get(name) !== value);
}
