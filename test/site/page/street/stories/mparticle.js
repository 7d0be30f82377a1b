import mParticle from './sdk.js';

const base = `${location.host}/relay`;
mParticle.init('street0000000000000000000000000', {
  isDevelopmentMode: true,
  requestConfig: false,
  flags: { eventsV3: '100', eventBatchingIntervalMillis: '0' },
  ...(street.relayed && { v3SecureServiceUrl: `${base}/v3/JS/`, identityUrl: `${base}/v1/` }),
});
mParticle.ready(() => {
  mParticle.logPageView('Welcome');
  mParticle.logEvent('Newsletter joined', mParticle.EventType.Other, { place: 'footer' });
  mParticle.logEvent('Search', mParticle.EventType.Search, { search_term: 'wool socks' });
  mParticle.eCommerce.setCurrencyCode('EUR');
  const socks = mParticle.eCommerce.createProduct('Wool socks', 'sock-1', 29.95, 2);
  mParticle.eCommerce.logProductAction(
    mParticle.ProductActionType.Purchase,
    [socks],
    {},
    {},
    { Id: 'S-1047', Revenue: 59.9 },
  );
  mParticle.Identity.login({ userIdentities: { customerid: 'customer-81' } });
});
