import { jitsuAnalytics } from './sdk.js';

const jitsu = jitsuAnalytics({ host: 'https://street.d.jitsu.com' });
jitsu.page();
