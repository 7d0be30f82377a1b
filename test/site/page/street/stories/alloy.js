import { createInstance } from './sdk.js';

const alloy = createInstance({ name: 'alloy' });
const { host } = new URL(street.collector);
alloy('configure', {
  datastreamId: 'ebebf826-a01f-4458-8cec-ef61de241c93',
  orgId: '5D1F0C7E9A3B4C288E6F2B7D@AdobeOrg',
  clickCollectionEnabled: false,
  edgeDomain: host,
  ...(street.relayed && { edgeBasePath: 'relay/ee', thirdPartyCookiesEnabled: false }),
});
const page = { web: { webPageDetails: { URL: location.href, name: 'Welcome' } } };
const tell = (eventType, xdm = {}) => alloy('sendEvent', { xdm: { eventType, ...page, ...xdm } });
tell('web.webpagedetails.pageViews');
tell('newsletter.joined');
tell('web.webinteraction.siteSearch', { siteSearch: { phrase: 'wool socks' } });
tell('commerce.purchases', {
  commerce: { purchases: { value: 1 }, order: { purchaseID: 'S-1047', priceTotal: 59.9, currencyCode: 'EUR' } },
});
tell('userAccount.logins', { identityMap: { CRMID: [{ id: 'customer-81', authenticatedState: 'authenticated' }] } });
