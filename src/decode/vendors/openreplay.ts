import type { Vendor } from '../hit/vendor.ts';

/** OpenReplay. */
export const OPENREPLAY: Vendor = { id: 'openreplay', name: 'OpenReplay', hosts: [], hits: [] };
