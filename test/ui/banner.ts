import type { SiteReport } from '#core/report.ts';
import { readConsent } from '#consent/read-consent.ts';
import { DAY, NOW } from './actors.ts';

/** A site whose banner was refused, and which stored something else. */
export const BANNER: SiteReport['banner'] = {
  mode: 'refuse',
  chosen: false,
  last: {
    at: NOW - DAY,
    receipt: {
      mode: 'refuse',
      cmp: 'Klaro',
      clicks: 1,
      before: [],
      after: readConsent([{ area: 'cookie', name: 'klaro', value: '{"matomo":true,"adsense":false}' }]),
      outcome: 'stored-otherwise',
    },
  },
};
