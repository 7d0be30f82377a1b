import { companyOfDomain } from '#core/company.ts';
import type { CompanyReport, CompanySummary, Joined, JoinedNumbers, KnownNumber } from '#core/company-report.ts';
import { connected } from '#core/connected.ts';
import { FORMS } from '#core/followed.ts';
import { groupBy } from '#core/group.ts';
import { hostOf, nameOf } from '#core/identifier.ts';
import { type Domain, domainOfHost } from '#core/site.ts';
import type { Ledger } from '../ledger.ts';
import type { NumberRow, RecipientRow } from '../rows.ts';
import { isAtWork } from './joined.ts';

/** A number's value in one cookie store: wherever it is kept, whoever has it can tell it again. */
type Node = string;

/** A number by which a company knows the person, and what it can be told again by. */
interface Known extends KnownNumber {
  readonly company: string;
  /** The domain of the company that gave it or got it. */
  readonly domain: Domain;
  readonly node: Node;
  readonly beside: readonly Node[];
}

function nodeOf({ number, identifier }: NumberRow): Node {
  return `${identifier.store} ${number}`;
}

/** Companies go by their listed name; a domain that nobody lists stands for itself. (No name has a line break.) */
function companyKey(domain: Domain): string {
  const company = companyOfDomain(domain);
  return company === null ? domain : `\n${company.name}`;
}

function ownerOf({ identifier }: NumberRow): Domain {
  return domainOfHost(hostOf(identifier));
}

function distinct<Item>(items: Iterable<Item>): readonly Item[] {
  return [...new Set(items)];
}

/** Its own number, where it stores one. */
function given(row: NumberRow): Known {
  const domain = ownerOf(row);
  return {
    company: companyKey(domain),
    domain,
    node: nodeOf(row),
    beside: [],
    key: row.key,
    site: row.domain,
    number: row.number,
    name: nameOf(row.identifier),
    givenBy: domain,
    own: true,
    as: [],
    forms: [],
    on: [],
    requests: row.total.requests,
    first: row.since,
    last: row.lastSeen,
  };
}

/** A number of somebody else that it got, and which of its own came beside it. */
function got(row: RecipientRow, number: Known, beside: readonly Node[]): Known {
  const { recipient: domain, as, forms = [], on = [], requests, first, last } = row;
  const company = companyKey(domain);
  return { ...number, company, domain, beside, own: false, as, forms, on, requests, first, last };
}

/** One number on one site, got at several of a company's domains, or its own and sent on to another of them. */
function merged(all: readonly Known[]): Known | undefined {
  const own = all.find((one) => one.own);
  const [any] = all;
  const kept = own ?? any;
  if (kept === undefined) return undefined;
  const forms = new Set(all.flatMap((one) => one.forms));
  return {
    ...kept,
    beside: distinct(all.flatMap((one) => one.beside)),
    as: distinct(all.flatMap((one) => one.as)).toSorted(),
    forms: FORMS.filter((form) => forms.has(form)),
    on: distinct(all.flatMap((one) => one.on)).toSorted(),
    requests: own?.requests ?? all.reduce((sum, one) => sum + one.requests, 0),
    first: Math.min(...all.map((one) => one.first)),
    last: Math.max(...all.map((one) => one.last)),
  };
}

function sitesOf(all: readonly Known[]): readonly Domain[] {
  return distinct(all.flatMap(({ site, on }) => [site, ...on])).toSorted();
}

