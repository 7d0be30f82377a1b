import type { Limit } from '#core/hit.ts';
import { type Json, parseJson } from '#core/json.ts';
import { decodePercent } from '#core/percent.ts';
import { parseBase64 } from './base64.ts';
import { inflate } from './inflate.ts';
import { parseMultipart } from './multipart.ts';
import { looksLikeParameters, parseParameters } from './parameters.ts';

/** Of a body so many bytes are read, sent or decompressed: 4 MiB. */
export const MOST_READ = 4_194_304;
/** A body may be packed so many times over: base64 of gzip of JSON is two. */
const DEEPEST = 3;
/** Newline-separated events; more than any vendor sends at once. */
const MOST_ROWS = 5000;

/** What a body holds, whatever its headers call it. */
export type Content =
  | { readonly form: 'none' }
  /** JSON, or a form's fields. */
  | { readonly form: 'value'; readonly value: Json }
  /** One value a line, JSON or fields; a line that is neither is its text. */
  | { readonly form: 'rows'; readonly rows: readonly Json[] }
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'binary' };

/** A body, opened. */
export interface Opened {
  readonly content: Content;
  readonly limits: readonly Limit[];
  /** Bytes as they were sent. */
  readonly size: number;
}

const NONE: Content = { form: 'none' };

/** Control characters, and what stands for bytes that are no UTF-8. */
const STRANGE = /[\p{Cc}\ufffd]/gu;
const SPACE = /\s/gu;

/** Whether so much of a text is no text that it must be something else. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 4096).replace(SPACE, '');
  return (start.match(STRANGE)?.length ?? 0) > start.length / 50;
}

function textOf(bytes: Uint8Array): { readonly text: string; readonly limits: readonly Limit[] } | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), limits: [] };
  } catch {
    // A character that was cut through is no reason to give up all the others.
    const text = new TextDecoder().decode(bytes);
    return isBinary(text) ? null : { text, limits: ['not-utf8'] };
  }
}

function rowOf(line: string): Json {
  const json = /^[[{"]/u.test(line) ? parseJson(line) : undefined;
  if (json !== undefined) return json;
  return looksLikeParameters(line) ? parseParameters(line) : line;
}

function readRows(text: string): readonly Json[] | null {
  const lines = text.split(/\r?\n/u, MOST_ROWS).filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  const rows = lines.map(rowOf);
  return typeof rows[0] === 'string' || rows.filter((row) => typeof row === 'string').length > rows.length / 2
    ? null
    : rows;
}

/** What a text holds. It may be packed in another once more. */
function readText(text: string, depth: number): Omit<Opened, 'size'> {
  const trimmed = text.trim();
  if (trimmed === '') return { content: NONE, limits: [] };
  // Recordings are JSON full of signs that no other text has.
  const json = /^[[{"]/u.test(trimmed) ? parseJson(trimmed) : undefined;
  if (json !== undefined) return { content: { form: 'value', value: json }, limits: [] };
  if (isBinary(trimmed)) return { content: { form: 'binary' }, limits: ['binary'] };
  const fields = parseMultipart(trimmed);
  if (fields !== null) return { content: { form: 'value', value: fields }, limits: [] };
  const inside = depth < DEEPEST ? unpackText(trimmed, depth) : null;
  if (inside !== null) return inside;
  if (!/[\n\r]/u.test(trimmed) && looksLikeParameters(trimmed)) {
    return { content: { form: 'value', value: parseParameters(trimmed) }, limits: [] };
  }
  const rows = readRows(trimmed);
  if (rows !== null) return { content: { form: 'rows', rows }, limits: [] };
  return { content: { form: 'text', text: trimmed }, limits: /^[[{]/u.test(trimmed) ? ['not-json'] : [] };
}

/** Percent-encoded JSON, or base64 of something that can be read; `null` for what is neither. */
function unpackText(text: string, depth: number): Omit<Opened, 'size'> | null {
  if (/^%(?:7b|5b|22)/iu.test(text)) return readText(decodePercent(text), depth + 1);
  const bytes = parseBase64(text);
  if (bytes === null) return null;
  const { content, limits } = readBytes(bytes, depth + 1);
  return content.form === 'value' || content.form === 'rows' || limits.includes('damaged') ? { content, limits } : null;
}

/** What can be read beside something that cannot: the other parts of a form, the lines before a recording. */
function readAmong(bytes: Uint8Array): Content {
  const text = new TextDecoder().decode(bytes);
  const fields = Object.entries(parseMultipart(text) ?? {}).filter(([, value]) => !isBinary(value));
  if (fields.length > 0) return { form: 'value', value: Object.fromEntries(fields) };
  const lines = text.split(/\r?\n/u, MOST_ROWS);
  const end = lines.findIndex((line) => isBinary(line));
  const rows = lines.slice(0, end === -1 ? lines.length : end).flatMap((line) => {
    const row = rowOf(line);
    return typeof row === 'string' ? [] : [row];
  });
  return rows.length > 0 ? { form: 'rows', rows } : { form: 'binary' };
}

function readBytes(bytes: Uint8Array, depth: number): Omit<Opened, 'size'> {
  const inflated = inflate(bytes, MOST_READ);
  if (inflated !== null && inflated.bytes.length > 0) {
    const limits: readonly Limit[] = inflated.limit === null ? [] : [inflated.limit];
    if (depth >= DEEPEST) return { content: { form: 'binary' }, limits: [...limits, 'binary'] };
    const inside = readBytes(inflated.bytes, depth + 1);
    // That it was cut off explains why it is no JSON.
    const more = limits.length > 0 ? inside.limits.filter((limit) => limit !== 'not-json') : inside.limits;
    return { content: inside.content, limits: [...limits, ...more] };
  }
  // Nothing comes out of it, though it begins as gzip does.
  if (inflated !== null && bytes[0] === 0x1f) return { content: { form: 'binary' }, limits: ['damaged'] };
  const decoded = textOf(bytes);
  if (decoded === null) return { content: readAmong(bytes), limits: ['binary'] };
  const read = readText(decoded.text, depth);
  return { content: read.content, limits: [...decoded.limits, ...read.limits] };
}

/**
 * Opens a body: decompresses what is compressed, decodes base64, and tells JSON, forms, multipart, newline-separated
 * JSON and text apart by what they look like. Headers are often wrong, and are not asked. Of a longer body the first
 * 4 MiB are read. Never throws.
 */
export function openBody(body: Uint8Array | string | null): Opened {
  if (body === null || body.length === 0) return { content: NONE, limits: [], size: 0 };
  const tooLarge: readonly Limit[] = body.length > MOST_READ ? ['too-large'] : [];
  const { content, limits } =
    typeof body === 'string' ? readText(body.slice(0, MOST_READ), 0) : readBytes(body.subarray(0, MOST_READ), 0);
  const others = tooLarge.length > 0 ? limits.filter((limit) => limit !== 'not-json' && limit !== 'damaged') : limits;
  return { content, limits: [...new Set([...tooLarge, ...others])], size: body.length };
}

/** Opens a text that stands inside something else: JSON in a form's field, base64 in JSON. `undefined` for mere text. */
export function openText(text: string): Json | undefined {
  if (text.length < 2 || text.length > MOST_READ) return undefined;
  const { content } = readText(text, 1);
  if (content.form === 'value') return content.value;
  return content.form === 'rows' ? content.rows : undefined;
}
