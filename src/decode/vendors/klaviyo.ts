import type { Vendor } from '../hit/vendor.ts';

/** Klaviyo. */
export const KLAVIYO: Vendor = { id: 'klaviyo', name: 'Klaviyo', hosts: [], hits: [] };
