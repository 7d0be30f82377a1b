import { jsonReply, type Exchange, type Reply } from '../exchange.ts';
import { at, clarity, countly, datadog, mixpanel, mParticleEvents, named } from './events-in.ts';
import { inAddress, inBody, plainThanks, thanks, type Sdk } from './sdk.ts';

/** Adobe’s edge: an answer with nothing in it, which the SDK waits for. */
function edge({ body }: Exchange): Reply {
  return body.length > 0 ? jsonReply({ requestId: 'street', handle: [] }) : thanks();
}

/** mParticle: a number for whoever asks to be identified, and thanks. */
function mParticle({ url }: Exchange): Reply {
  if (!/\/v1\/(?:identify|login|modify)/u.test(url.pathname)) return thanks();
  return jsonReply({
    mpid: '-8105104781051047810',
    is_logged_in: false,
    matched_identities: {},
    context: null,
    is_ephemeral: false,
  });
}

/** SDKs on the street that only tell. */
export const MORE_SDKS = {
  mixpanel: {
    maker: 'Mixpanel',
    shipped: { as: 'script', path: 'mixpanel-browser/dist/mixpanel.umd.js' },
    collectors: ['api-js.mixpanel.com'],
    read: inBody('$device_id'),
    events: mixpanel,
    answer: thanks,
  },
  countly: {
    maker: 'Countly',
    shipped: { as: 'script', path: 'countly-sdk-web/lib/countly.min.js' },
    collectors: ['street.count.ly'],
    read: inAddress('device_id'),
    events: countly,
    answer: () => jsonReply({ result: 'Success' }),
  },
  alloy: {
    maker: 'Adobe',
    shipped: { as: 'modules', path: '@adobe/alloy/src/index.js' },
    // Where the browser lets it, it goes to the second first.
    collectors: ['edge.adobedc.net', 'adobedc.demdex.net'],
    read: inBody('id'),
    events: at(/\/(?:interact|collect)$/u, named('events.*.xdm.eventType')),
    answer: edge,
  },
  mparticle: {
    maker: 'mParticle',
    shipped: { as: 'modules', path: '@mparticle/web-sdk/dist/mparticle.esm.js' },
    collectors: ['jssdks.mparticle.com', 'identity.mparticle.com', 'jssdkcdns.mparticle.com'],
    read: inBody('mpid'),
    events: mParticleEvents,
    answer: mParticle,
  },
  datadog: {
    maker: 'Datadog',
    shipped: { as: 'script', path: '@datadog/browser-rum/bundle/datadog-rum.js' },
    collectors: ['browser-intake-datadoghq.eu'],
    read: inBody('anonymous_id'),
    events: datadog,
    answer: thanks,
  },
  piano: {
    maker: 'Piano',
    shipped: { as: 'script', path: 'piano-analytics-js/dist/browser/piano-analytics.umd.js' },
    collectors: ['street.pa-cd.com'],
    read: inAddress('idclient'),
    events: at(/\/event$/u, named('events.*.name')),
    answer: plainThanks,
  },
  optimizely: {
    maker: 'Optimizely',
    shipped: { as: 'modules', path: '@optimizely/optimizely-sdk/dist/index.browser.es.min.js' },
    collectors: ['logx.optimizely.com'],
    read: inBody('visitor_id'),
    events: named('visitors.*.snapshots.*.events.*.key'),
    answer: thanks,
  },
  clarity: {
    maker: 'Microsoft',
    shipped: { as: 'script', path: 'clarity-js/build/clarity.min.js' },
    collectors: ['street.clarity.ms'],
    read: inBody('none'),
    events: clarity,
    answer: plainThanks,
  },
} as const satisfies Readonly<Record<string, Sdk>>;
