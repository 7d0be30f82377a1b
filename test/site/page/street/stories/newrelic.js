import { BrowserAgent } from './sdk.js';

const ids = { licenseKey: 'NRJS-5d1f0c7e9a3b4c288e6', applicationID: '1' };
const host = street.relayed ? `${location.host}/relay` : 'bam.nr-data.net';
const agent = new BrowserAgent({
  init: { distributed_tracing: { enabled: true }, privacy: { cookies_enabled: true } },
  info: { beacon: host, errorBeacon: host, sa: 1, ...ids },
  loader_config: { accountID: '1', trustKey: '1', agentID: '1', ...ids },
});
agent.setUserId('customer-81');
agent.addPageAction('Newsletter joined', { place: 'footer' });
agent.addPageAction('Search', { search_term: 'wool socks' });
agent.addPageAction('Order placed', { order_id: 'S-1047', value: 59.9, currency: 'EUR' });
agent.noticeError(new TypeError('The basket is empty'));
