import { hostOf, type Identifier } from '#core/identifier.ts';
import type { NumberReport, SiteReport } from '#core/report.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What a line of the record has to know of the site it happened on: whose number is whose. */
export interface KnownNumbers {
  readonly domain: string;
  /** The number the site knows you by; `null` where it has none. */
  readonly main: string | null;
  readonly byNumber: ReadonlyMap<string, NumberReport>;
}

export function knownNumbers(site: SiteReport): KnownNumbers {
  const all = [...site.past, ...site.numbers];
  return {
    domain: site.domain,
    main: site.numbers[0]?.number ?? null,
    byNumber: new Map(all.map((report) => [report.number, report])),
  };
}

export const Known = createContext<KnownNumbers>({ domain: '', main: null, byNumber: new Map() });

export function useKnown(): KnownNumbers {
  return useContext(Known);
}

/** Whether a stored value belongs to a domain: set by it or by a host under it. */
export function belongsTo(identifier: Identifier, domain: string): boolean {
  const host = hostOf(identifier);
  return host === domain || host.endsWith(`.${domain}`);
}
