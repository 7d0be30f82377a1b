Object.assign(window, {
  minimalAnalytics: {
    trackingId: 'G-STREET0001',
    ...(street.relayed && { analyticsEndpoint: `${street.collector}/g/collect` }),
  },
});
// What was searched for it takes from the address.
history.replaceState(null, '', '?q=wool+socks');
track();
history.replaceState(null, '', location.pathname);
track({ type: 'page_view' });
track({ type: 'newsletter_joined', event: { 'ep.place': 'footer' } });
track({ type: 'purchase', event: { 'ep.transaction_id': 'S-1047', 'epn.value': 59.9, cu: 'EUR' } });
track({ type: 'login', event: { uid: 'customer-81' } });
