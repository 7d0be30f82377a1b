import { gunzipSync } from 'node:zlib';
import type { Exchange } from '../exchange.ts';

/** What an SDK's request said. */
export interface Collected {
  /** How its body was written. */
  readonly form: 'json' | 'base64' | 'gzip' | 'address' | 'none';
  /** Visitor numbers in it. */
  readonly ids: readonly string[];
  /** Events in it, by their vendor's names. */
  readonly events: readonly string[];
}

const NOTHING_SAID: Collected = { form: 'none', ids: [], events: [] };

/** JSON, or `undefined` where it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Every string found under one of these keys, however deep, once. */
export function stringsUnder(value: unknown, keys: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  const visit = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const [key, below] of Object.entries(inner)) {
      if (keys.has(key) && typeof below === 'string') found.add(below);
      visit(below);
    }
  };
  visit(value);
  return [...found];
}

/** A body as text: out of gzip, or out of a form. */
export function textOf(body: Buffer): { readonly form: Collected['form']; readonly text: string } {
  if (body.length === 0) return { form: 'none', text: '' };
  if (body[0] === 0x1f && body[1] === 0x8b) return { form: 'gzip', text: gunzipSync(body).toString('utf8') };
  const text = body.toString('utf8');
  if (!text.startsWith('data=')) return { form: 'json', text };
  const data = new URLSearchParams(text).get('data') ?? '';
  const isPlain = data.startsWith('{') || data.startsWith('[');
  return isPlain
    ? { form: 'json', text: data }
    : { form: 'base64', text: Buffer.from(data, 'base64').toString('utf8') };
}

const HOG_IDS = new Set(['distinct_id', '$device_id']);
const HOG_EVENTS = new Set(['event']);

/** PostHog: JSON, base64 in a form, or gzip known by its first two bytes (newer SDKs do not name it in the address). */
export function readHog({ body }: Exchange): Collected {
  const { form, text } = textOf(body);
  const said = parse(text);
  return { form, ids: stringsUnder(said, HOG_IDS), events: stringsUnder(said, HOG_EVENTS) };
}

const SNOW_IDS = new Set(['duid']);
const SNOW_EVENTS = new Set(['e']);

/** Snowplow: `POST …/tp2` with a JSON payload, or `GET /i` with the same names in the address. */
export function readSnow({ url, body }: Exchange): Collected {
  if (body.length > 0) {
    const said = parse(body.toString('utf8'));
    return { form: 'json', ids: stringsUnder(said, SNOW_IDS), events: stringsUnder(said, SNOW_EVENTS) };
  }
  const id = url.searchParams.get('duid');
  const event = url.searchParams.get('e');
  return id === null ? NOTHING_SAID : { form: 'address', ids: [id], events: event === null ? [] : [event] };
}
