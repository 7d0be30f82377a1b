import { type Json, own } from '#core/json.ts';
import { asText, match, matchNumber, type Taken } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

/** The address of the page comes in pieces: protocol, host, port, path, query and fragment. */
const PAGE: Taken<string> = {
  at: '',
  take: (hit: Json) => {
    const text = (name: string): string => asText(own(hit, name) ?? null) ?? '';
    const host = text('_mchHo');
    if (host === '') return undefined;
    const [port, query] = [text('_mchPo'), text('_mchQp')];
    return [
      `${text('_mchPc') || 'https:'}//${host}`,
      port === '' ? '' : `:${port}`,
      text('_mchRu'),
      query === '' ? '' : `?${query}`,
      text('_mchHa'),
    ].join('');
  },
};

const MUNCHKIN: Omit<HitKind, 'when'> = {
  roles: {
    visitor: ['_mchTk'],
    account: ['_mchId'],
    page: [PAGE],
    referrer: ['_mchRe'],
    // Until 2023 the number held the time it was given out at.
    firstVisit: [matchNumber('_mchTk', /-(\d{13})-\d+$/u)],
  },
  once: ['_mchTk', '_mchNc'],
};

/** An account: `123-ABC-456`. */
const ACCOUNT = /^\d{3}-[A-Z]{3}-\d{3}$/iu;

function munchkin(activity: string, deeds: NonNullable<HitKind['deeds']>): readonly HitKind[] {
  const path = new RegExp(`/webevents/${activity}/?$`, 'u');
  return [
    { when: { host: 'own', path }, unnamed: activity, deeds, ...MUNCHKIN },
    { when: { path, query: { _mchId: ACCOUNT } }, unnamed: activity, deeds, ...MUNCHKIN },
  ];
}

const FORM: Omit<HitKind, 'when'> = {
  unnamed: 'form submission',
  deeds: { 'form submission': 'lead' },
  roles: {
    visitor: [match('_mkt_trk', /token:([^&]+)/u)],
    account: ['munchkinId'],
    page: [
      match('_mktoReferrer', /^https?:\/\/.*$/u),
      match('currentPageUrl', /^https?:\/\/.*$/u),
      match('lpurl', /^https?:\/\/.*$/u),
    ],
    firstVisit: [matchNumber('_mkt_trk', /-(\d{13})-\d+$/u)],
  },
  personal: { email: ['Email'], phone: ['Phone'], name: ['FirstName', 'LastName'], address: ['Address', 'City'] },
};

const FORM_PATH = /\/leadCapture\/save\d?\/?$/u;

/**
 * Adobe Marketo Engage: Munchkin, and forms, which go to Marketo's host or to one of the site's own.
 * @see https://experienceleague.adobe.com/docs/marketo-developer/marketo/javascriptapi/leadtracking/lead-tracking
 */
export const MARKETO: Vendor = {
  id: 'marketo',
  name: 'Marketo',
  hosts: ['mktoresp.com', 'marketo.com', 'marketo.net', 'mktoweb.com'],
  hits: [
    ...munchkin('visitWebPage', { visitwebpage: 'page-view' }),
    ...munchkin('clickLink', { clicklink: 'click' }),
    ...munchkin('associateLead', { associatelead: 'identify' }),
    { when: { host: 'own', path: FORM_PATH, hasBody: true }, ...FORM },
    { when: { path: FORM_PATH, body: { munchkinId: ACCOUNT } }, ...FORM },
  ],
};
