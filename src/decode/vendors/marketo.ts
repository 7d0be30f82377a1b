import type { Vendor } from '../hit/vendor.ts';

/** Marketo. */
export const MARKETO: Vendor = { id: 'marketo', name: 'Marketo', hosts: [], hits: [] };
