import type { HitKind, Vendor } from '../hit/vendor.ts';

/** `ed` (the event), `ad` (the page), `pd` (the person) are JSON, or in brackets where there is no script: `ed[value]`. */
const KIND: Omit<HitKind, 'when'> = {
  name: ['event'],
  // What pintrk itself calls that the tag was loaded.
  unnamed: 'init',
  deeds: {
    init: 'other',
    pagevisit: 'page-view',
    viewcategory: 'product-view',
    watchvideo: 'video',
    signup: 'sign-up',
    addtocart: 'cart',
    checkout: 'order',
    lead: 'lead',
  },
  roles: {
    visitor: ['pd.pin_unauth', 'pd._pin_unauth', 'pd.derived_epik', 'pd._derived_epik'],
    user: ['pd.external_id', 'pd[external_id]'],
    account: ['tid'],
    page: ['ad.loc', 'ad[loc]'],
    referrer: ['ad.ref', 'ad[ref]'],
    title: ['ed.page_name', 'ed[page_name]', 'ed.page_title', 'ed.title'],
    search: ['ed.search_query', 'ed[search_query]'],
    value: ['ed.value', 'ed[value]', 'value'],
    currency: ['ed.currency', 'ed[currency]'],
    order: ['ed.order_id', 'ed[order_id]'],
  },
  items: [
    {
      at: 'ed.line_items',
      id: 'product_id',
      name: 'product_name',
      price: 'product_price',
      quantity: 'product_quantity',
    },
  ],
  personal: {
    email: ['pd.em', 'pd[em]', 'ed.user_data.em', 'ed.em'],
    phone: ['pd.ph', 'pd[ph]', 'ed.user_data.phone'],
    name: ['pd.fn', 'pd.ln'],
    address: ['pd.ct', 'pd.zp'],
    birth: ['pd.db'],
  },
};

/**
 * Pinterest Tag.
 * @see https://help.pinterest.com/en/business/article/add-event-codes
 */
export const PINTEREST: Vendor = {
  id: 'pinterest',
  name: 'Pinterest Tag',
  hosts: ['pinterest.com', 'pinimg.com'],
  hits: [
    { when: { host: /^ct\.pinterest\.com$/u, path: /^\/(?:(?:v3|user|md)\/?)?$/u, query: { tid: true } }, ...KIND },
    { when: { host: /^ct\.pinterest\.com$/u, path: /^\/(?:v3|user|md)\/?$/u }, ...KIND },
    { when: { query: { tid: /^26\d{11}$/u, ad: /"loc"/u } }, ...KIND },
    { when: { body: { tid: /^26\d{11}$/u, 'ad.loc': true } }, ...KIND },
  ],
};
