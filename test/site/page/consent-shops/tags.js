/** What Google Analytics has a page send; `gcs`: what it says of consent to advertising and to analytics. */
export function hit({ number, gcs }) {
  const address = new URL('https://www.google-analytics.com/g/collect');
  address.search = new URLSearchParams({
    v: '2',
    tid: 'G-SHOP000001',
    gcs,
    cid: number.replace(/^GA1\.1\./u, ''),
    en: 'page_view',
    dl: location.href,
    dt: document.title,
  }).toString();
  void fetch(address, { method: 'POST', mode: 'no-cors', keepalive: true });
}

/** The third party's pixel, with the consent that it is said to have. */
export function pixel(text) {
  const address = new URL('https://px.bluebird-metrics.example/p.gif');
  address.search = new URLSearchParams({ site: location.hostname, gdpr: '1', gdpr_consent: text }).toString();
  const image = new Image(1, 1);
  image.className = 'pixel';
  image.src = address.href;
  document.body.append(image);
}

/** Has the shop write down what was pressed, and what was stored of it; it answers with its cookies. */
export async function tell(pressed, text) {
  await fetch('/choice', { method: 'POST', body: JSON.stringify({ pressed, text }) });
  document.documentElement.dataset.told = pressed ?? 'nothing';
}

/** What the shop declares of what it keeps. */
export const DECLARED = [
  ['_ga', 'Google Analytics', '30 days'],
  ['bbid', 'Bluebird Metrics', '30 days'],
];
