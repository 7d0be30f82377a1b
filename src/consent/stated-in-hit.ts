import { readConsentSignal } from '#core/consent-signal.ts';
import type { ConsentRecord, ConsentText, PurposeState } from '#core/consent.ts';
import type { ConsentSaid } from '#core/consent-signal.ts';
import type { Said } from '#core/hit.ts';
import { readConsentMode } from './google.ts';
import { looksLikeGpp, readGppString } from './gpp.ts';
import { recordOf, said } from './record.ts';
import { looksLikeTcString, readTcString } from './tcf.ts';
import { readUsPrivacy } from './us-privacy.ts';

const STATES: Readonly<Record<ConsentSaid['is'], PurposeState>> = {
  allowed: 'granted',
  refused: 'refused',
  unset: 'not-asked',
};

/** Microsoft's Consent Mode: `asc=G` or `D`. @see https://help.ads.microsoft.com/#apex/ads/en/60119/1 */
function readAsc(text: ConsentText): ConsentRecord | null {
  const [advertising] = readConsentSignal('asc', text.value);
  return advertising === undefined
    ? null
    : recordOf('microsoft-consent-mode', [text], {
        purposes: [said('advertising', 'ad_storage', STATES[advertising.is])],
      });
}

/** Reads what stands in a request under a name of its own; `null`: in no form that is known here, or not to be read. */
export function readStated(text: ConsentText): ConsentRecord | null {
  const record = readAny(text);
  return record === null || record.problem !== null ? null : record;
}

function readAny(text: ConsentText): ConsentRecord | null {
  const { name, value } = text;
  if (name === 'gcs' || name === 'gcd') return readConsentMode({ [name]: value });
  if (name === 'asc') return readAsc(text);
  if (looksLikeTcString(value)) return readTcString(text);
  if (looksLikeGpp(value)) return readGppString(text);
  return /^1[YN-]{3}$/iu.test(value) ? readUsPrivacy(text) : null;
}

/** What a request says of consent, as it stands among the facts of a vendor’s form. `null`: nothing that can be read. */
export function statedInHit({ value, place }: Said<string>): ConsentRecord | null {
  const name = place.name.split('.').at(-1) ?? place.name;
  return readStated({ area: 'request', name, value: value.trim() });
}
