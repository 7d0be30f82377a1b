import type { Layers } from '../hit/layers.ts';
import type { HitKind, OpenHit, Roles, Vendor } from '../hit/vendor.ts';

/** Which site, and what is told of it, stand in the path: `/api/v2/client/sites/1234567/visit-data`. */
const OF_SITE = /\/sites\/(\d+)\/([\w/-]+?)\/?$|\/sessions\/(\d+)/u;

function inPath({ url: { pathname } }: OpenHit): readonly Layers[] {
  const [, site, call, counted] = OF_SITE.exec(pathname) ?? [];
  return [[{ part: 'path', at: '', value: { site: site ?? counted ?? null, call: call ?? null } }]];
}

const ROLES: Roles = {
  visitor: ['user_id', 'userId', 'data.user_id'],
  session: ['session_id', 'sessionId', 'data.session_id'],
  account: ['site', 'site_id', 'tags.site_id'],
  page: ['url', 'page_url', 'data.url'],
  title: ['title', 'page_title', 'data.title'],
  referrer: ['referrer', 'document_referrer'],
};

const OTHER: Omit<HitKind, 'when'> = {
  events: inPath,
  name: ['event', 'call'],
  unnamed: 'visit',
  deeds: { 'visit-data': 'page-view', feedback: 'form', identify_user: 'identify', 'identify-user': 'identify' },
  roles: ROLES,
  personal: { email: ['attributes.email', 'user_attributes.email', 'data.attributes.email'] },
};

const RECORDING: Omit<HitKind, 'when'> = {
  ...OTHER,
  name: ['event'],
  unnamed: 'recording',
  deeds: { ...OTHER.deeds, recording: 'recording' },
  stream: [],
};

/**
 * Hotjar. What it records goes over a web socket, and as pages' content; besides that it registers each visit.
 * @see https://help.hotjar.com/hc/en-us
 */
export const HOTJAR: Vendor = {
  id: 'hotjar',
  name: 'Hotjar',
  hosts: ['hotjar.com', 'hotjar.io'],
  hits: [
    { when: { path: /\/api\/v\d+\/client\/sites\/\d+\/visit-data$/u }, ...OTHER },
    { when: { host: 'own', path: /\/recordings\/content$/u }, ...RECORDING },
    { when: { host: 'own', path: /\/api\/v\d+\/client\/ws(?:\/\w+)?$/u }, ...RECORDING },
    { when: { host: /^content\.hotjar\.io$/u, hasBody: true }, ...RECORDING },
    { when: { host: 'own', path: /^\/$/u, query: { site_id: /^\d+$/u } }, ...RECORDING },
    { when: { host: 'own', path: /\/api\/v\d+\/client\/sites\/\d+\/[\w/-]+$/u }, ...OTHER },
    { when: { host: /^vc\.hotjar\.io$/u, path: /^\/(?:sessions|views)\/\d+/u }, ...OTHER, unnamed: 'session' },
    {
      // How Hotjar itself fares on the page.
      when: { host: /^metrics\.hotjar\.io$/u, hasBody: true },
      events: [''],
      name: ['name'],
      deeds: { '*': 'performance' },
      roles: ROLES,
    },
    { when: { host: /^surveystats\.hotjar\.io$/u, path: /^\/hit$/u }, ...OTHER, unnamed: 'survey' },
    { when: { host: /^(?:events|identify)\.hotjar\.(?:io|com)$/u, hasBody: true }, ...OTHER },
  ],
};
