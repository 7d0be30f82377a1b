import { isObject } from '#core/json.ts';
import { openText } from '../body/content.ts';
import type { Layers } from '../hit/layers.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

const PERSONAL: HitKind['personal'] = {
  email: ['context.user.email', 'context.user.auto_email', 'user.email', 'context.user.sha256_email'],
  phone: [
    'context.user.phone_number',
    'context.user.auto_phone_number',
    'user.phone_number',
    'user.phone',
    'context.user.phone',
  ],
  name: ['context.user.first_name', 'context.user.last_name', 'user.first_name', 'user.last_name'],
  address: ['context.user.zip_code', 'context.user.city', 'user.zip_code', 'user.city'],
};

/** An event of the pixel, or of the Events API, which says the same a level higher. */
const EVENT: Omit<HitKind, 'when'> = {
  name: [
    'event',
    // What the pixel finds by itself: a click, a form, what the page is about.
    'action',
  ],
  deeds: {
    placeanorder: 'order',
    completepayment: 'order',
    enricham: 'identify',
    submitform: 'form',
    clickbutton: 'click',
    addtowishlist: 'other',
    metadata: 'other',
  },
  roles: {
    visitor: ['context.user.anonymous_id', 'context.user.ttp', 'user.ttp'],
    session: ['context.session_id'],
    user: ['context.user.external_id', 'user.external_id'],
    account: ['context.pixel.code', 'pixel_code', 'event_source_id', 'sdkid'],
    page: ['context.page.url', 'page.url'],
    referrer: ['context.page.referrer', 'page.referrer'],
    search: ['properties.query', 'properties.search_string'],
    value: ['properties.value'],
    currency: ['properties.currency'],
    order: ['properties.order_id'],
  },
  items: [{ at: 'properties.contents' }, { at: 'properties.content_ids' }, { at: 'properties.content_id' }],
  personal: PERSONAL,
  once: ['message_id'],
};

/** `?analytics_message=` holds all of it in base64, where no body can be sent. */
function inMessage({ query, layers }: OpenHit): readonly Layers[] {
  const value = openText(query['analytics_message'] ?? '');
  return isObject(value) ? [[{ part: 'query', at: 'analytics_message', value }]] : [layers];
}

/**
 * TikTok Pixel.
 * @see https://business-api.tiktok.com/portal/docs?id=1739585696931842
 */
export const TIKTOK: Vendor = {
  id: 'tiktok',
  name: 'TikTok Pixel',
  hosts: ['analytics.tiktok.com', 'business-api.tiktok.com', 'tiktok.com', 'tiktokw.us', 'ttwstatic.com'],
  hits: [
    {
      when: { host: /^analytics[\w-]*\.(?:\w+\.)?tiktok(?:w\.us|\.com)$/u, path: /^\/api\/v\d/u, hasBody: true },
      events: [''],
      ...EVENT,
    },
    { when: { host: 'own', path: /^\/api\/v\d/u, query: { analytics_message: true } }, events: inMessage, ...EVENT },
    { when: { host: 'own', path: /^\/api\/v\d\/pixel/u, query: { sdkid: true } }, ...EVENT },
    { when: { host: 'own', path: /^\/open_api\/v[\d.]+\/event\/track\/?$/u }, events: ['data'], ...EVENT },
    { when: { host: 'own', path: /^\/open_api\/v[\d.]+\/pixel\/batch\/?$/u }, events: ['batch'], ...EVENT },
    { when: { host: 'own', path: /^\/open_api\/v[\d.]+\/pixel\/track\/?$/u }, ...EVENT },
    // A pixel code, and a page: on the site's own host, by a gateway.
    { when: { body: { 'context.pixel.code': /^[A-Z\d]{15,25}$/u, 'context.page.url': true } }, ...EVENT },
    { when: { body: { 'context.library.name': /^pixel\.js$/u, 'context.page.url': true } }, ...EVENT },
  ],
};
