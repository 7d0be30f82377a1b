import { type Json, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import { asText, milliseconds, type Taken } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

/** A conversion says of what sort it is and what the site calls it, in JSON beside it. */
const CONVERSION: Taken<string> = {
  at: '',
  take: (hit: Json) => {
    const data = own(hit, 'data') ?? null;
    const inside = typeof data === 'string' ? (openText(data) ?? null) : data;
    const more = ['_conversion_type', '_conversion_label']
      .map((name) => asText(own(inside, name) ?? null))
      .filter((text) => text !== undefined);
    const action = asText(own(hit, 'action') ?? null);
    return action === undefined || more.length === 0 ? undefined : [action, ...more].join(' · ');
  },
};

const HIT: Omit<HitKind, 'when'> = {
  name: [CONVERSION, 'action'],
  unnamed: 'pageview',
  deeds: { heartbeat: 'time', videostart: 'video', vheartbeat: 'video', conversion: 'lead' },
  roles: {
    visitor: ['u', 'data.parsely_site_uuid', 'data.parsely_uuid', 'ampid'],
    account: ['idsite'],
    page: ['url'],
    referrer: ['urlref'],
    title: ['title', 'metadata.title', 'data.title'],
    // Since the last heartbeat; and where that is left out, since the page was opened.
    seconds: ['inc', milliseconds('tt')],
    visits: ['sid'],
  },
};

/** Sites are called by their domain. */
const SITE = /\.[a-z\d-]{2,}$/iu;
const ADDRESS = /^https?:\/\//u;

/**
 * Parse.ly (Automattic), from pages, AMP and apps.
 * @see https://docs.parse.ly/
 */
export const PARSELY: Vendor = {
  id: 'parsely',
  name: 'Parse.ly',
  hosts: ['parsely.com', 'parse.ly'],
  hits: [
    { when: { host: 'own', path: /\/(?:plogger|px)\/?$/u, query: { idsite: true } }, ...HIT },
    { when: { host: 'own', path: /\/mobileproxy\/?$/u, hasBody: true }, events: ['events'], ...HIT },
    {
      when: { query: { idsite: SITE, action: /^_?[a-z]/iu, url: ADDRESS, rand: /^\d+$/u } },
      ...HIT,
    },
    {
      when: {
        path: /\/mobileproxy\/?$/u,
        body: { 'events.0.idsite': SITE, 'events.0.action': true, 'events.0.url': ADDRESS },
      },
      events: ['events'],
      ...HIT,
    },
  ],
};
