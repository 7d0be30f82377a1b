import type { Vendor } from '../hit/vendor.ts';

/** Vercel Web Analytics. */
export const VERCEL_ANALYTICS: Vendor = { id: 'vercel-analytics', name: 'Vercel Web Analytics', hosts: [], hits: [] };
