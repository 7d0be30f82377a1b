// Measures how long a page is in view and reports it to the site it belongs to. Other scripts of the site may dispatch
// `site:page` (a page was shown without loading one) and `site:report` (tell the site now).
(() => {
  const loaded = performance.getEntriesByType('navigation')[0]?.responseStart ?? 0;
  let path = location.pathname;
  /** Since when the page is in view and not yet reported; null while it is out of view. */
  let since = document.visibilityState === 'visible' ? loaded : null;

  /** Milliseconds in view since the last report. */
  function take() {
    if (since === null) return 0;
    const now = performance.now();
    const stayed = now - since;
    since = now;
    return Math.round(stayed);
  }

  function report() {
    const milliseconds = take();
    if (milliseconds > 0) navigator.sendBeacon('/stay', JSON.stringify({ path, milliseconds }));
  }

  function tell(where, what) {
    return fetch(where, { method: 'POST', body: JSON.stringify(what), keepalive: true });
  }

  function leave() {
    report();
    since = null;
  }

  function comeBack() {
    since ??= performance.now();
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
    else comeBack();
  });
  addEventListener('pagehide', leave);
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    if (document.visibilityState === 'visible') comeBack();
    void tell('/seen', { path });
  });

  async function turnTo(next) {
    report();
    path = next;
    await tell('/seen', { path });
    document.documentElement.dataset.seen = path;
  }

  async function reportNow() {
    const milliseconds = take();
    if (milliseconds > 0) await tell('/stay', { path, milliseconds });
    document.documentElement.dataset.reported = String(Number(document.documentElement.dataset.reported ?? 0) + 1);
  }

  addEventListener('site:page', (event) => void turnTo(event.detail));
  addEventListener('site:report', () => void reportNow());
})();
