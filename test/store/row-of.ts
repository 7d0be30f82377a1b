import type { Identifier } from '#core/identifier.ts';
import { identifierKey } from '#core/identifier.ts';
import type { Domain } from '#core/site.ts';
import type { ActRow, DayRow, EventRow, PageRow, SiteRow, StoredRow, TakenRow, VisitRow } from '#store/rows.ts';

export const SHOP = 'shop.example' as Domain;
export const NEWS = 'news.example' as Domain;

/** Rows as the ledger writes them, with only what a test is about. */
export function siteRow(domain: Domain, visits = 1): SiteRow {
  return {
    key: domain,
    domain,
    since: 0,
    visits,
    lastPageAt: null,
    numbered: 0,
    events: 0,
    open: {},
    lately: [],
    numberless: [],
    overflowed: false,
  };
}

export function pageRow(key: string, domain: Domain, at: number): PageRow {
  return {
    key,
    domain,
    store: '0',
    tab: 1,
    at,
    section: 'Home',
    search: null,
    order: null,
    address: { origin: `https://${domain}`, path: '/', parameters: [] },
    filed: [],
    milliseconds: 0,
    title: '',
    over: false,
  };
}

export function lineRow(key: string, domain: Domain, at: number, more: Partial<EventRow> = {}): EventRow {
  return { key, domain, at, rank: 1, type: 'visit', page: null, line: null, ...more };
}

export function dayRow(subject: string, domain: Domain, date: string): DayRow {
  return { key: `${subject}|${date}`, subject, domain, date, visits: 1, milliseconds: 0, sites: 0 };
}

export function storedRow(domain: Domain, identifier: Identifier): StoredRow {
  return {
    key: `${domain}|${identifierKey(identifier)}`,
    domain,
    identifier,
    identifierKey: identifierKey(identifier),
    verdict: { kind: 'preference', purpose: 'functional', confidence: 1, reasons: [], token: null, vendor: null },
    preview: 'dark',
    expires: 'never',
    lastSeen: 0,
    gone: false,
    number: null,
  };
}

/** A value in a page's local storage. */
export function inLocalStorage(key: string, origin = 'https://shop.example'): Identifier {
  return { area: 'local-storage', store: '0', partition: null, origin, key };
}

export function actRow(key: string, domain: Domain, at: number): ActRow {
  return { key, domain, at, act: { type: 'resumed' } };
}

export function takenRow(key: string, domain: Domain, at: number): TakenRow {
  const identifier = inLocalStorage(key);
  const taken = {
    identifier,
    value: 'v',
    expires: 'never',
    cookie: null,
    why: 'block',
    setBy: { how: 'found' },
  } as const;
  return { key, domain, at, number: 'v', taken, backAt: null };
}

export function visitRow(key: string, domain: Domain, last: number): VisitRow {
  return { key, domain, start: 0, lastPageAt: 0, last, gpcSince: null, moments: [], overflowed: false };
}
