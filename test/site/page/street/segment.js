const analytics = AnalyticsNext.AnalyticsBrowser.load({ writeKey: 'street' });
analytics.page();
