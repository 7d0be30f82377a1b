import type { Vendor } from '../hit/vendor.ts';

/** Elastic APM. */
export const ELASTIC_APM: Vendor = { id: 'elastic-apm', name: 'Elastic APM', hosts: [], hits: [] };
