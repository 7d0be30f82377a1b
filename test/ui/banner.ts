import type { Receipt, ReceiptOutcome } from '#core/receipt.ts';
import type { SiteReport } from '#core/report.ts';
import type { SiteReceipt } from '#core/site-receipt.ts';
import { measuresOf } from '#consent/receipt-rules.ts';
import { readConsent } from '#consent/read-consent.ts';
import { outcomeOf } from '#consent/receipt.ts';
import { DAY, domain, NOW } from './actors.ts';

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

/** A TC string in which consent and legitimate interest stand side by side, as long as they come. */
const TC_STRING = 'COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA.IFoEUQQgAIQwgIwQABAEAAAAOIAACAIAAAAQ';

/** Three receipts of a site: what it stored otherwise, a banner that was left alone, and one with a TC string. */
export function receipts(): readonly SiteReceipt[] {
  const left: Receipt = { ...receipt({ is: 'left' }), id: 'left', wanted: { is: 'tell' }, clicks: 0, after: [] };
  const after = readConsent([{ area: 'cookie', name: 'euconsent-v2', value: TC_STRING }]);
  const wanted = { is: 'refuse' } as const;
  const outcome = outcomeOf({ wanted, answered: { type: 'clicked' }, before: [], after });
  const string: Receipt = { ...receipt(outcome), id: 'string', cmp: 'Sourcepoint', after };
  const all = [receipt(STORED_OTHERWISE), { ...left, at: NOW - 9 * DAY }, { ...string, at: NOW - 40 * DAY }];
  return all.map((of) => ({ domain: domain('halden-audio.example'), receipt: of, measuredBy: measuresOf(of) }));
}

/** Those, and one of another site that came last. */
export function receiptsOfSites(): readonly SiteReceipt[] {
  const news: Receipt = { ...receipt(STORED_OTHERWISE), id: 'news', cmp: 'Osano', at: NOW - 60_000 };
  return [{ domain: domain('northwind-news.example'), receipt: news, measuredBy: measuresOf(news) }, ...receipts()];
}
