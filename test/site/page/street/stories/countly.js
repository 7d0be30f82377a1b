Countly.init({ app_key: '5d1f0c7e9a3b4c288e6f2b7d90a1c4e3', url: street.collector, ignore_bots: false });
Countly.track_sessions();
Countly.track_pageview();
Countly.add_event({ key: 'Newsletter joined', segmentation: { place: 'footer' } });
Countly.add_event({ key: 'Search', segmentation: { search_term: 'wool socks' } });
Countly.add_event({ key: 'Order placed', sum: 59.9, segmentation: { order_id: 'S-1047', currency: 'EUR' } });
Countly.user_details({ username: 'customer-81', email: 'ada@post.example' });
