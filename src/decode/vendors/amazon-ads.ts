import type { Vendor } from '../hit/vendor.ts';

/** Amazon Ads. */
export const AMAZON_ADS: Vendor = { id: 'amazon-ads', name: 'Amazon Ads', hosts: [], hits: [] };
