import type { Vendor } from '../hit/vendor.ts';

/** Amplitude. */
export const AMPLITUDE: Vendor = { id: 'amplitude', name: 'Amplitude', hosts: [], hits: [] };
