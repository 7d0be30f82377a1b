import { match } from '../hit/take.ts';
import type { Roles, Vendor } from '../hit/vendor.ts';

const ROLES: Roles = {
  visitor: ['tuuid', 'visitor_id', 'visitorId'],
  session: ['session_id', 'sessionId'],
  account: ['key', 'auth', 'id'],
  page: ['page', 'page_url', 'pageUrl', 'url', match('referer', /^https?:\/\/[^/]+\/.+$/u)],
  referrer: ['referrer', 'referer_url'],
  title: ['page_title', 'pageTitle', 'title'],
};

/**
 * Demandbase: its tag asks which company the visitor belongs to, and tells of what is shown to them.
 * @see https://support.demandbase.com/hc/en-us/articles/360019872411-Demandbase-Tag-Data-Collection
 */
export const DEMANDBASE: Vendor = {
  id: 'demandbase',
  name: 'Demandbase',
  hosts: ['company-target.com', 'demandbase.com'],
  hits: [
    {
      when: { host: 'own', path: /^\/api\/v\d+\/(?:ip|domain)\.jsonp?$|^\/api\/v\d+\/ip\.js$/u },
      unnamed: 'IP API · page view',
      roles: ROLES,
    },
    {
      when: { host: /^et\.company-target\.com$/u },
      events: ['events'],
      name: ['type', 'event_type', 'eventType', 'event', 'name'],
      deeds: { experience_fired: 'other', experience_clicked: 'click' },
      roles: ROLES,
    },
    {
      when: { host: 'own', path: /^\/pixel$/u },
      name: ['event'],
      unnamed: 'pixel · page view',
      roles: ROLES,
    },
    { when: { host: /^segments\.company-target\.com$/u }, unnamed: 'segments', roles: ROLES },
    {
      when: { host: 'own', path: /^\/s\/sync/u },
      unnamed: 'cookie sync',
      deeds: { 'cookie sync': 'sync' },
      roles: { visitor: ['tuuid'] },
    },
    {
      when: { host: /^tag-logger\.demandbase\.com$/u },
      unnamed: 'tag log',
      deeds: { 'tag log': 'performance' },
      roles: ROLES,
    },
  ],
};
