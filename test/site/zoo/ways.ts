import type { CookieTerms } from '../cookie-header.ts';

/** The zoo's own hosts, and the other company's. */
export const ZOO = 'https://cookie-zoo.example';
export const ZOO_WWW = 'https://www.cookie-zoo.example';
export const PARTNER = 'https://zoo-partner.example';

/** 400 days: the longest that browsers keep a cookie. */
export const NUMBER_DAYS = 400;

/**
 * A way of giving a number. `document`, `redirect` and `part` (what a page asks for: fetch, image, frame) set it by a
 * response header; `script` by a script of the page, `frame-script` by one in the other company's frame.
 */
export interface Way {
  readonly by: 'document' | 'redirect' | 'part' | 'script' | 'frame-script';
  /** The cookie's name or the storage key: each way has its own, so that all can be walked one after the other. */
  readonly name: string;
  readonly area: 'cookie' | 'local-storage' | 'session-storage';
  readonly party: 'first' | 'third';
  /** Where to go to be given one. */
  readonly address: string;
  /** How the header sets it; for a script's cookie, how its line ends. */
  readonly terms: CookieTerms;
}

const OWN = { area: 'cookie', party: 'first' } as const;
const OTHERS = { party: 'third' } as const;
const TERMS: CookieTerms = { days: NUMBER_DAYS };

function header(name: string, at: string, terms: CookieTerms = {}): Way {
  return { ...OWN, by: 'document', name, address: `${ZOO}${at}`, terms: { ...TERMS, ...terms } };
}

function own(by: 'redirect' | 'part' | 'script', name: string, at: string): Way {
  return { ...OWN, by, name, address: `${ZOO}${at}`, terms: TERMS };
}

function stored(name: string, area: 'local-storage' | 'session-storage', at: string): Way {
  return { by: 'script', name, area, party: 'first', address: `${ZOO}${at}`, terms: {} };
}

/** Every way the zoo knows. */
export const WAYS = {
  header: header('zvid_header', '/way/header'),
  'http-only': header('zvid_httponly', '/way/http-only', { httpOnly: true }),
  'host-prefix': header('__Host-zvid', '/way/host-prefix', { secure: true }),
  domain: header('zvid_domain', '/way/domain', { domain: 'cookie-zoo.example' }),
  path: header('zvid_path', '/account/path', { path: '/account' }),
  'deep-path': header('zvid_deep', '/deep/er/deep-path', { path: null }),
  redirect: own('redirect', 'zvid_redirect', '/way/redirect'),
  chain: own('redirect', 'zvid_chain', '/way/chain'),
  fetch: own('part', 'zvid_fetch', '/way/fetch'),
  image: own('part', 'zvid_image', '/way/image'),
  frame: own('part', 'zvid_frame', '/way/frame'),
  script: own('script', 'zvid_script', '/way/script'),
  'object-value': own('script', 'zvid_object', '/way/object-value'),
  'cookie-store': own('script', 'zvid_store', '/way/cookie-store'),
  'fresh-setter': own('script', 'zvid_setter', '/way/fresh-setter'),
  'about-blank': own('script', 'zvid_blank', '/way/about-blank'),
  srcdoc: own('script', 'zvid_srcdoc', '/way/srcdoc'),
  blob: own('script', 'zvid_blob', '/way/blob'),
  'local-storage': stored('zvid_local', 'local-storage', '/way/local-storage'),
  'local-named': stored('zvid_named', 'local-storage', '/way/local-named'),
  'tab-storage': stored('zvid_tab', 'session-storage', '/way/tab-storage'),
  'third-party': {
    ...OTHERS,
    by: 'part',
    name: 'zpuid',
    area: 'cookie',
    address: `${ZOO}/way/third-party`,
    terms: { ...TERMS, crossSite: true },
  },
  partitioned: {
    ...OTHERS,
    by: 'part',
    name: '__Host-zpuid',
    area: 'cookie',
    address: `${ZOO}/way/partitioned`,
    terms: { ...TERMS, crossSite: true, partitioned: true },
  },
  'third-storage': {
    ...OTHERS,
    by: 'frame-script',
    name: 'zpuid_local',
    area: 'local-storage',
    address: `${ZOO}/way/third-storage`,
    terms: {},
  },
} as const satisfies Readonly<Record<string, Way>>;

export type WayName = keyof typeof WAYS;

export const WAY_NAMES = Object.keys(WAYS) as readonly WayName[];

export function isWayName(name: string): name is WayName {
  return Object.hasOwn(WAYS, name);
}
