import type { SiteReport } from '#core/report.ts';
import { DAY, domain, NOW } from './actors.ts';

/** Who got something of the person: by what they typed, and by what requests say. */
export const NAMED: SiteReport['named'] = [
  {
    recipient: domain('ads-exchange.example'),
    company: { name: 'Exchange Ltd', category: 'ad' },
    vendor: null,
    requests: 4,
    first: NOW - 200 * DAY,
    last: NOW - DAY,
    got: [
      { what: 'email', form: 'sha256', basis: 'inferred' },
      { what: 'phone', form: 'as-such', basis: 'inferred', early: true },
    ],
  },
  {
    recipient: domain('eu.hog-collector.example'),
    company: null,
    vendor: { id: 'posthog', name: 'PostHog' },
    requests: 1,
    first: NOW - DAY,
    last: NOW - DAY,
    got: [
      { what: 'user', form: 'clear', basis: 'stated' },
      { what: 'name', form: 'hashed', basis: 'stated' },
    ],
  },
];
