import { asText, inferred, match } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

/** A recording, in protocol buffers; of it can be told only what stands in the address. */
const RECORDING: Omit<HitKind, 'when'> = {
  name: ['event'],
  unnamed: 'recording',
  deeds: { recording: 'recording' },
  roles: {
    // The recording's number is kept in the browser, and is the only one for the visitor that stands in the address.
    visitor: [inferred({ at: 'r', take: asText })],
    session: ['r'],
    user: [match('u', /^[^\s@]+$/u)],
    account: ['a'],
    page: ['url', 'href'],
  },
  stream: [],
};

/** `organisation/application`, and the number of the recording behind the version of its form. */
const APPLICATION = /^[\w-]+\/[\w.-]+$/u;
const RECORDING_NUMBER = /^\d+-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/**
 * LogRocket. It has many hosts, which it takes turns with, and lets sites send through hosts of their own.
 * @see https://docs.logrocket.com/docs/proxying-traffic-through-your-own-domain
 */
export const LOGROCKET: Vendor = {
  id: 'logrocket',
  name: 'LogRocket',
  hosts: [
    'logrocket.com',
    'logrocket.io',
    'lr-ingest.io',
    'lr-ingest.com',
    'ingest-lr.com',
    'lr-in.com',
    'lr-in-prod.com',
    'lr-intake.com',
    'intake-lr.com',
    'lgrckt-in.com',
    'logr-ingest.com',
    'logr-in.com',
    'logr-i.com',
    'lrkt-in.com',
  ],
  hits: [
    { when: { query: { r: RECORDING_NUMBER, a: APPLICATION } }, ...RECORDING },
    { when: { host: 'own', path: /^\/i$/u }, ...RECORDING },
    {
      // How much it recorded.
      when: { host: 'own', path: /^\/s$/u },
      unnamed: 'stats',
      deeds: { stats: 'performance' },
      roles: RECORDING.roles,
    },
    {
      // What went wrong in LogRocket itself.
      when: { host: 'own', path: /^\/api\/\d+\/store\/$/u },
      unnamed: 'error',
      deeds: { error: 'error' },
      roles: { page: ['request.url'] },
    },
  ],
};
