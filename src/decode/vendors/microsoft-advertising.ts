import type { Vendor } from '../hit/vendor.ts';

/** Microsoft Advertising. */
export const MICROSOFT_ADVERTISING: Vendor = {
  id: 'microsoft-advertising',
  name: 'Microsoft Advertising',
  hosts: [],
  hits: [],
};
