DD_RUM.init({
  applicationId: 'ebebf826-a01f-4458-8cec-ef61de241c93',
  clientToken: 'pub5d1f0c7e9a3b4c288e6f2b7d90a1c4e3',
  site: 'datadoghq.eu',
  service: 'street',
  sessionSampleRate: 100,
  sessionReplaySampleRate: 0,
  telemetrySampleRate: 100,
  trackUserInteractions: true,
  ...(street.relayed && { proxy: `${street.collector}/telemetry` }),
});
DD_RUM.addAction('Newsletter joined', { place: 'footer' });
DD_RUM.addAction('Search', { search_term: 'wool socks' });
DD_RUM.setUser({ id: 'customer-81' });
DD_RUM.addAction('Order placed', { order_id: 'S-1047', value: 59.9, currency: 'EUR' });
DD_RUM.addError(new TypeError('The basket is empty'));
