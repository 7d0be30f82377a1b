snowplowBrowserTracking.newTracker('sp', 'https://street.collector.snplow.net', { appId: 'street' });
snowplowBrowserTracking.trackPageView();
