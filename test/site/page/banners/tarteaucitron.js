tarteaucitron.init({
  privacyUrl: '/privacy',
  hashtag: '#tarteaucitron',
  cookieName: 'tarteaucitron',
  orientation: 'bottom',
  highPrivacy: true,
  DenyAllCta: true,
  AcceptAllCta: true,
  mandatory: true,
  showIcon: false,
  useExternalCss: false,
  useExternalJs: false,
});
tarteaucitron.services.counter = {
  key: 'counter',
  type: 'analytic',
  name: 'Counter',
  uri: '/privacy',
  needConsent: true,
  cookies: [],
  js: () => undefined,
  fallback: () => undefined,
};
(tarteaucitron.job = tarteaucitron.job || []).push('counter');
