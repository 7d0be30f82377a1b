// In the place of the script that Vercel serves and no package holds: what its documents say of a page view, and no more.
const { dataset } = document.currentScript;
const view = { o: location.href, sdkn: dataset.sdkn, sdkv: dataset.sdkv, ts: Date.now(), r: document.referrer };
const headers = { 'Content-Type': 'application/json' };
void fetch('/_vercel/insights/view', { method: 'POST', keepalive: true, headers, body: JSON.stringify(view) });
