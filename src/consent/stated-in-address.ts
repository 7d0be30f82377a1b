import type { ConsentRecord } from '#core/consent.ts';
import { readStated } from './stated-in-hit.ts';

/**
 * The parameters by which the standards have consent told in addresses, whoever is asked, and that the GDPR does not apply.
 * @see https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20Consent%20string%20and%20vendor%20list%20formats%20v2.md
 * @see https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform/blob/main/Core/CMP%20API%20Specification.md
 * @see https://github.com/InteractiveAdvertisingBureau/USPrivacy/blob/master/CCPA/US%20Privacy%20String.md
 */
const PARAMETER = /[?&;](gdpr_consent|gpp|us_privacy|gdpr)=([^&;#]*)/gu;
/** A longer string is none that a page sends along. */
const LONGEST = 4000;
/** So many signs of an address are looked through. */
const LONGEST_URL = 16_384;

function plain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * What an address says of consent under the standards' own names. A TC string beside `gdpr=0` says nothing: it does not
 * apply. Never throws; what cannot be read is left out.
 */
export function statedInAddress(url: string): readonly ConsentRecord[] {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of url.slice(0, LONGEST_URL).matchAll(PARAMETER)) {
    if (!found.has(name) && value.length <= LONGEST) found.set(name, plain(value));
  }
  if (found.get('gdpr') === '0') found.delete('gdpr_consent');
  found.delete('gdpr');
  return [...found].flatMap(([name, value]) => readStated({ area: 'request', name, value }) ?? []);
}
