import { companyOf } from '#core/company.ts';
import type { NamedReport } from '#core/person.ts';
import type { SiteRow } from '../rows.ts';

/** Who got something of the person on a site, most often first. */
export function namedOf(site: SiteRow | undefined): readonly NamedReport[] {
  return Object.values(site?.named ?? {})
    .map((row) => ({ ...row, company: companyOf(row.recipient) }))
    .toSorted((a, b) => b.requests - a.requests || a.first - b.first);
}
