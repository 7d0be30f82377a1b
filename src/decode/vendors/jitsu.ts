import type { Vendor } from '../hit/vendor.ts';

/** Jitsu. */
export const JITSU: Vendor = { id: 'jitsu', name: 'Jitsu', hosts: [], hits: [] };
