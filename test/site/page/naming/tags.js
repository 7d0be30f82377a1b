// Sends what the shop's page holds of its customer to advertisers, by the rule that each of them writes down.
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const hex = (text, how = sha256) => bytesToHex(how(utf8ToBytes(text)));
const base64 = (text) => btoa(String.fromCodePoint(...sha256(utf8ToBytes(text))));
const base64url = (text) => base64(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');

function get(url, parameters) {
  return fetch(`${url}?${new URLSearchParams(parameters)}`, { mode: 'no-cors' });
}

function post(url, body) {
  return fetch(url, { method: 'POST', mode: 'no-cors', body: JSON.stringify(body) });
}

/** `phone`: as E.164 has it. */
export async function tellAdvertisers({ email, phone }) {
  const lower = email.trim().toLowerCase();
  const [local, host] = lower.split('@');
  const atGmail = `${local.replaceAll('.', '').replace(/\+.*/u, '')}@gmail.com`;
  const google = host === 'gmail.com' ? atGmail : lower;
  const microsoft = `${local.replace(/\+.*/u, '').replaceAll('.', '')}@${host}`;
  const digits = phone.replace('+', '');
  await Promise.all([
    get('https://www.google.com/ccm/form-data/1234567890', {
      em: `tv.1~em.${base64url(google)}~pn.${base64url(phone)}`,
    }),
    get('https://www.facebook.com/tr/', { id: '123', ev: 'Lead', 'ud[em]': hex(lower), 'ud[ph]': hex(digits) }),
    get('https://bat.bing.com/action/0', { ti: '123', pid: JSON.stringify({ em: hex(microsoft), ph: hex(phone) }) }),
    get('https://ct.pinterest.com/user/', { tid: '123', pd: JSON.stringify({ em: hex(lower.replaceAll(' ', '')) }) }),
    get('https://sslwidget.criteo.com/event', { a: '123', p0: `e=ce&m=[${hex(lower, md5)}]` }),
    get('https://tr.snapchat.com/p', { pid: '123', u_hem: hex(lower), u_hpn: hex(digits) }),
    post('https://analytics.tiktok.com/api/v2/pixel', {
      event: 'Lead',
      context: { user: { email: hex(lower), phone_number: hex(phone) } },
    }),
    post('https://prod.uidapi.com/v2/token/client-generate', { email_hash: base64(google) }),
  ]);
}

globalThis.tellAdvertisers = tellAdvertisers;
