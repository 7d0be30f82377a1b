import type { ConsentRecord, ConsentText, PurposeState } from '#core/consent.ts';
import { type Found, recordOf, said, unread } from './record.ts';

/** Version, whether notice was given, whether the person opted out of sale, and whether an agreement between companies holds. */
const US_PRIVACY = /^(\d)[YN-]([YN-])[YN-]$/iu;

const SALE: ReadonlyMap<string, PurposeState> = new Map([
  ['Y', 'objected'],
  ['N', 'not-objected'],
  ['-', 'not-asked'],
]);

/** What four characters of US Privacy say; `null`: they are none. */
export function decodeUsPrivacy(text: string): Found | null {
  const [, version, sale] = US_PRIVACY.exec(text.slice(0, 10)) ?? [];
  if (version === undefined || sale === undefined || text.length > 4) return null;
  if (version !== '1') return { problem: 'old-version' };
  const is = SALE.get(sale.toUpperCase()) ?? 'unknown';
  return {
    purposes: [said('sale', 'opt-out of sale', is)],
    signals: { saleOptOut: is === 'not-asked' ? null : is === 'objected' },
    jurisdictions: ['US'],
  };
}

/**
 * A US Privacy string: `1YNN`. It says nothing of who chose, nor when.
 * @see https://github.com/InteractiveAdvertisingBureau/USPrivacy/blob/master/CCPA/US%20Privacy%20String.md
 */
export function readUsPrivacy(text: ConsentText): ConsentRecord {
  const found = decodeUsPrivacy(text.value.trim());
  return found === null ? unread('us-privacy', [text]) : recordOf('us-privacy', [text], found);
}
