/** What a person is said to have agreed to. */
export type ConsentFor = 'advertising' | 'measurement' | 'sale';

/** One thing that a signal says. `unset`: nobody was asked, or it does not apply. */
export interface ConsentSaid {
  readonly to: ConsentFor;
  readonly is: 'allowed' | 'refused' | 'unset';
}

const STATES = new Map<string, ConsentSaid['is']>([
  ['1', 'allowed'],
  ['0', 'refused'],
  ['-', 'unset'],
]);

/** `G1` and then a state each for `ad_storage` and `analytics_storage`: `G110`. */
const GOOGLE = /^G1([01-])([01-])$/u;

/** Version, whether there was a notice, whether the person objected to a sale, and an agreement between companies. */
const US_PRIVACY = /^1[YN-]([YN-])[YN-]$/iu;

/**
 * Reads a consent signal that stands in a request by its own, so that it can be said in words. An empty list: it has
 * no such form.
 * @see https://developers.google.com/tag-platform/security/concepts/consent-mode (`gcs`)
 * @see https://help.ads.microsoft.com/#apex/ads/en/60119/1 (`asc`)
 * @see https://github.com/InteractiveAdvertisingBureau/USPrivacy (`us_privacy`)
 */
export function readConsentSignal(parameter: string, value: string): readonly ConsentSaid[] {
  const google = GOOGLE.exec(value);
  if (google !== null)
    return [
      { to: 'advertising', is: STATES.get(google[1] ?? '') ?? 'unset' },
      { to: 'measurement', is: STATES.get(google[2] ?? '') ?? 'unset' },
    ];
  const objected = US_PRIVACY.exec(value)?.[1]?.toUpperCase();
  if (objected !== undefined)
    return [{ to: 'sale', is: objected === 'Y' ? 'refused' : objected === 'N' ? 'allowed' : 'unset' }];
  if (parameter === 'asc' && /^[GD]$/u.test(value))
    return [{ to: 'advertising', is: value === 'G' ? 'allowed' : 'refused' }];
  return [];
}
