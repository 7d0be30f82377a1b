import { isList, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, match, milliseconds, type Taken } from '../hit/take.ts';
import { itemsOfTheSite, ofTheSite } from '../hit/of-the-site.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** So that nobody reads along by accident, the library may send base64 backwards. */
function backwards({ body: { content } }: OpenHit): ReturnType<typeof openText> {
  return content.form === 'text' ? openText(content.text.split('').toReversed().join('')) : undefined;
}

function eventsIn(hit: OpenHit): readonly Layers[] {
  const { content } = hit.body;
  const whole = content.form === 'value' ? content.value : backwards(hit);
  if (whole === undefined) return [[]];
  const events = own(whole, 'events');
  const around = { part: 'body', at: '', value: whole } as const;
  if (!isList(events)) return [[around]];
  return events.map((value, nth) => [{ part: 'body', at: `events.${nth}`, value }, around]);
}

const NAME_OF_ITS_OWN = /^(?:statsig|auto_capture)::/u;

/** Its own events have addresses and milliseconds where the site's have what they are worth. */
const VALUE: Taken<number> = {
  at: '',
  take: (event) => {
    const name = asText(own(event, 'eventName') ?? null) ?? '';
    return NAME_OF_ITS_OWN.test(name) ? undefined : asNumber(own(event, 'value') ?? null);
  },
};

const TIME_ON_PAGE: Taken<number> = {
  at: '',
  take: (event) => {
    const isTime = asText(own(event, 'eventName') ?? null) === 'statsig::app_metrics::time_on_page_ms';
    const spent = asNumber(own(event, 'value') ?? null);
    return isTime && spent !== undefined ? spent / 1000 : undefined;
  },
};

const SITE = ofTheSite('metadata');

const EVENTS: Omit<HitKind, 'when'> = {
  events: eventsIn,
  name: ['eventName'],
  deeds: {
    'auto_capture::page_view_end': 'time',
    'auto_capture::session_start': 'other',
    'auto_capture::form_submit': 'form',
    'statsig::app_metrics::time_on_page_ms': 'time',
    'statsig::app_metrics::page_load_time': 'performance',
    'statsig::app_metrics::dom_interactive_time': 'performance',
    'statsig::session_recording': 'recording',
  },
  roles: {
    visitor: ['statsigMetadata.stableID', 'user.customIDs.stableID', 'user.stableID'],
    session: ['statsigMetadata.sessionID', 'metadata.sessionID', 'sid'],
    user: ['user.userID'],
    account: ['k', 'statsigMetadata.sdkKey'],
    page: [...SITE.page, 'metadata.current_url', 'statsigMetadata.currentPage', match('value', /^https?:\/\/.+$/u)],
    referrer: ['metadata.referrer', 'user.analyticsOnlyMetadata.$s_referrer'],
    title: ['metadata.title', ...SITE.title],
    search: SITE.search,
    seconds: [milliseconds('metadata.pageViewLength'), TIME_ON_PAGE],
    scroll: ['metadata.maxScrollPercentage'],
    value: [VALUE, ...SITE.value, 'metadata.price'],
    currency: SITE.currency,
    order: SITE.order,
  },
  items: itemsOfTheSite('metadata'),
  personal: { email: ['user.email', 'user.privateAttributes.email', 'user.custom.email'] },
};

/** A recording's events, as the library's session replay sends them. */
const REPLAY: Omit<HitKind, 'when'> = { ...EVENTS, stream: [] };

/** `log_event`, and the same by a name that blockers do not know: `rgstr`. */
const PATH = /\/v1\/(?:rgstr|log_event(?:_beacon)?)\/?$/u;

/**
 * Statsig.
 * @see https://docs.statsig.com/client/javascript-sdk
 * @see https://docs.statsig.com/http-api
 */
export const STATSIG: Vendor = {
  id: 'statsig',
  name: 'Statsig',
  hosts: [
    'statsig.com',
    'statsigapi.net',
    'featuregates.org',
    'featureassets.org',
    'prodregistryv2.org',
    'statsigcdn.com',
    'assetsconfigcdn.org',
  ],
  hits: [
    { when: { host: 'own', path: PATH, body: { 'events.0.eventName': /^statsig::session_recording/u } }, ...REPLAY },
    { when: { host: 'own', path: PATH, hasBody: true }, ...EVENTS },
    {
      when: {
        body: { 'events.0.eventName': /^statsig::session_recording/u, 'statsigMetadata.sdkType': true },
      },
      ...REPLAY,
    },
    { when: { body: { 'events.0.eventName': true, 'statsigMetadata.sdkType': true } }, ...EVENTS },
    { when: { path: PATH, body: { 'events.0.eventName': true } }, ...EVENTS },
    // Backwards, or not to be read for another reason: then its address must tell.
    {
      when: { query: { st: /^js|javascript|react/u, sv: /^\d+\./u, k: /^client-/u, ec: true }, hasBody: true },
      ...EVENTS,
    },
  ],
};
