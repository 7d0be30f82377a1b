// Tells SDKs, each in its own way, whose the page is: `customer` is what the shop's page holds.
import { createInstance } from './alloy.js';
import mParticle from './mparticle.js';
import * as Sentry from './sentry.js';

const { email, phone, sha256 } = customer;

AnalyticsNext.AnalyticsBrowser.load({ writeKey: 'named' }).identify('customer-81', { email, phone });

mixpanel.init('5d1f0c7e9a3b4c288e6f2b7d90a1c4e3', { api_host: 'https://api-js.mixpanel.com', batch_requests: false });
mixpanel.identify('customer-81');
mixpanel.people.set({ $email: email });

posthog.init('phc_named', { api_host: 'https://us.i.posthog.com', opt_out_useragent_filter: true });
posthog.identify('customer-81', { email });

Sentry.init({ dsn: 'https://5d1f0c7e9a3b4c288e6f2b7d90a1c4e3@o1.ingest.sentry.io/1' });
Sentry.setUser({ id: 'customer-81', email });
Sentry.captureMessage('Signed up');

Countly.init({ app_key: '5d1f0c7e9a3b4c288e6f2b7d90a1c4e3', url: 'https://street.count.ly', ignore_bots: false });
Countly.user_details({ username: 'customer-81', email, phone });

mParticle.init('named00000000000000000000000000', {
  isDevelopmentMode: true,
  requestConfig: false,
  flags: { eventsV3: '100', eventBatchingIntervalMillis: '0' },
});
mParticle.ready(() => mParticle.Identity.login({ userIdentities: { customerid: 'customer-81', email } }));

const alloy = createInstance({ name: 'alloy' });
alloy('configure', {
  datastreamId: 'ebebf826-a01f-4458-8cec-ef61de241c93',
  orgId: '5D1F0C7E9A3B4C288E6F2B7D@AdobeOrg',
  clickCollectionEnabled: false,
  edgeDomain: 'edge.adobedc.net',
  thirdPartyCookiesEnabled: false,
});
alloy('sendEvent', {
  xdm: { eventType: 'userAccount.logins', identityMap: { Email_LC_SHA256: [{ id: sha256, primary: false }] } },
});
