import type { Vendor } from '../hit/vendor.ts';

/** Piwik PRO. */
export const PIWIK_PRO: Vendor = { id: 'piwik-pro', name: 'Piwik PRO', hosts: [], hits: [] };
