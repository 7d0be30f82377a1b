// Starts the two analytics SDKs of the shop, each as its maker's guide says.
posthog.init('phc_halden', {
  api_host: 'https://eu.hog-collector.example',
  person_profiles: 'always',
});
snowplowBrowserTracking.newTracker('sp', 'https://sp.snow-collector.example', { appId: 'halden' });
snowplowBrowserTracking.trackPageView();
