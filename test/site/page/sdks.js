// Starts the two analytics SDKs of the shop, each as its maker's guide says.
posthog.init('phc_halden', {
  api_host: 'https://eu.hog-collector.example',
  person_profiles: 'always',
  // PostHog sends nothing from a browser it takes for a robot, and tests drive one.
  opt_out_useragent_filter: true,
});
snowplowBrowserTracking.newTracker('sp', 'https://sp.snow-collector.example', {
  appId: 'halden',
  eventMethod: location.pathname === '/sp-get' ? 'get' : 'post',
});
snowplowBrowserTracking.trackPageView();
