import type { Vendor } from '../hit/vendor.ts';

/** Snowplow. */
export const SNOWPLOW: Vendor = { id: 'snowplow', name: 'Snowplow', hosts: [], hits: [] };
