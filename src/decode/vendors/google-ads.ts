import type { Vendor } from '../hit/vendor.ts';

/** Google Ads. */
export const GOOGLE_ADS: Vendor = { id: 'google-ads', name: 'Google Ads', hosts: [], hits: [] };
