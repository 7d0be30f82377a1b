import type { Vendor } from '../hit/vendor.ts';

/** LogRocket. */
export const LOGROCKET: Vendor = { id: 'logrocket', name: 'LogRocket', hosts: [], hits: [] };
