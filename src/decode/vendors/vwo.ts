import type { Vendor } from '../hit/vendor.ts';

/** VWO. */
export const VWO: Vendor = { id: 'vwo', name: 'VWO', hosts: [], hits: [] };
