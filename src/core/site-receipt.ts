import type { Receipt } from './receipt.ts';
import type { Domain } from './site.ts';
import type { RuleSource } from './visit.ts';

/** A receipt with the site whose banner it is of, and what its outcome is measured by. */
export interface SiteReceipt {
  readonly domain: Domain;
  readonly receipt: Receipt;
  readonly measuredBy: readonly RuleSource[];
}

/** Receipts of all sites, newest first, and how many older ones are kept besides. */
export interface LatestReceipts {
  readonly receipts: readonly SiteReceipt[];
  readonly left: number;
}
