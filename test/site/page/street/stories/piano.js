const { host } = new URL(street.collector);
pa.setConfigurations({
  site: 123456789,
  collectDomain: `https://${host}${street.relayed ? '/relay' : ''}`,
  ...(street.relayed && { path: 'event' }),
});
pa.sendEvent('page.display', { page: 'Welcome' });
pa.sendEvent('newsletter.joined', { place: 'footer' });
pa.sendEvent('internal_search_result.display', { ise_keyword: 'wool socks' });
pa.setUser('customer-81', 'customer');
pa.sendEvent('transaction.confirmation', {
  transaction_id: 'S-1047',
  cart_turnovertaxincluded: 59.9,
  cart_currency: 'EUR',
});
