import type { ConsentRecord } from '#core/consent.ts';
import { readStated } from './stated-in-hit.ts';

/**
 * The parameters by which the standards have consent told in addresses, whoever is asked, and that the GDPR does not apply.
 * @see https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20Consent%20string%20and%20vendor%20list%20formats%20v2.md
 * @see https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform/blob/main/Core/CMP%20API%20Specification.md
 * @see https://github.com/InteractiveAdvertisingBureau/USPrivacy/blob/master/CCPA/US%20Privacy%20String.md
 */
const PARAMETERS = /[?&;](gdpr_consent|gpp|us_privacy|gdpr)=([^&;#]*)/gu;

/**
 * The members by which advertising's auctions have it told in JSON: `user.consent`, `regs.gpp`, `regs.us_privacy` and
 * `regs.gdpr`, or under `ext` in either.
 * @see https://github.com/InteractiveAdvertisingBureau/openrtb2.x/blob/main/2.6.md#objectuser
 */
const MEMBERS = /"(consent|gpp|us_privacy|gdpr)"\s*:\s*"?([\w.~-]*)/gu;

/** A longer string is none that a page sends along. */
const LONGEST = 4000;
/** So many signs of an address, and of what is sent along, are looked through. */
const LONGEST_URL = 16_384;
const LONGEST_BODY = 65_536;

function plain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What stands under some names, of each the first. A TC string beside `gdpr` 0 says nothing: it does not apply. */
function stated(pairs: Iterable<RegExpMatchArray>): readonly ConsentRecord[] {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of pairs) {
    if (!found.has(name) && value.length <= LONGEST) found.set(name, plain(value));
  }
  const isVoid = found.get('gdpr') === '0';
  return [...found].flatMap(([name, value]) => {
    const record = name === 'gdpr' ? null : readStated({ area: 'request', name, value });
    return record === null || (isVoid && record.form === 'tcf') ? [] : [record];
  });
}

/** What an address says of consent under the standards' own names. Never throws; what cannot be read is left out. */
export function statedInAddress(url: string): readonly ConsentRecord[] {
  return stated(url.slice(0, LONGEST_URL).matchAll(PARAMETERS));
}

/** What a body that is sent along says of it, where it is an auction's JSON. Never throws. */
export function statedInBody(text: string): readonly ConsentRecord[] {
  return stated(text.slice(0, LONGEST_BODY).matchAll(MEMBERS));
}
