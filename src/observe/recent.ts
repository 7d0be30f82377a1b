import type { SetBy } from '#core/event.ts';
import type { Domain } from '#core/site.ts';

/** How long a request may explain a cookie that appears after it, in ms. */
const WINDOW = 30_000;
/** How long a script's write may explain one, in ms. */
const WRITE_WINDOW = 10_000;
const MOST = 2000;

/** What happened a moment ago. It explains what comes next and is no loss when the background is stopped. */
export interface Recent {
  /** A page of `top` asked `asked`. */
  readonly noteRequest: (asked: Domain, top: Domain, at: number) => void;
  /** The sites whose pages asked this domain lately. */
  readonly topsOf: (asked: Domain, at: number) => readonly Domain[];
  /** A page of this site was asked for. */
  readonly noteNavigation: (domain: Domain, at: number) => void;
  /** When a page of this site was asked for last; 0 where that is not known. */
  readonly navigationOf: (domain: Domain) => number;
  readonly noteWrite: (
    write: { readonly domain: Domain; readonly name: string; readonly script: string | null },
    at: number,
  ) => void;
  /** The script that was seen writing this name lately. */
  readonly writerOf: (domain: Domain, name: string, at: number) => SetBy | null;
}

/** Begins with nothing remembered. */
export function rememberRecent(): Recent {
  const requests = new Map<Domain, Map<Domain, number>>();
  const writes = new Map<string, { readonly script: string | null; readonly at: number }>();
  const navigations = new Map<Domain, number>();
  return {
    noteNavigation: (domain, at) => {
      if (navigations.size > MOST) navigations.clear();
      navigations.set(domain, at);
    },
    navigationOf: (domain) => navigations.get(domain) ?? 0,
    noteRequest: (asked, top, at) => {
      if (requests.size > MOST) requests.clear();
      requests.set(asked, (requests.get(asked) ?? new Map<Domain, number>()).set(top, at));
    },
    topsOf: (asked, at) =>
      [...(requests.get(asked) ?? [])].filter(([, last]) => at - last <= WINDOW).map(([top]) => top),
    noteWrite: ({ domain, name, script }, at) => {
      if (writes.size > MOST) writes.clear();
      writes.set(`${domain}|${name}`, { script, at });
    },
    writerOf: (domain, name, at) => {
      const write = writes.get(`${domain}|${name}`);
      if (write === undefined || at - write.at > WRITE_WINDOW) return null;
      return { how: 'script', script: write.script, basis: 'verified' };
    },
  };
}
