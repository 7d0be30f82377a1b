import type { Vendor } from '../hit/vendor.ts';

/** Sentry. */
export const SENTRY: Vendor = { id: 'sentry', name: 'Sentry', hosts: [], hits: [] };
