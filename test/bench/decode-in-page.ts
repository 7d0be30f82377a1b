import { gzipSync } from 'fflate';
import type { Hit } from '#core/hit.ts';
import { READER } from '#decode/read-hit.ts';

/** Requests of a page that are nobody's hits: pictures, scripts, styles, a site's own calls. */
const OF_NO_INTEREST: readonly string[] = [
  'https://shop.example/',
  'https://shop.example/assets/products/speaker-front-1200x800.jpg?v=20251101',
  'https://cdn.shop.example/_next/static/chunks/pages/_app-3f9c2b71aa0.js',
  'https://fonts.plain-cdn.example/s/inter/v13/UcCO3FwrK3iLTeHuS_fvQtMwCp50KnMw2boKoduKmMEVuLyfAZ9hiA.woff2',
  'https://shop.example/api/products?category=hi-fi&page=2&sort=price',
  'https://images.news.example/2026/11/27/front.webp?width=640&quality=80&auto=format',
];

function queryOf(bytes: number): string {
  const said =
    'v=2&tid=G-BENCH0001&cid=1423778943.1795341600&sid=1795341600&sct=2&_p=4711&_s=1&en=page_view&dt=Hi-fi&dl=https%3A%2F%2Fshop.example%2Fhi-fi%3Fq%3Dcar';
  const fill = Array.from({ length: 40 }, (_, at) => `&ep.property_${at}=${'value'.repeat(10)}`).join('');
  return (said + fill).slice(0, bytes);
}

/** Segment's form, of about so many bytes. */
function batchOf(bytes: number): string {
  const messages: object[] = [];
  for (let size = 0; size < bytes;) {
    const at = messages.length;
    const message = {
      type: 'track',
      event: `Product Viewed ${at}`,
      messageId: `ajs-next-${at}`,
      anonymousId: '0e8f2b7d-90a1-4c4e-b30c-95d7e418b24a',
      properties: { product_id: `P${at}`, price: at, currency: 'EUR', text: 'words of a product '.repeat(20) },
      context: { library: { name: 'analytics.js', version: 'next-1.84.3' }, page: { url: 'https://shop.example/p' } },
    };
    messages.push(message);
    size += JSON.stringify(message).length + 1;
  }
  return JSON.stringify({ batch: messages, writeKey: 'bench' });
}

/** Bytes that gzip makes little shorter, inside JSON. */
function gzipOf(bytes: number): Uint8Array {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(65_536)), (byte) => (byte % 36).toString(36)).join(
    '',
  );
  const events: object[] = [];
  let packed = new Uint8Array();
  while (packed.length < bytes) {
    for (let more = 0; more < 16; more += 1) {
      const start = (events.length * 977) % 57_000;
      const text = random.slice(start, start + 8000);
      events.push({ event: '$autocapture', properties: { distinct_id: '0e8f2b7d90a14c4e', token: 'phc_bench', text } });
    }
    packed = gzipSync(new TextEncoder().encode(JSON.stringify({ api_key: 'phc_bench', batch: events })), { level: 1 });
  }
  return packed;
}

const post = (url: string, body: Hit['body']): Hit => ({ url, method: 'POST', body });

/** What is read, and how often in a row: a single time is shorter than the steps of the clock. */
const READS: Readonly<Record<string, { readonly hits: readonly Hit[]; readonly row: number }>> = {
  'a 2 KB query': { hits: [post(`https://shop.example/g/collect?${queryOf(2048)}`, null)], row: 50 },
  'a 64 KB batch': { hits: [post('https://api.segment.io/v1/b', batchOf(65_536))], row: 5 },
  'a 1 MB gzip body': { hits: [post('https://us.i.posthog.com/batch/', gzipOf(1_048_576))], row: 1 },
};

/** As the background asks of every request: is it worth reading? */
function passOver(): number {
  const row = 2000;
  let kept = 0;
  const begin = performance.now();
  for (let time = 0; time < row; time += 1) {
    for (const url of OF_NO_INTEREST) if (READER.mayBeHit(url, false)) kept += 1;
  }
  const ms = performance.now() - begin;
  if (kept !== 0) throw new Error('One of them was of interest');
  return (ms / (row * OF_NO_INTEREST.length)) * 1000;
}

/** µs per request. */
function read(what: string): number {
  if (what === 'none of interest') return passOver();
  const { hits, row } = READS[what] ?? { hits: [], row: 1 };
  let events = 0;
  const begin = performance.now();
  for (let time = 0; time < row; time += 1) {
    for (const hit of hits) {
      const reading = READER.read(hit);
      if (reading.type === 'hit') events += reading.events.length;
    }
  }
  const ms = performance.now() - begin;
  // What is read is used, or it might not be worked out at all.
  if (events === 0) throw new Error(`There was no event in ${what}`);
  return (ms / (row * hits.length)) * 1000;
}

/** What the page can be asked. */
export interface DecodeBench {
  readonly read: typeof read;
}

const decodeBench: DecodeBench = { read };

Object.assign(globalThis, { decodeBench });
