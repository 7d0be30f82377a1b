import type { Vendor } from '../hit/vendor.ts';

/** Countly. */
export const COUNTLY: Vendor = { id: 'countly', name: 'Countly', hosts: [], hits: [] };
