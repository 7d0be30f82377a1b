import type { Vendor } from '../hit/vendor.ts';

/** Comscore. */
export const COMSCORE: Vendor = { id: 'comscore', name: 'Comscore', hosts: [], hits: [] };
