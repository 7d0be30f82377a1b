const ECOMMERCE = 'iglu:com.snowplowanalytics.snowplow.ecommerce';
const sp = snowplowBrowserTracking;
sp.newTracker('sp', street.collector, { appId: 'street' });
sp.trackPageView();
sp.trackStructEvent({ category: 'newsletter', action: 'Newsletter joined', label: 'footer' });
sp.trackSelfDescribingEvent({
  event: {
    schema: 'iglu:com.snowplowanalytics.snowplow/site_search/jsonschema/1-0-0',
    data: { terms: ['wool socks'] },
  },
});
sp.trackSelfDescribingEvent({
  event: { schema: `${ECOMMERCE}/snowplow_ecommerce_action/jsonschema/1-0-2`, data: { type: 'transaction' } },
  context: [
    {
      schema: `${ECOMMERCE}/transaction/jsonschema/1-0-0`,
      data: { transaction_id: 'S-1047', revenue: 59.9, currency: 'EUR', payment_method: 'card', total_quantity: 2 },
    },
  ],
});
sp.setUserId('customer-81');
sp.trackStructEvent({ category: 'account', action: 'Signed in' });
