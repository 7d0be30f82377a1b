// FingerprintJS keeps nothing: what it worked out is kept and sent by the page, as its users do.
FingerprintJS.load()
  .then((agent) => agent.get())
  .then(({ visitorId }) => {
    document.cookie = `visitor_id=${visitorId}; Max-Age=31536000; Path=/; SameSite=Lax; Secure`;
    const body = JSON.stringify({ visitorId });
    return fetch('https://collect.fingerprint-shop.example/visits', { method: 'POST', body });
  });
