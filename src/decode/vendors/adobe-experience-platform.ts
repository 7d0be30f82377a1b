import type { Vendor } from '../hit/vendor.ts';

/** Adobe Experience Platform. */
export const ADOBE_EXPERIENCE_PLATFORM: Vendor = {
  id: 'adobe-experience-platform',
  name: 'Adobe Experience Platform',
  hosts: [],
  hits: [],
};
