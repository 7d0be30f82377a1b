import { asText, type Taken } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

const HOST = /^(?:px\d*|dc|p)\.ads\.linkedin\.com$/u;

const CONVERSION: Taken<string> = {
  at: 'conversionId',
  take: (found) => {
    const id = asText(found);
    return id === undefined ? undefined : `conversion · ${id}`;
  },
};

/** By what is set up at LinkedIn: a page was visited, or there was a conversion, which is named by a number there. */
const COLLECT: Omit<HitKind, 'when'> = {
  name: [CONVERSION],
  unnamed: 'PAGE_VISIT',
  deeds: { page_visit: 'page-view', '*': 'lead' },
  roles: {
    visitor: ['li_adsId', 'liFatId', 'li_fat_id'],
    account: ['pid'],
    page: ['url'],
    value: ['conversionValue', 'conversion_value'],
    currency: ['currency'],
  },
  personal: { email: ['hem'] },
  // To px and to px4, for the two sorts of IP address, and for attribution reporting.
  once: ['pid', 'time'],
};

/** What the tag finds by itself: pages, clicks, forms. */
const SIGNAL: Omit<HitKind, 'when'> = {
  name: ['signalType'],
  unnamed: 'website action',
  deeds: { page_visit: 'page-view', click: 'click' },
  roles: {
    visitor: ['li_adsId', 'liFatId', 'liGiant'],
    account: ['pids.0'],
    page: ['url'],
    title: ['pageTitle'],
  },
  personal: { email: ['hem'] },
  once: ['websiteSignalRequestId'],
};

/**
 * LinkedIn Insight Tag.
 * @see https://www.linkedin.com/help/lms/answer/a427660
 */
export const LINKEDIN: Vendor = {
  id: 'linkedin',
  name: 'LinkedIn Insight Tag',
  hosts: ['linkedin.com', 'licdn.com'],
  hits: [
    { when: { host: HOST, path: /^\/(?:collect|attribution_trigger)\/?$/u }, ...COLLECT },
    { when: { host: HOST, path: /^\/wa\/?$/u }, ...SIGNAL },
    // Which member of LinkedIn the visitor is.
    {
      when: { host: 'own', path: /^\/(?:px\/)?(?:li_sync|li\/sync|setuid|db_sync)\/?$/u },
      unnamed: 'li_sync',
      deeds: { li_sync: 'sync' },
      roles: { account: ['pid'], page: ['url'] },
    },
    { when: { body: { signalType: /^[A-Z_]+$/u, websiteSignalRequestId: true, 'pids.0': true } }, ...SIGNAL },
  ],
};
