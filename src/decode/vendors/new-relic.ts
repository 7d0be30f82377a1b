import type { Vendor } from '../hit/vendor.ts';

/** New Relic. */
export const NEW_RELIC: Vendor = { id: 'new-relic', name: 'New Relic', hosts: [], hits: [] };