/** The number that it has on all of these sites: rather its own, and the one it has had longest. */
function commonOf(all: readonly Known[], sites: readonly Domain[]): string | null {
  const [common] = [...groupBy(all, ({ node }) => node).values()]
    .filter((same) => sitesOf(same).length === sites.length)
    .flatMap(([one]) => one ?? [])
    .toSorted((a, b) => Number(b.own) - Number(a.own) || a.first - b.first || byText(a.number, b.number));
  return common?.number ?? null;
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byOwn(a: Known, b: Known): number {
  return Number(b.own) - Number(a.own) || byText(a.number, b.number) || byText(a.key, b.key);
}

function toNumber({ company: _company, domain: _domain, node: _node, beside: _beside, ...number }: Known): KnownNumber {
  return number;
}

/** What a company can tell to be one person's, each number in one group: on most sites first. */
function groupsOf(all: readonly Known[]): readonly JoinedNumbers[] {
  const standsFor = connected(all.flatMap(({ node, beside }) => beside.map((other) => [node, other] as const)));
  return [...groupBy(all.toSorted(byOwn), ({ node }) => standsFor(node)).values()]
    .map((group) => {
      const sites = sitesOf(group);
      const as = commonOf(group, sites);
      const numbers = group.map(toNumber).toSorted((a, b) => Number(b.number === as) - Number(a.number === as));
      return { sites, as, numbers };
    })
    .toSorted((a, b) => b.sites.length - a.sites.length || byText(a.numbers[0]?.key ?? '', b.numbers[0]?.key ?? ''));
}

function joinedOn(sites: readonly Domain[], [most]: readonly JoinedNumbers[]): Joined {
  if (sites.length < 2) return 'one-site';
  const joined = most?.sites.length ?? 0;
  if (joined < 2) return 'none';
  return joined === sites.length ? 'all' : 'some';
}

/** Whether it knows the person anywhere but on sites of its own. */
function isElsewhere(all: readonly Known[]): boolean {
  return all.some(({ site, on, domain }) => [site, ...on].some((each) => each !== domain));
}

function toReport(all: readonly Known[]): CompanyReport {
  const domains = distinct(all.map(({ domain }) => domain)).toSorted();
  const [domain = '' as Domain] = domains;
  const company = companyOfDomain(domain);
  const perNumber = [...groupBy(all, ({ key }) => key).values()].flatMap((same) => merged(same) ?? []);
  const sites = sitesOf(perNumber);
  const groups = groupsOf(perNumber);
  const common = groups.flatMap(({ as }) => as ?? []);
  return {
    domain,
    domains,
    name: company?.name ?? null,
    category: company?.category ?? null,
    sites,
    as: groups.find((group) => group.sites.length === sites.length)?.as ?? null,
    numbers: distinct([...common, ...groups.flatMap(({ numbers }) => numbers.map(({ number }) => number))]),
    joined: joinedOn(sites, groups),
    last: Math.max(...perNumber.map(({ last }) => last)),
    groups,
  };
}

/**
 * Every company that knows the person by a number on a site other than its own, those on most sites first: by numbers it
 * gives, and by others' that it got. Only numbers at work count; those that ended still join what they came with.
 */
export function companyReports(
  numbers: readonly NumberRow[],
  recipients: readonly RecipientRow[],
  now: number,
): readonly CompanyReport[] {
  const rows = new Map(numbers.map((row) => [row.key, row]));
  const atWork = new Map(numbers.filter((row) => isAtWork(row, now)).map((row) => [row.key, given(row)]));
  const received = recipients.flatMap((row) => {
    const number = atWork.get(row.number);
    if (number === undefined) return [];
    const store = rows.get(row.number)?.identifier.store;
    const beside = (row.beside ?? []).flatMap((key) => rows.get(key) ?? []);
    return [got(row, number, beside.filter(({ identifier }) => identifier.store === store).map(nodeOf))];
  });
  return [...groupBy([...atWork.values(), ...received], ({ company }) => company).values()]
    .filter(isElsewhere)
    .map(toReport)
    .toSorted((a, b) => b.sites.length - a.sites.length || byText(a.name ?? a.domain, b.name ?? b.domain));
}

/** The same for the list, with what it shows alone. */
export function companySummaries(
  numbers: readonly NumberRow[],
  recipients: readonly RecipientRow[],
  now: number,
): readonly CompanySummary[] {
  return companyReports(numbers, recipients, now).map(({ groups: _groups, ...summary }) => summary);
}

async function rowsOf({ tables }: Ledger): Promise<readonly [readonly NumberRow[], readonly RecipientRow[]]> {
  return await Promise.all([tables.all('numbers'), tables.all('recipients')]);
}

/** The list of companies. It reads every number's row, so it is for options, not for the popup. */
export async function allCompanies(ledger: Ledger, now: number): Promise<readonly CompanySummary[]> {
  return companySummaries(...(await rowsOf(ledger)), now);
}

/** One company, by any of its domains; `null` where it knows the person nowhere. */
export async function companyReport(ledger: Ledger, domain: Domain, now: number): Promise<CompanyReport | null> {
  const key = companyKey(domain);
  const reports = companyReports(...(await rowsOf(ledger)), now);
  return reports.find((report) => companyKey(report.domain) === key) ?? null;
}
