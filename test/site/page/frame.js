// In the third party's frame: a number in its own web storage, told to its own server with the site it runs on.
(() => {
  const KEY = 'bb.uid';
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const fresh = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const number = localStorage.getItem(KEY) ?? fresh;
  localStorage.setItem(KEY, number);
  const site = document.referrer === '' ? '' : new URL(document.referrer).hostname;
  void fetch('/uid', { method: 'POST', body: JSON.stringify({ number, site }), keepalive: true });
})();
