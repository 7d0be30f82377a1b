import type { Vendor } from '../hit/vendor.ts';

/** Adobe Analytics. */
export const ADOBE_ANALYTICS: Vendor = { id: 'adobe-analytics', name: 'Adobe Analytics', hosts: [], hits: [] };
