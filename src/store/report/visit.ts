import { auditOf } from '#consent/audit.ts';
import type { Domain } from '#core/site.ts';
import type { VisitReport } from '#core/visit.ts';
import type { Tables } from '../tables.ts';

/** A site's latest visit, audited; of several cookie stores the one that was visited last. `null`: none is on record. */
export async function visitOn(tables: Tables, domain: Domain): Promise<VisitReport | null> {
  const rows = await tables.ofDomain('visits', domain);
  const [row] = rows.toSorted((one, other) => other.lastPageAt - one.lastPageAt);
  if (row === undefined) return null;
  const { start, last, moments, overflowed } = row;
  return { start, last, moments, findings: auditOf(moments), overflowed };
}
