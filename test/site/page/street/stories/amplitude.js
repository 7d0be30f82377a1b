amplitude.init('5d1f0c7e9a3b4c288e6f2b7d90a1c4e3', {
  autocapture: true,
  ...(street.relayed && { serverUrl: `${street.collector}/2/httpapi` }),
});
amplitude.track('Newsletter joined', { place: 'footer' });
amplitude.track('Search', { search_term: 'wool socks' });
amplitude.track('Order placed', { order_id: 'S-1047', value: 59.9, currency: 'EUR' });
amplitude.setUserId('customer-81');
amplitude.identify(new amplitude.Identify().set('email', 'ada@post.example'));
