import type { Receipt, ReceiptOutcome } from '#core/receipt.ts';
import type { SiteReport } from '#core/report.ts';
import { readConsent } from '#consent/read-consent.ts';
import { DAY, NOW } from './actors.ts';

/** A receipt of a banner that was refused. */
export function receipt(outcome: ReceiptOutcome, value = '{"matomo":true,"adsense":false}'): Receipt {
  return {
    id: 'receipt',
    at: NOW - DAY,
    store: '0',
    by: 'known-as',
    wanted: { is: 'refuse' },
    cmp: 'Klaro',
    clicks: 2,
    cosmetic: false,
    before: [],
    after: readConsent([{ area: 'cookie', name: 'klaro', value }]),
    outcome,
  };
}

/** It was refused, and the site stored something else. */
export const STORED_OTHERWISE = {
  is: 'refused-but-stored',
  stored: [{ form: 'klaro', purpose: 'analytics', name: 'matomo', is: 'granted' }],
  vendors: [],
  takenBack: [],
} as const satisfies ReceiptOutcome;

/** A site where that happened. */
export const BANNER: SiteReport['banner'] = {
  mode: 'refuse',
  purposes: [],
  chosen: false,
  last: receipt(STORED_OTHERWISE),
};
