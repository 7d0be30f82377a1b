import type { Vendor } from '../hit/vendor.ts';

/** HubSpot. */
export const HUBSPOT: Vendor = { id: 'hubspot', name: 'HubSpot', hosts: [], hits: [] };
