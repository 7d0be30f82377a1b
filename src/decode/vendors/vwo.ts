import { asText, match, type Taken } from '../hit/take.ts';
import type { HitKind, Roles, Vendor } from '../hit/vendor.ts';

/** What a site gives along with an event. */
function given(names: string): readonly string[] {
  return names.split(' ').flatMap((name) => [`d.event.props.${name}`, `d.event.props.vwoMeta.${name}`]);
}

/** What the library sends today, from pages and from its SDKs. */
const EVENTS: Omit<HitKind, 'when'> = {
  name: ['d.event.name', 'en'],
  deeds: {
    vwo_pageview: 'page-view',
    vwo_pageunload: 'other',
    vwo_variationshown: 'other',
    vwo_syncvisitorprop: 'identify',
    vwo_dom_click: 'click',
    vwo_dom_submit: 'form',
    vwo_conversion: 'other',
    vwo_revenue: 'order',
    vwo_erroronpage: 'error',
  },
  roles: {
    visitor: ['d.visId', match('d.msgId', /^[\dA-F]{32}/iu)],
    session: ['d.sessionId'],
    account: ['a'],
    page: ['d.event.props.page.url', 'd.event.props.url', 'd.event.props.page_url'],
    referrer: ['d.event.props.page.referrerUrl', 'd.event.props.page.referredUrl', 'd.event.props.page.referrer'],
    title: ['d.event.props.page.title', 'd.event.props.title', 'd.event.props.page_title'],
    search: given('search_term searchTerm search_query query'),
    value: given('revenue revenueValue total value amount'),
    currency: given('currency'),
    order: given('order_id orderId transaction_id transactionId'),
  },
  items: [{ at: 'd.event.props.items' }, { at: 'd.event.props.products' }],
  once: ['d.msgId', 'd.event.name'],
};

/** What all pixels say of the visitor. `_vwo_uuid_v2` is the number, and a hash of it. */
const VISITOR: Roles = { visitor: ['u', 'uuid'], session: ['sId'], account: ['account_id', 'a'] };

function numbered(word: string, at: string): Taken<string> {
  return {
    at,
    take: (found) => {
      const text = asText(found);
      return text === undefined ? undefined : `${word} · ${text}`;
    },
  };
}

/** That somebody was shown a variation. */
const SHOWN: Omit<HitKind, 'when'> = {
  name: [numbered('vwo_variationShown', 'experiment_id')],
  unnamed: 'vwo_variationShown',
  deeds: { vwo_variationshown: 'other' },
  roles: { ...VISITOR, page: ['cu', 'url'] },
};

/** That somebody reached a goal. Only here is `r` what it brought; in all other pixels it is a random number. */
const GOAL: Omit<HitKind, 'when'> = {
  name: [numbered('goal', 'goal_id'), numbered('goal', 'GOAL_ID')],
  unnamed: 'goal',
  deeds: { goal: 'other' },
  roles: { ...VISITOR, page: ['cu', 'url'], value: ['r'] },
};

/** `/eu01/` and `/as01/` are regions. */
const REGION = '^/(?:[a-z]{2}\\d{2}/)?';

function own(rest: string): RegExp {
  return new RegExp(REGION + rest, 'u');
}

const BATCH_CODES: Readonly<Record<string, string>> = { 1: 'track-user', 2: 'track-goal', 3: 'push' };

/**
 * VWO (Visual Website Optimizer, by Wingify).
 * @see https://developers.vwo.com/docs
 * @see https://help.vwo.com/hc/en-us/articles/360021242694
 */
export const VWO: Vendor = {
  id: 'vwo',
  name: 'VWO',
  hosts: ['visualwebsiteoptimizer.com', 'vwo.com'],
  hits: [
    { when: { host: 'own', path: /\/events\/t\/?$/u }, ...EVENTS },
    // Through a site's own proxy.
    {
      when: { query: { en: true, a: /^\d+$/u }, body: { 'd.event.name': true, 'd.visId': true, 'd.msgId': true } },
      ...EVENTS,
    },
    { when: { host: 'own', path: own('(?:l\\.gif|server-side/track-user)$') }, ...SHOWN },
    { when: { host: 'own', path: own('(?:c\\.gif|server-side/track-goal)$') }, ...GOAL },
    {
      when: { host: 'own', path: own('v\\.gif$') },
      unnamed: 'visit',
      deeds: { visit: 'page-view' },
      roles: VISITOR,
    },
    {
      when: { host: 'own', path: own('(?:s\\.gif|server-side/push)$') },
      unnamed: 'push',
      deeds: { push: 'other' },
      roles: { ...VISITOR, page: ['cu', 'url'] },
    },
    {
      when: { host: 'own', path: own('ee\\.gif$') },
      name: ['e'],
      unnamed: 'error',
      deeds: { '*': 'error' },
      roles: VISITOR,
    },
    {
      when: { host: 'own', path: own('server-side/batch-events(?:-v2)?$'), hasBody: true },
      events: ['ev', ''],
      name: [{ at: 'eT', take: (found) => BATCH_CODES[asText(found) ?? ''] }, ...(EVENTS.name ?? [])],
      deeds: { 'track-user': 'other', 'track-goal': 'other', push: 'other' },
      roles: {
        ...EVENTS.roles,
        visitor: ['u', ...(EVENTS.roles.visitor ?? [])],
        session: ['sId', ...(EVENTS.roles.session ?? [])],
        value: ['r', ...(EVENTS.roles.value ?? [])],
      },
    },
  ],
};
