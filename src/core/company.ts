import { companies } from './companies.json' with { type: 'json' };
import type { Domain } from './site.ts';

/** A company as the web knows it by its domains. */
export interface Company {
  readonly name: string;
  /** What it does there: `ad`, `analytics`, `social`, `cdn`, `hosting`, `consent-provider`, `customer-success` and others. */
  readonly category: string;
}

let byDomain: ReadonlyMap<string, Company> | undefined;

/** Made at the first look-up, so that what never asks never pays. */
function table(): ReadonlyMap<string, Company> {
  byDomain ??= new Map(
    companies.flatMap(([name = '', category = '', domains = '']) =>
      domains.split(' ').map((domain) => [domain.replace(/^\*\./u, ''), { name, category }] as const),
    ),
  );
  return byDomain;
}

/**
 * Whose a host is: of its own name, else of the nearest domain above it that is listed; `null` where none is.
 * @see https://github.com/patrickhulce/third-party-web
 */
export function companyOf(host: string): Company | null {
  const labels = host.replace(/^\./u, '').toLowerCase().split('.');
  for (let at = 0; at < labels.length - 1; at += 1) {
    const company = table().get(labels.slice(at).join('.'));
    if (company !== undefined) return company;
  }
  return null;
}

/**
 * Whose a registrable domain is, by its own name alone: what somebody keeps under another's public suffix
 * (`d111.cloudfront.net`) is theirs, not that company's.
 */
export function companyOfDomain(domain: Domain): Company | null {
  return table().get(domain) ?? null;
}
