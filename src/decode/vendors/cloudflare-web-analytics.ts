import type { Json } from '#core/json.ts';
import { asText } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu;
const TOKEN = /^[\da-f]{32}$/iu;
const ADDRESS = /^https?:\/\//iu;
const PATH = /\/cdn-cgi\/rum$/u;

/** Events are numbered. */
const NAMES: Readonly<Record<string, string>> = {
  '1': 'page view (pageload)',
  '2': 'additional',
  '3': 'web vitals',
};

function nameOf(type: Json): string | undefined {
  return NAMES[asText(type) ?? ''];
}

const BEACON: Omit<HitKind, 'when'> = {
  name: [{ at: 'eventType', take: nameOf }],
  unnamed: 'page view (pageload)',
  deeds: { additional: 'performance' },
  roles: {
    account: ['siteToken'],
    page: ['location'],
    referrer: ['referrer'],
  },
  once: ['pageloadId', 'eventType', 'location'],
};

/**
 * Cloudflare Web Analytics: at its own host, and on the site itself where Cloudflare puts the script in.
 * @see https://developers.cloudflare.com/speed/speed-test/rum-beacon/
 */
export const CLOUDFLARE_WEB_ANALYTICS: Vendor = {
  id: 'cloudflare-web-analytics',
  name: 'Cloudflare Web Analytics',
  hosts: ['cloudflareinsights.com'],
  hits: [
    { when: { body: { pageloadId: UUID, siteToken: TOKEN } }, ...BEACON },
    { when: { body: { pageloadId: UUID, location: ADDRESS, 'versions.js': true } }, ...BEACON },
    { when: { path: PATH, body: { pageloadId: true } }, ...BEACON },
    { when: { path: PATH, body: { siteToken: true, location: ADDRESS } }, ...BEACON },
  ],
};
