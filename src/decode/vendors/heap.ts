import type { Vendor } from '../hit/vendor.ts';

/** Heap. */
export const HEAP: Vendor = { id: 'heap', name: 'Heap', hosts: [], hits: [] };
