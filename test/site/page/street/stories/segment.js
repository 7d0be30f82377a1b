const analytics = AnalyticsNext.AnalyticsBrowser.load(
  { writeKey: 'street' },
  street.relayed && { integrations: { 'Segment.io': { apiHost: `${location.host}/relay/v1` } } },
);
analytics.page('Shop', 'Welcome');
analytics.track('Newsletter joined', { place: 'footer' });
analytics.track('Products Searched', { query: 'wool socks' });
analytics.track('Order Completed', { order_id: 'S-1047', total: 59.9, currency: 'EUR' });
analytics.identify('customer-81', { email: 'ada@post.example' });
