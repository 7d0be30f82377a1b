import { isObject } from '#core/json.ts';
import { itemsOfTheSite, ofTheSite } from '../hit/of-the-site.ts';
import type { Taken } from '../hit/take.ts';
import { unpacked } from '../hit/unpacked.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

const SITE = ofTheSite('properties');

const EVENT: Omit<HitKind, 'when'> = {
  events: unpacked,
  name: ['event'],
  deeds: {
    $mp_page_leave: 'time',
    $mp_session_record: 'recording',
    $create_alias: 'identify',
    $merge: 'identify',
    mp_page_view: 'page-view',
  },
  roles: {
    // Once a person is known, `distinct_id` is the site's name for them.
    visitor: ['properties.$device_id', 'properties.distinct_id'],
    session: ['properties.$session_id'],
    user: ['properties.$user_id'],
    account: ['properties.token'],
    page: ['properties.$current_url', 'properties.current_url', 'properties.mp_page', ...SITE.page],
    referrer: ['properties.$referrer', 'properties.mp_referrer'],
    title: ['properties.current_page_title', 'properties.$title', ...SITE.title],
    search: SITE.search,
    seconds: ['properties.$duration', 'properties.$ae_session_length'],
    scroll: ['properties.$max_scroll_percentage'],
    value: SITE.value,
    currency: SITE.currency,
    order: SITE.order,
  },
  items: itemsOfTheSite('properties'),
  once: ['properties.$insert_id'],
};

/** What is changed in somebody's profile: `engage · $set`. */
function changes(called: string): Taken<string> {
  return {
    at: '',
    take: (found) => {
      const names = isObject(found) ? Object.keys(found) : [];
      const made = names.filter((name) => /^\$(?:set|add|append|union|remove|unset|delete)/u.test(name));
      return [called, ...made].join(' · ');
    },
  };
}

function profile(called: 'engage' | 'groups'): Omit<HitKind, 'when'> {
  return {
    events: unpacked,
    name: [changes(called)],
    deeds: { '*': 'identify' },
    roles: {
      visitor: ['$device_id', '$distinct_id'],
      user: ['$user_id'],
      account: ['$token'],
      value: ['$append.$transactions.$amount'],
    },
    personal: {
      email: ['$set.$email', '$set_once.$email'],
      phone: ['$set.$phone'],
      name: ['$set.$name', '$set.$first_name', '$set.$last_name'],
    },
  };
}

const TOKEN = /^[\da-f]{32}$/u;
/**
 * A parameter `data` that begins with `{"event"`, `[{"event"` or `{"$set"`, or base64 of it, and names a token; in base64
 * that looks in three ways, by where it begins.
 */
const PACKED =
  /^(?:\s*\[?\s*\{\s*"(?:event"|\$).*token|(?:eyJldmVudCI|eyIk|W3siZXZlbnQi|W3siJ|WwogICAgey).*(?:dG9rZW4|Rva2Vu|b2tlb))/su;
/** Where the first event may stand. */
const FIRST = ['data.', 'data.0.', '', '0.'];

/**
 * Mixpanel.
 * @see https://developer.mixpanel.com/reference/track-event
 * @see https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript
 */
export const MIXPANEL: Vendor = {
  id: 'mixpanel',
  name: 'Mixpanel',
  hosts: ['mixpanel.com', 'mxpnl.com'],
  hits: [
    {
      when: { path: /\/record\/?$/u, query: { replay_id: true, distinct_id: true, seq: /^\d+$/u } },
      unnamed: 'record',
      deeds: { record: 'recording' },
      roles: {
        visitor: ['$device_id', 'distinct_id'],
        user: ['$user_id'],
        session: ['replay_id'],
        page: ['$current_url', 'replay_start_url'],
      },
      stream: ['replay_length_ms'],
    },
    { when: { host: 'own', path: /\/(?:track|import)\/?$/u, query: { data: true } }, ...EVENT },
    { when: { host: 'own', path: /\/(?:track|import)\/?$/u, hasBody: true }, ...EVENT },
    { when: { path: /\/track\/?$/u, query: { data: PACKED } }, ...EVENT },
    ...FIRST.flatMap((at): readonly HitKind[] => [
      {
        when: { body: { [`${at}event`]: true, [`${at}properties.token`]: true, [`${at}properties.mp_lib`]: true } },
        ...EVENT,
      },
      { when: { path: /\/track\/?$/u, body: { [`${at}event`]: true, [`${at}properties.token`]: TOKEN } }, ...EVENT },
    ]),
    ...(['engage', 'groups'] as const).flatMap((called): readonly HitKind[] => {
      const path = new RegExp(`/${called}/?$`, 'u');
      return [
        { when: { host: 'own', path, query: { data: true } }, ...profile(called) },
        { when: { host: 'own', path, hasBody: true }, ...profile(called) },
        { when: { path, query: { data: PACKED } }, ...profile(called) },
        ...FIRST.map((at): HitKind => ({ when: { path, body: { [`${at}$token`]: TOKEN } }, ...profile(called) })),
      ];
    }),
  ],
};
