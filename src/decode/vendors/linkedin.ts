import type { Vendor } from '../hit/vendor.ts';

/** LinkedIn Insight Tag. */
export const LINKEDIN: Vendor = { id: 'linkedin', name: 'LinkedIn Insight Tag', hosts: [], hits: [] };
