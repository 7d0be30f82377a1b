import * as Sentry from './sdk.js';

Sentry.init({ dsn: 'https://5d1f0c7e9a3b4c288e6f2b7d90a1c4e3@o1.ingest.sentry.io/1' });
Sentry.captureMessage('Good morning');
