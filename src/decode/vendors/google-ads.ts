import { type Json, own } from '#core/json.ts';
import { asText, hashed, inClear } from '../hit/take.ts';
import type { Layers } from '../hit/layers.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/**
 * What a site tells Google of a person, all in one parameter: `tv.1~em.<hash>~pn.<hash>~pc0.10115`. Places are the only
 * things in clear there.
 * @see https://support.google.com/google-ads/answer/13262500
 */
export const USER_DATA: NonNullable<HitKind['personal']> = {
  email: [hashed('em', /~em\d?\.[\w-]{43}/u), 'sha256_email_address'],
  phone: [hashed('em', /~pn\d?\.[\w-]{43}/u), 'sha256_phone_number'],
  name: [hashed('em', /~[fl]n\d?\.[\w-]{43}/u)],
  address: [hashed('em', /~(?:sa|ct|pc)\d?\.[\w-]{43}/u), inClear('em', /~(?:ct|pc)\d?\.[\w-]{2,20}(?:~|$)/u)],
};

/** Google's own hosts in all countries, where some of these hits go. */
const GOOGLE =
  /(?:^|\.)(?:google(?:\.[a-z]{2,3}){1,2}|googleadservices\.com|doubleclick\.net|googlesyndication\.com)$/u;
/** Of hits that are about one account: its number stands in the path. */
const ACCOUNT =
  /\/(?:pagead\/(?:(?:1p-)?conversion|viewthroughconversion|1p-user-list|form-data)|rmkt\/collect|ccm\/(?:conversion|form-data)|td\/(?:ga\/)?rul)\/(?:AW-)?(\d{5,})(?:\/(?:extclk)?)?$/u;
/** Of hits that are about all of a page's accounts. */
const PAGE = /\/(?:ccm\/(?:s\/)?collect|pagead\/landing|measurement\/conversion)\/?$/u;

/** What the page itself tells stands in one parameter: `event=purchase;value=39.8`. */
function told(data: Json | undefined): Readonly<Record<string, string>> {
  const pairs = (asText(data ?? null) ?? '').split(';').map((pair) => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, Math.max(equals, 0)), pair.slice(equals + 1)] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}

/** What sort of hit it is, where no event is named. */
function sortOf({ url: { pathname } }: OpenHit): string {
  if (pathname.includes('form-data')) return 'form-data';
  if (/rmkt|user-list|viewthrough|\/rul/u.test(pathname)) return 'remarketing';
  return pathname.includes('conversion') ? 'conversion' : 'page_view';
}

function opened(hit: OpenHit): readonly Layers[] {
  const { query, url, body } = hit;
  const sent = body.content.form === 'value' ? body.content.value : null;
  const data = told(own(sent, 'data') ?? query['data']);
  const event = data['event'] ?? asText(own(sent, 'en') ?? null) ?? query['en'] ?? sortOf(hit);
  const label = asText(own(sent, 'label') ?? null) ?? query['label'];
  const account = ACCOUNT.exec(url.pathname)?.[1];
  return [
    [
      { part: 'query', at: 'data', value: data },
      { part: 'query', at: '', value: { called: label === undefined ? event : `${event} · ${label}` } },
      { part: 'path', at: '', value: account === undefined ? {} : { account } },
    ],
  ];
}

const HIT: Omit<HitKind, 'when'> = {
  events: opened,
  name: ['called'],
  // Its names are labels without meaning: whoever counts a conversion does not say here of what.
  deeds: { view_search_results: 'search', 'form-data': 'identify', remarketing: 'other', 'gtag.config': 'page-view' },
  roles: {
    visitor: ['auid'],
    user: ['user_id'],
    account: ['account', 'tid', 'tids'],
    page: ['url', 'dl'],
    referrer: ['ref', 'dr'],
    title: ['tiba', 'dt'],
    search: ['search_term', 'ep.search_term'],
    value: ['value', 'epn.value', 'ecomm_totalvalue', 'dynx_totalvalue'],
    currency: ['currency_code', 'currency', 'cu'],
    order: ['oid', 'transaction_id', 'ep.transaction_id'],
    consent: ['gcs', 'gcd'],
  },
  personal: USER_DATA,
  // The same conversion is told to several of Google's hosts.
  once: ['random', 'url'],
};

/**
 * Google Ads: conversions and remarketing, by gtag.js and by what came before it (conversion.js).
 * @see https://support.google.com/google-ads/answer/6095821
 */
export const GOOGLE_ADS: Vendor = {
  id: 'google-ads',
  name: 'Google Ads',
  hosts: ['googleadservices.com', 'googleads.g.doubleclick.net', 'td.doubleclick.net'],
  hits: [
    { when: { host: GOOGLE, path: ACCOUNT }, ...HIT },
    { when: { host: GOOGLE, path: PAGE }, ...HIT },
    // By the site's own path.
    { when: { path: ACCOUNT, query: { random: /^\d{6,}/u, cv: true, fst: true } }, ...HIT },
    { when: { path: ACCOUNT, query: { gtm: /^\d{2}[a-z]{2}/u } }, ...HIT },
    { when: { path: PAGE, query: { en: true, gtm: /^\d{2}[a-z]{2}/iu } }, ...HIT },
    { when: { path: PAGE, query: { en: true, scrsrc: true } }, ...HIT },
  ],
};
