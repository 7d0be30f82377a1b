mixpanel.init('5d1f0c7e9a3b4c288e6f2b7d90a1c4e3', {
  api_host: street.collector,
  track_pageview: true,
  persistence: 'localStorage',
});
mixpanel.track('Newsletter joined', { place: 'footer' });
mixpanel.track('Search', { search_term: 'wool socks' });
mixpanel.track('Order placed', { order_id: 'S-1047', value: 59.9, currency: 'EUR' });
mixpanel.identify('customer-81');
mixpanel.people.set({ $email: 'ada@post.example' });
