// Numbers that the shop's own script makes: one for the device in web storage, one for an experiment in a cookie.
(() => {
  const DEVICE = 'halden.device';

  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
  }

  const device = localStorage.getItem(DEVICE) ?? uuid();
  localStorage.setItem(DEVICE, device);

  const held = /(?:^|; )hsplit=([^;]*)/u.exec(document.cookie)?.[1];
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const side = bytes[0] % 2 === 0 ? 'a' : 'b';
  const split = held ?? `${side}.${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  if (held === undefined) document.cookie = `hsplit=${split}; Path=/; Max-Age=${90 * 86400}; SameSite=Lax`;

  void fetch('/numbers', {
    method: 'POST',
    body: JSON.stringify({ numbers: { [DEVICE]: device, hsplit: split } }),
    keepalive: true,
  });
})();
