import type { Vendor } from '../hit/vendor.ts';

/** Google Floodlight. */
export const FLOODLIGHT: Vendor = { id: 'floodlight', name: 'Google Floodlight', hosts: [], hits: [] };
