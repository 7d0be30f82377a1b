import { findsContacts } from '#follow/contacts.ts';
import { digestOfSalted } from '#follow/digests.ts';
import { follow } from '#follow/follow.ts';
import { createNeedles, type Finder, type Needles } from '#follow/needles.ts';
import type { Sent } from '#follow/parts.ts';
import { writingsOf } from '#follow/writings.ts';

const OF_NO_INTEREST: readonly Sent[] = [
  'https://shop.example/',
  'https://shop.example/assets/products/speaker-front-1200x800.jpg?v=20251101',
  'https://cdn.shop.example/_next/static/chunks/pages/_app-3f9c2b71aa0.js',
  'https://fonts.plain-cdn.example/s/inter/v13/UcCO3FwrK3iLTeHuS_fvQtMwCp50KnMw2boKoduKmMEVuLyfAZ9hiA.woff2',
  'https://shop.example/api/products?category=hi-fi&page=2&sort=price',
  'https://images.news.example/2026/11/27/front.webp?width=640&quality=80&auto=format',
].map((url) => ({ url }));

function randomText(length: number, alphabet: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}

function numbers(count: number): readonly string[] {
  return Array.from({ length: count }, () => crypto.randomUUID());
}

function followed(count: number): Needles<string> {
  const needles = createNeedles<string>();
  for (const number of numbers(count)) needles.add(number, number);
  return needles;
}

const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const query = Array.from({ length: 40 }, (_, at) => `p${at}=${encodeURIComponent(randomText(44, `${SIGNS} /`))}`);
const events = Array.from({ length: 110 }, (_, at) => ({
  event: `Product Viewed ${at}`,
  messageId: crypto.randomUUID(),
  properties: { price: at, text: randomText(480, `${SIGNS}     `) },
}));

const SENT: Readonly<Record<string, { readonly requests: readonly Sent[]; readonly row: number }>> = {
  'none of interest': { requests: OF_NO_INTEREST, row: 300 },
  'a 2 KB query': { requests: [{ url: `https://ads.example/p?${query.join('&')}`.slice(0, 2048) }], row: 100 },
  'a 64 KB body': {
    requests: [{ url: 'https://ads.example/b', body: JSON.stringify({ batch: events }).slice(0, 65_536) }],
    row: 4,
  },
};

const TABLES = new Map([10, 100, 1000].map((count) => [count, followed(count)]));

/** What a person typed, told again by salted digests. */
function typed(): Finder<string> {
  const salt = crypto.randomUUID();
  const known = [...writingsOf('email', 'ada.lindqvist@post.example'), ...writingsOf('phone', '030 5550142')];
  const table = new Map(known.map(({ text, form }) => [digestOfSalted(salt, text), { what: 'typed', form }]));
  return findsContacts((writing) => table.get(digestOfSalted(salt, writing)));
}

const TYPED = typed();

/** µs per request with so many numbers known; with none, for an e-mail address and a phone number that were typed. */
function look(count: number, what: string): number {
  const needles = count === 0 ? TYPED : TABLES.get(count);
  const { requests, row } = SENT[what] ?? { requests: [], row: 1 };
  if (needles === undefined || requests.length === 0) throw new Error(`There is no ${what} with ${count}`);
  let found = 0;
  const begin = performance.now();
  for (let time = 0; time < row; time += 1) for (const sent of requests) found += follow(needles, sent).length;
  const ms = performance.now() - begin;
  if (found !== 0) throw new Error('A number was found that nobody planted');
  return (ms / (row * requests.length)) * 1000;
}

/** µs for one number to be put into the table in all its forms. */
function prepare(): number {
  const needles = createNeedles<string>();
  const some = numbers(20);
  const begin = performance.now();
  for (const number of some) needles.add(number, number);
  const ms = performance.now() - begin;
  if (needles.size() === 0) throw new Error('Nothing was put into the table');
  return (ms / some.length) * 1000;
}

/** ms for an e-mail address and a phone number to be made ready to be told again. */
function prepareTyped(): number {
  const begin = performance.now();
  const finder = typed();
  const ms = performance.now() - begin;
  if (finder.in('to ada.lindqvist@post.example').length !== 1) throw new Error('What was typed is not told again');
  return ms;
}

/** Texts that are looked for with 1,000 numbers, and the bytes of the heap they take where the browser tells (Chromium). */
function memory(): { readonly texts: number; readonly bytes: number | null } {
  const heap = (): number | null =>
    (performance as { readonly memory?: { readonly usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? null;
  const before = heap();
  const tables = Array.from({ length: 8 }, () => followed(1000));
  const after = heap();
  const texts = tables[0]?.size() ?? 0;
  return { texts, bytes: before === null || after === null ? null : (after - before) / tables.length };
}

/** What the page can be asked. */
export interface FollowBench {
  readonly look: typeof look;
  readonly prepare: typeof prepare;
  readonly prepareTyped: typeof prepareTyped;
  readonly memory: typeof memory;
}

const followBench: FollowBench = { look, prepare, prepareTyped, memory };

Object.assign(globalThis, { followBench });
