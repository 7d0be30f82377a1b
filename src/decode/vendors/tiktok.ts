import type { Vendor } from '../hit/vendor.ts';

/** TikTok Pixel. */
export const TIKTOK: Vendor = { id: 'tiktok', name: 'TikTok Pixel', hosts: [], hits: [] };
