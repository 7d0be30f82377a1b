import type { Vendor } from '../hit/vendor.ts';

/** PostHog. */
export const POSTHOG: Vendor = { id: 'posthog', name: 'PostHog', hosts: [], hits: [] };
