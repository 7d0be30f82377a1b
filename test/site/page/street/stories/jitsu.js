import { jitsuAnalytics } from './sdk.js';

const jitsu = jitsuAnalytics({ host: street.collector });
jitsu.page({ name: 'Welcome' });
jitsu.track('Newsletter joined', { place: 'footer' });
jitsu.track('Products Searched', { query: 'wool socks' });
jitsu.track('Order Completed', { order_id: 'S-1047', total: 59.9, currency: 'EUR' });
jitsu.identify('customer-81', { email: 'ada@post.example' });
