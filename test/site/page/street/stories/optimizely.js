import { createBatchEventProcessor, createInstance, createStaticProjectConfigManager } from './sdk.js';

const event = (id, key) => ({ id, key, experimentIds: [] });
const datafile = {
  version: '4',
  accountId: '1047',
  projectId: '8105',
  revision: '1',
  anonymizeIP: true,
  layers: [],
  experiments: [],
  groups: [],
  audiences: [],
  attributes: [],
  featureFlags: [],
  rollouts: [],
  variables: [],
  events: [event('1', 'Newsletter joined'), event('2', 'Order placed')],
};
const relay = {
  dispatchEvent: async ({ params }) => {
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${street.collector}/v1/events`, {
      method: 'POST',
      keepalive: true,
      headers,
      body: JSON.stringify(params),
    });
    return { statusCode: 200 };
  },
};
const optimizely = createInstance({
  projectConfigManager: createStaticProjectConfigManager({ datafile: JSON.stringify(datafile) }),
  eventProcessor: createBatchEventProcessor({ flushInterval: 100, ...(street.relayed && { eventDispatcher: relay }) }),
});
await optimizely.onReady();
const user = optimizely.createUserContext('5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3');
user.trackEvent('Newsletter joined', { place: 'footer' });
user.trackEvent('Order placed', { order_id: 'S-1047', revenue: 5990 });
