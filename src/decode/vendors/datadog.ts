import type { Vendor } from '../hit/vendor.ts';

/** Datadog. */
export const DATADOG: Vendor = { id: 'datadog', name: 'Datadog', hosts: [], hits: [] };
