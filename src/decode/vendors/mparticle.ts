import type { Vendor } from '../hit/vendor.ts';

/** mParticle. */
export const MPARTICLE: Vendor = { id: 'mparticle', name: 'mParticle', hosts: [], hits: [] };
