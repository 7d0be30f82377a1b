import type { Domain } from '#core/site.ts';

/** What the person had forgotten, and when: what happened before is not to be recorded after it. */
export interface Wiped {
  /** `null`: everywhere. */
  readonly note: (domain: Domain | null, at: number) => void;
  /** Whether what happened on a site at `at` (ms) was to be forgotten. */
  readonly covers: (domain: Domain, at: number) => boolean;
}

/** Nothing was. A background that is stopped forgets what was under way, too. */
export function nothingWiped(): Wiped {
  const byDomain = new Map<Domain, number>();
  let everywhere = -Infinity;
  return {
    note: (domain, at) => {
      if (domain === null) everywhere = at;
      else byDomain.set(domain, at);
    },
    covers: (domain, at) => at <= Math.max(everywhere, byDomain.get(domain) ?? -Infinity),
  };
}
