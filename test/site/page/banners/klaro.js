globalThis.klaroConfig = {
  acceptAll: true,
  mustConsent: false,
  storageMethod: 'cookie',
  translations: { zz: { privacyPolicyUrl: '/privacy' }, en: { privacyPolicyUrl: '/privacy' } },
  lang: 'en',
  services: [
    { name: 'matomo', title: 'Matomo', purposes: ['analytics'] },
    { name: 'adsense', title: 'AdSense', purposes: ['advertising'] },
  ],
};

document.querySelector('#privacy-settings').addEventListener('click', () => klaro.show(undefined, true));
