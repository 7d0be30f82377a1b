import type { Vendor, When } from '../hit/vendor.ts';
import { MATOMO_ACTION } from './matomo.ts';

/** An app's ID is a UUID, where Matomo counts its sites. */
const APP = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu;
const YES = /^1$/u;
const FILE = /\/ppms\.php$/iu;
const BULK = /^(?=.*\bidsite=[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})(?=.*\brec=1\b)/iu;

const SHAPES: readonly When[] = [
  { path: FILE, query: { idsite: true } },
  { path: FILE, body: { idsite: true } },
  { path: FILE, body: { 'requests.0': /\bidsite=/u } },
  // Sites may give it a path of their own, and old ones have `piwik.php`.
  { query: { idsite: APP, rec: YES } },
  { body: { idsite: APP, rec: YES } },
  { body: { 'requests.0': BULK } },
  { host: 'own', path: /\/piwik\.php$/iu, query: { idsite: true } },
  { host: 'own', path: /\/piwik\.php$/iu, body: { idsite: true } },
];

/**
 * Piwik PRO, which began as a copy of Piwik and still sends most of what Matomo does.
 * @see https://developers.piwik.pro/en/latest/data_collection/api/http_api.html
 */
export const PIWIK_PRO: Vendor = {
  id: 'piwik-pro',
  name: 'Piwik PRO',
  hosts: ['piwik.pro'],
  hits: SHAPES.map((when) => ({ when, ...MATOMO_ACTION })),
};
