import type { Vendor } from '../hit/vendor.ts';

/** Cloudflare Web Analytics. */
export const CLOUDFLARE_WEB_ANALYTICS: Vendor = {
  id: 'cloudflare-web-analytics',
  name: 'Cloudflare Web Analytics',
  hosts: [],
  hits: [],
};
