import type { IdentifierControl } from '#core/control.ts';
import { type Correction, correctionOf, ourVerdict } from '#core/correction.ts';
import { decide } from '#core/decide.ts';
import { companyOf } from '#core/company.ts';
import { FORMS } from '#core/followed.ts';
import { identifierKey, nameOf } from '#core/identifier.ts';
import type { Policy } from '#core/policy.ts';
import type { RecipientReport } from '#core/recipient.ts';
import type { LeftAlone, NumberReport } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import type { Basis } from '#core/verdict.ts';
import { cookieSays } from '#decode/cookie-says.ts';
import type { NumberRow, RecipientRow, StoredRow } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { type Remembered, returnedAfterReset, seenOf, surenessOf } from './evidence.ts';
import { joinedWith } from './joined.ts';

/** A cookie past its date is gone, whether or not the browser told us. */
function endOf(row: NumberRow, now: number): NumberReport['ended'] {
  if (row.ended !== null || typeof row.expires !== 'number' || row.expires > now) return row.ended;
  return { at: row.expires, how: 'expired' };
}

/** What is decided about a stored value, whose sites are all that know it or did: as it is carried out. */
async function controlOf(
  tables: Tables,
  row: NumberRow | StoredRow,
  { policy, now }: { readonly policy: Policy; readonly now: number },
): Promise<IdentifierControl> {
  const { identifier, verdict } = row;
  const known = await tables.ofIdentifier(row.identifierKey);
  const sites = known.map(({ domain }) => domain);
  return {
    chosen: policy.identifiers[identifierKey(identifier)] ?? null,
    said: correctionOf(policy.corrections, identifier) ?? null,
    decision: decide(policy, { identifier, kind: ourVerdict(verdict).kind, sites: [...sites, row.domain], now }),
  };
}

const SURENESS: Readonly<Record<Basis, number>> = { said: 0, verified: 1, inferred: 2, stated: 2 };

function recipientOf(row: RecipientRow, { rows }: Remembered): RecipientReport {
  const { recipient: domain, requests, first, last, as, forms = [], beside = [], on = [] } = row;
  return {
    domain,
    company: companyOf(domain),
    requests,
    first,
    last,
    as,
    forms: FORMS.filter((form) => forms.includes(form)),
    beside: rows
      .filter(({ key }) => beside.includes(key))
      .map(({ key, identifier, number }) => ({ key, name: nameOf(identifier), number })),
    on,
  };
}

function toReport(row: NumberRow, remembered: Remembered, now: number): NumberReport {
  const seen = seenOf(row, remembered);
  // What was seen since says as much and more.
  const before = row.verdict.reasons.filter(({ says }) => !seen.some((reason) => reason.says === says));
  return {
    key: row.key,
    identifier: row.identifier,
    number: row.number,
    value: row.value,
    party: row.party,
    vendor: row.verdict.vendor,
    kind: row.verdict.kind,
    purpose: row.verdict.purpose,
    confidence: surenessOf(row, seen),
    // What the person said comes before what was seen, and that before what was worked out.
    reasons: [...before, ...seen].toSorted((a, b) => SURENESS[a.basis] - SURENESS[b.basis]),
    setBy: row.setBy,
    since: row.since,
    lastSeen: row.lastSeen,
    expires: row.expires,
    ended: endOf(row, now),
    control: null,
    total: row.total,
    alsoOn: remembered.joined.get(row.key) ?? [],
    says: cookieSays(nameOf(row.identifier), row.value),
    recipients: remembered.recipients
      .filter((recipient) => recipient.number === row.key)
      .toSorted((a, b) => b.requests - a.requests)
      .map((recipient) => recipientOf(recipient, remembered)),
  };
}

const PARTIES = ['first', 'third'] as const;
const AREAS = ['cookie', 'local-storage', 'indexed-db', 'session-storage'] as const;

/**
 * The order of a site's numbers: its own before other companies', one it set itself before one a known product keeps
 * for it, cookies before web storage, set by its server before set by script, and then the oldest.
 */
function rank(report: NumberReport): readonly number[] {
  return [
    PARTIES.indexOf(report.party),
    report.vendor === null ? 0 : 1,
    AREAS.indexOf(report.identifier.area),
    report.setBy.how === 'script' ? 1 : 0,
    report.since,
  ];
}

function byRank(a: NumberReport, b: NumberReport): number {
  const [left, right] = [rank(a), rank(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/** A site's numbers in the order they are shown: those at work, and those that ended, latest first. */
export async function numbersOf(
  tables: Tables,
  domain: Domain,
  now: number,
): Promise<{ readonly atWork: readonly NumberReport[]; readonly past: readonly NumberReport[] }> {
  const [rows, recipients] = await Promise.all([
    tables.ofDomain('numbers', domain),
    tables.ofDomain('recipients', domain),
  ]);
  const [returned, joined] = await Promise.all([returnedAfterReset(tables, rows), joinedWith(tables, rows, now)]);
  const remembered = { rows, recipients, returned, joined };
  const reports = rows.map((row) => toReport(row, remembered, now));
  return {
    atWork: reports.filter((report) => report.ended === null).toSorted(byRank),
    past: reports.filter((report) => report.ended !== null).toSorted((a, b) => (b.ended?.at ?? 0) - (a.ended?.at ?? 0)),
  };
}

/** Numbers at work, each with what is decided about it. */
export async function withControl(
  tables: Tables,
  { numbers, domain }: { readonly numbers: readonly NumberReport[]; readonly domain: Domain },
  by: { readonly policy: Policy; readonly now: number },
): Promise<readonly NumberReport[]> {
  const rows = new Map((await tables.ofDomain('numbers', domain)).map((row) => [row.key, row]));
  return await Promise.all(
    numbers.map(async (number) => {
      const row = rows.get(number.key);
      return row === undefined ? number : { ...number, control: await controlOf(tables, row, by) };
    }),
  );
}

/** What else is stored there, by kind. */
export async function leftAloneOf(
  tables: Tables,
  domain: Domain,
  by: { readonly policy: Policy; readonly now: number },
): Promise<readonly LeftAlone[]> {
  const rows = await tables.ofDomain('stored', domain);
  const left = await Promise.all(rows.map(async (row) => await toLeftAlone(tables, row, by)));
  return left.flat().toSorted((a, b) => a.kind.localeCompare(b.kind));
}

async function toLeftAlone(
  tables: Tables,
  row: StoredRow,
  by: { readonly policy: Policy; readonly now: number },
): Promise<readonly LeftAlone[]> {
  const { kind, purpose, confidence, reasons } = row.verdict;
  const over = row.gone || (typeof row.expires === 'number' && row.expires <= by.now);
  if (over || kind === 'random-id') return [];
  const { identifier, preview, expires } = row;
  const control = await controlOf(tables, row, by);
  return [{ identifier, kind, purpose, confidence, preview, expires, reasons, control }];
}

/** What the person said on this site, or elsewhere of what is stored here too; latest first. */
export async function correctionsOn(tables: Tables, domain: Domain, policy: Policy): Promise<readonly Correction[]> {
  const all = Object.values(policy.corrections);
  if (all.length === 0) return [];
  const here = new Set((await tables.ofDomain('stored', domain)).map(({ identifierKey: key }) => key));
  return all
    .filter(({ domain: on, identifier }) => on === domain || here.has(identifierKey(identifier)))
    .toSorted((a, b) => b.at - a.at);
}
