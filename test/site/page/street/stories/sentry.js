import * as Sentry from './sdk.js';

const { host } = new URL(street.collector);
Sentry.init({
  dsn: `https://5d1f0c7e9a3b4c288e6f2b7d90a1c4e3@${host}${street.relayed ? '/relay' : ''}/1`,
  integrations: [Sentry.browserTracingIntegration()],
  tracesSampleRate: 1,
});
Sentry.captureMessage('Newsletter joined');
Sentry.setUser({ id: 'customer-81' });
Sentry.captureException(new TypeError('The basket is empty'));
