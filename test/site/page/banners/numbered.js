// A site that numbers whoever comes, before it asks.
if (!document.cookie.includes('uid=')) document.cookie = `uid=${crypto.randomUUID()}; Path=/; Max-Age=31536000`;
