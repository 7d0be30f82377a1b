import type { Vendor } from '../hit/vendor.ts';

/** RudderStack. */
export const RUDDERSTACK: Vendor = { id: 'rudderstack', name: 'RudderStack', hosts: [], hits: [] };
