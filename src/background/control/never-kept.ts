import { isPrivateStore } from '#browser/cookies.ts';
import { identifierKey } from '#core/identifier.ts';
import type { Policy } from '#core/policy.ts';
import type { Domain } from '#core/site.ts';
import { isWithheld } from '#enforce/acted.ts';
import type { NeverKept } from '#enforce/never-kept.ts';
import type { StoredRow } from '#store/rows.ts';
import type { Tables } from '#store/tables.ts';
import { type Control, decideOnRow } from './control.ts';

/** Sites on which something was chosen. */
export function chosenSites({ sites, identifiers }: Policy): readonly Domain[] {
  return [...new Set([...(Object.keys(sites) as Domain[]), ...Object.values(identifiers).map(({ domain }) => domain)])];
}

/** Whether numbers may be withheld on sites where nothing was chosen. */
export function withholdsEverywhere({ undecided }: Policy): boolean {
  return undecided.first !== 'notify' || undecided.third !== 'notify';
}

async function rowsOf(tables: Tables, policy: Policy): Promise<readonly StoredRow[]> {
  if (withholdsEverywhere(policy)) return await tables.all('stored');
  const rows = await Promise.all(chosenSites(policy).map(async (domain) => await tables.ofDomain('stored', domain)));
  return rows.flat();
}

/** What is known by name and not to be kept: the latest seen first, each identifier once. */
export async function withheldRows(control: Control): Promise<readonly StoredRow[]> {
  const { disk, policy } = control;
  const inPrivate = await control.private;
  const rows = [
    ...(await rowsOf(disk.tables, await policy.read(false))),
    ...(await rowsOf(inPrivate.tables, await policy.read(true))),
  ];
  const withheld: StoredRow[] = [];
  for (const row of rows) if (isWithheld(await decideOnRow(control, row))) withheld.push(row);
  const latest = withheld.toSorted((a, b) => b.lastSeen - a.lastSeen);
  return [...new Map(latest.toReversed().map((row) => [row.identifierKey, row])).values()].toReversed();
}

/** Prefixes whose cookies come over TLS alone. */
const SECURE_NAME = /^__(?:Host|Secure)-/u;

/** The cookies among them for which rules may be made: those of private windows are not written down. */
export function neverKept(rows: readonly StoredRow[]): readonly NeverKept[] {
  const unique = new Map(rows.map((row) => [identifierKey(row.identifier), row.identifier]));
  return [...unique.values()].flatMap((identifier): NeverKept[] => {
    if (identifier.area !== 'cookie' || isPrivateStore(identifier.store)) return [];
    return [{ identifier, secure: identifier.partition !== null || SECURE_NAME.test(identifier.name) }];
  });
}
