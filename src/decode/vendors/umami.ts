import type { Vendor } from '../hit/vendor.ts';

/** Umami. */
export const UMAMI: Vendor = { id: 'umami', name: 'Umami', hosts: [], hits: [] };
