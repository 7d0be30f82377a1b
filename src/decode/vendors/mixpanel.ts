import type { Vendor } from '../hit/vendor.ts';

/** Mixpanel. */
export const MIXPANEL: Vendor = { id: 'mixpanel', name: 'Mixpanel', hosts: [], hits: [] };
