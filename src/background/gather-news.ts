import type { Domain } from '#core/site.ts';

/** News within this time are told together, in ms: what is shown changes as often as a person can read. */
const GATHER = 100;

/** Tells `hear` of sites on which something changed (`null`: any), a moment's worth at a time. */
export function gatherNews(
  hear: (domains: readonly Domain[] | null) => void,
): (domains: readonly Domain[] | null) => void {
  let gathered: Set<Domain> | 'any' | null = null;
  const tell = (): void => {
    const domains = gathered === 'any' ? null : [...(gathered ?? [])];
    gathered = null;
    hear(domains);
  };
  return (domains) => {
    if (gathered === null) setTimeout(tell, GATHER);
    if (domains === null || gathered === 'any') gathered = 'any';
    else gathered = new Set([...(gathered ?? []), ...domains]);
  };
}
