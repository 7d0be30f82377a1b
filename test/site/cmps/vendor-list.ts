/** A vendor as the Transparency & Consent Framework lists one. Times: seconds. */
interface Vendor {
  readonly id: number;
  readonly name: string;
  /** By consent; by legitimate interest; by either, as a publisher wants it. */
  readonly purposes: readonly number[];
  readonly legIntPurposes: readonly number[];
  readonly flexiblePurposes: readonly number[];
  readonly specialPurposes: readonly number[];
  readonly features: readonly number[];
  readonly specialFeatures: readonly number[];
  readonly cookieMaxAgeSeconds: number;
  readonly usesCookies: boolean;
  readonly cookieRefresh: boolean;
  readonly usesNonCookieAccess: boolean;
  readonly deviceStorageDisclosureUrl: string;
}

const PURPOSES = [
  'Store and/or access information on a device',
  'Use limited data to select advertising',
  'Create profiles for personalised advertising',
  'Use profiles to select personalised advertising',
  'Create profiles to personalise content',
  'Use profiles to select personalised content',
  'Measure advertising performance',
  'Measure content performance',
  'Understand audiences through statistics or combinations of data from different sources',
  'Develop and improve services',
  'Use limited data to select content',
];

type Grounds = Pick<Vendor, 'purposes' | 'legIntPurposes'>;

function vendor(id: number, name: string, grounds: Grounds): Vendor {
  return {
    id,
    name,
    ...grounds,
    flexiblePurposes: [],
    specialPurposes: [1, 2],
    features: [],
    specialFeatures: [],
    cookieMaxAgeSeconds: 2_592_000,
    usesCookies: true,
    cookieRefresh: false,
    usesNonCookieAccess: true,
    deviceStorageDisclosureUrl: '/device-storage.json',
  };
}

const VENDORS = [
  vendor(1, 'Bluebird Metrics', { purposes: [1, 3, 4, 5, 6], legIntPurposes: [2, 7] }),
  vendor(2, 'Hog Collector', { purposes: [1, 8], legIntPurposes: [9, 10] }),
  vendor(3, 'Snow Collector', { purposes: [1, 2, 7, 9], legIntPurposes: [11] }),
];

function byId<One extends { readonly id: number }>(all: readonly One[]): Readonly<Record<string, One>> {
  return Object.fromEntries(all.map((one) => [one.id, one]));
}

function named(names: readonly string[]) {
  return byId(names.map((name, index) => ({ id: index + 1, name, description: name, illustrations: [] })));
}

/**
 * The demo sites' own vendor list: three vendors, with the framework's purposes.
 * @see https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20Consent%20string%20and%20vendor%20list%20formats%20v2.md
 */
export const VENDOR_LIST = {
  gvlSpecificationVersion: 3,
  vendorListVersion: 7,
  tcfPolicyVersion: 5,
  lastUpdated: '2026-01-01T00:00:00Z',
  purposes: named(PURPOSES),
  specialPurposes: named(['Ensure security, prevent and detect fraud', 'Deliver and present advertising']),
  features: {},
  specialFeatures: {},
  stacks: {},
  dataCategories: {},
  vendors: byId(VENDORS),
} as const;
