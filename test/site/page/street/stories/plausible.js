import { init, track } from './sdk.js';

// Plausible sends nothing from a browser that is driven by tests, unless they say so.
Object.assign(window, { __plausible: true });
init({ domain: location.hostname, ...(street.relayed && { endpoint: `${street.collector}/api/event` }) });
track('Newsletter joined', { props: { place: 'footer' } });
track('Search', { props: { search_term: 'wool socks' } });
track('Order placed', { props: { order_id: 'S-1047' }, revenue: { amount: 59.9, currency: 'EUR' } });
