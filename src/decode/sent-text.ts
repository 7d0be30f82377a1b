import { MOST_READ } from './body/content.ts';
import { inflate } from './body/inflate.ts';

/** Longer texts are cut off here. */
const LONGEST = 1_048_576;

/** A body as text: out of its compression where it has one. Bytes that are no UTF-8 stand as `\ufffd`. Never throws. */
export function sentText(body: Uint8Array | string | null): string {
  if (body === null) return '';
  if (typeof body === 'string') return body.slice(0, LONGEST);
  const inflated = inflate(body, MOST_READ);
  const bytes = inflated === null || inflated.bytes.length === 0 ? body : inflated.bytes;
  return new TextDecoder().decode(bytes.subarray(0, LONGEST));
}
