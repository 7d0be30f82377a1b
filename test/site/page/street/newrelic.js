import { BrowserAgent } from './sdk.js';

const ids = { licenseKey: 'NRJS-5d1f0c7e9a3b4c288e6', applicationID: '1' };
export const agent = new BrowserAgent({
  init: { distributed_tracing: { enabled: true }, privacy: { cookies_enabled: true } },
  info: { beacon: 'bam.nr-data.net', errorBeacon: 'bam.nr-data.net', sa: 1, ...ids },
  loader_config: { accountID: '1', trustKey: '1', agentID: '1', ...ids },
});
