import { own } from '#core/json.ts';
import { asText, share } from '../hit/take.ts';
import { itemsOfTheSite, ofTheSite } from '../hit/of-the-site.ts';
import { unpacked } from '../hit/unpacked.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

const SITE = ofTheSite('properties');

const EVENT: Omit<HitKind, 'when'> = {
  events: unpacked,
  name: ['event'],
  deeds: {
    $pageview: 'page-view',
    $screen: 'page-view',
    $pageleave: 'time',
    $set: 'identify',
    $groupidentify: 'identify',
    $create_alias: 'identify',
    $merge_dangerously: 'identify',
    $$heatmap: 'click',
    $snapshot: 'recording',
    $opt_in: 'consent',
  },
  roles: {
    // Once a person is known, `distinct_id` is the site's name for them.
    visitor: ['properties.$device_id', 'properties.distinct_id', 'distinct_id', '$distinct_id'],
    session: ['properties.$session_id'],
    user: ['properties.$user_id'],
    account: ['properties.token', 'api_key', 'token', 'properties.api_key'],
    page: ['properties.$current_url', ...SITE.page],
    referrer: ['properties.$referrer'],
    title: [
      {
        // Any other event's title is the site's own: of a video, an article.
        at: '',
        take: (event) => {
          const isPage = /^\$page(?:view|leave)$/u.test(asText(own(event, 'event') ?? null) ?? '');
          return isPage ? asText(own(own(event, 'properties'), 'title') ?? null) : undefined;
        },
      },
      'properties.$title',
      ...SITE.title,
    ],
    search: SITE.search,
    seconds: ['properties.$prev_pageview_duration', 'properties.$session_duration'],
    scroll: [share('properties.$prev_pageview_max_scroll_percentage')],
    value: SITE.value,
    currency: SITE.currency,
    order: SITE.order,
  },
  items: itemsOfTheSite('properties'),
  personal: {
    email: ['$set.email', 'properties.$set.email', '$set_once.email', 'properties.email'],
    phone: ['$set.phone', 'properties.$set.phone'],
    name: ['$set.name', 'properties.$set.name', '$set.first_name', '$set.last_name'],
  },
  once: ['uuid'],
};

/** Session recordings travel as events as well; what is in them only PostHog plays. */
const RECORDING: Omit<HitKind, 'when'> = { ...EVENT, unnamed: '$snapshot', stream: [] };

const KEY = /^phc_\w+$/u;
/** Where the first event may stand: as it is, in a list, in a batch; in a form's field by older libraries. */
const FIRST = ['', '0.', 'batch.0.', 'data.', 'data.0.', 'data.batch.0.'];

/**
 * PostHog, on its own hosts and through the first-party proxies that it recommends.
 * @see https://posthog.com/docs/api/capture
 * @see https://posthog.com/docs/advanced/proxy
 */
export const POSTHOG: Vendor = {
  id: 'posthog',
  name: 'PostHog',
  hosts: ['posthog.com'],
  hits: [
    { when: { host: 'own', path: /^\/s\/?$/u, hasBody: true }, ...RECORDING },
    { when: { path: /\/s\/?$/u, query: { compression: /^gzip-js$/u, ver: /^1\./u }, hasBody: true }, ...RECORDING },
    { when: { host: 'own', path: /^\/(?:e|i\/v\d\/e|capture|track|batch|engage)\/?$/u, hasBody: true }, ...EVENT },
    { when: { host: 'own', path: /^\/(?:e|capture|track|engage)\/?$/u, query: { data: true } }, ...EVENT },
    ...FIRST.flatMap((at): readonly HitKind[] => [
      { when: { body: { [`${at}event`]: /^\$snapshot/u, [`${at}properties.token`]: KEY } }, ...RECORDING },
      { when: { body: { [`${at}event`]: true, [`${at}properties.token`]: KEY } }, ...EVENT },
      // Keys from before 2021 do not begin with `phc_`.
      {
        when: {
          body: {
            [`${at}event`]: true,
            [`${at}properties.token`]: true,
            [`${at}properties.distinct_id`]: true,
            [`${at}properties.$lib`]: /^(?:web|js|posthog)/u,
          },
        },
        ...EVENT,
      },
      { when: { body: { [`${at}event`]: true, [`${at.replace('batch.0.', '')}api_key`]: KEY } }, ...EVENT },
    ]),
  ],
};
