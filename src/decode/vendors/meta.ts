import { matchNumber, part } from '../hit/take.ts';
import type { Roles, Vendor } from '../hit/vendor.ts';

const ROLES: Roles = {
  visitor: ['fbp'],
  user: ['ud[external_id]', 'udff[external_id]'],
  account: ['id'],
  page: ['dl'],
  referrer: ['rl'],
  title: ['cd[pageFeatures].title', 'cd[Meta].title'],
  search: ['cd[search_string]'],
  value: ['cd[value]'],
  currency: ['cd[currency]'],
  order: ['cd[order_id]'],
  firstVisit: [matchNumber('fbp', /^fb\.\d\.(\d{13})\./u)],
  consent: [part('dpo', ',', 0)],
};

/**
 * Meta (Facebook) Pixel.
 * @see https://developers.facebook.com/docs/meta-pixel/reference
 */
export const META: Vendor = {
  id: 'meta',
  name: 'Meta Pixel',
  hosts: ['facebook.com', 'facebook.net'],
  hits: [
    {
      when: { host: 'own', path: /^\/(?:tr|privacy_sandbox\/pixel\/register\/trigger)\/?$/u },
      name: ['ev'],
      deeds: { microdata: 'other', subscribedbuttonclick: 'click', viewcontent: 'product-view' },
      roles: ROLES,
      items: [{ at: 'cd[contents]', price: 'item_price' }, { at: 'cd[content_ids]' }],
      personal: {
        email: ['ud[em]', 'udff[em]'],
        phone: ['ud[ph]', 'udff[ph]'],
        name: ['ud[fn]', 'ud[ln]', 'udff[fn]', 'udff[ln]'],
        address: ['ud[ct]', 'ud[zp]', 'udff[ct]', 'udff[zp]'],
        birth: ['ud[db]', 'udff[db]'],
      },
      once: ['id', 'eid', 'it'],
    },
    {
      when: { path: /\/tr\/?$/u, query: { id: /^\d{10,20}$/u, ev: true, dl: true } },
      name: ['ev'],
      roles: ROLES,
      items: [{ at: 'cd[contents]', price: 'item_price' }, { at: 'cd[content_ids]' }],
    },
  ],
};
