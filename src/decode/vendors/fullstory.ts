import type { Vendor } from '../hit/vendor.ts';

/** FullStory. */
export const FULLSTORY: Vendor = { id: 'fullstory', name: 'FullStory', hosts: [], hits: [] };
