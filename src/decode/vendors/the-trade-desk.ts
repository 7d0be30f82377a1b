import type { Vendor } from '../hit/vendor.ts';

/** The Trade Desk. */
export const THE_TRADE_DESK: Vendor = { id: 'the-trade-desk', name: 'The Trade Desk', hosts: [], hits: [] };
