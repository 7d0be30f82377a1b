import type { Vendor } from '../hit/vendor.ts';

/** Adobe Audience Manager. */
export const ADOBE_AUDIENCE_MANAGER: Vendor = {
  id: 'adobe-audience-manager',
  name: 'Adobe Audience Manager',
  hosts: [],
  hits: [],
};
