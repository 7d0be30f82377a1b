import type { Vendor } from '../hit/vendor.ts';

/** Microsoft Clarity. */
export const CLARITY: Vendor = { id: 'clarity', name: 'Microsoft Clarity', hosts: [], hits: [] };
