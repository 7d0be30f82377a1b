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
// It hears presses some time after its banner is there.
tarteaucitron.events.load = () => {
  document.documentElement.dataset.ready = 'yes';
};
for (const [key, type] of [
  ['ownmatomo', 'analytic'],
  ['ownadsense', 'ads'],
]) {
  tarteaucitron.services[key] = {
    key,
    type,
    name: key,
    uri: '/privacy',
    needConsent: true,
    cookies: [],
    js: () => undefined,
    fallback: () => undefined,
  };
  (tarteaucitron.job = tarteaucitron.job || []).push(key);
}
