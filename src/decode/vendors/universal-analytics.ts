import type { Vendor } from '../hit/vendor.ts';

/** Universal Analytics. */
export const UNIVERSAL_ANALYTICS: Vendor = {
  id: 'universal-analytics',
  name: 'Universal Analytics',
  hosts: [],
  hits: [],
};
