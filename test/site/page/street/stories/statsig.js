const options = street.relayed
  ? { api: `${street.collector}/v1`, eventLoggingApi: `${street.collector}/v1`, disableDiagnosticsLogging: true }
  : { disableDiagnosticsLogging: true };
async function tell() {
  await statsig.initialize('client-street', { userID: '' }, options);
  statsig.logEvent('page_view');
  statsig.logEvent('Newsletter joined', null, { place: 'footer' });
  statsig.logEvent('Search', null, { search_term: 'wool socks' });
  statsig.logEvent('Order placed', 59.9, { order_id: 'S-1047', currency: 'EUR' });
  await statsig.updateUser({ userID: 'customer-81' });
  statsig.logEvent('Signed in');
}

void tell();
