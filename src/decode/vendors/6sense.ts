import type { Vendor } from '../hit/vendor.ts';

/** 6sense. */
export const SIX_SENSE: Vendor = { id: '6sense', name: '6sense', hosts: [], hits: [] };
