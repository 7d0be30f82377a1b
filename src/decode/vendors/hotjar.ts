import type { Vendor } from '../hit/vendor.ts';

/** Hotjar. */
export const HOTJAR: Vendor = { id: 'hotjar', name: 'Hotjar', hosts: [], hits: [] };
