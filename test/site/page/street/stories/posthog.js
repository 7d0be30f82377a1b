posthog.init('phc_street', {
  api_host: street.collector,
  person_profiles: 'identified_only',
  opt_out_useragent_filter: true,
});
posthog.capture('Newsletter joined', { place: 'footer' });
posthog.capture('Search', { search_term: 'wool socks' });
posthog.capture('Order placed', { order_id: 'S-1047', value: 59.9, currency: 'EUR' });
posthog.identify('customer-81', { email: 'ada@post.example' });
