/** Readers of the two compressions that browsers keep profiles in. Bad input gives `undefined`. */

interface Sink {
  readonly bytes: Uint8Array;
  at: number;
}

/** Copies what was written `distance` bytes ago; copy and source may overlap. Returns whether that was possible. */
function repeat(sink: Sink, distance: number, length: number): boolean {
  if (distance === 0 || distance > sink.at || sink.at + length > sink.bytes.length) return false;
  for (let index = 0; index < length; index += 1) {
    sink.bytes[sink.at] = sink.bytes[sink.at - distance] ?? 0;
    sink.at += 1;
  }
  return true;
}

function take(sink: Sink, from: Uint8Array): boolean {
  if (sink.at + from.length > sink.bytes.length) return false;
  sink.bytes.set(from, sink.at);
  sink.at += from.length;
  return true;
}

/** A number of `size` bytes, the lowest first. */
function little(data: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let index = size - 1; index >= 0; index -= 1) value = value * 256 + (data[at + index] ?? 0);
  return value;
}

/** A variable-length number and the place after it; `undefined` where it does not end. */
export function varint(data: Uint8Array, start: number): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = data[start + index];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: start + index + 1 };
  }
  return undefined;
}

/** How many bytes a snappy element takes, and what it does to the sink. */
function snappyElement(data: Uint8Array, at: number, sink: Sink): number | undefined {
  const tag = data[at] ?? 0;
  const high = tag >> 2;
  switch (tag & 3) {
    case 0: {
      const size = high < 60 ? 0 : high - 59;
      const length = (size === 0 ? high : little(data, at + 1, size)) + 1;
      const start = at + 1 + size;
      return start + length <= data.length && take(sink, data.subarray(start, start + length))
        ? 1 + size + length
        : undefined;
    }
    case 1: {
      const distance = (tag >> 5) * 256 + (data[at + 1] ?? 0);
      return repeat(sink, distance, ((tag >> 2) & 7) + 4) ? 2 : undefined;
    }
    case 2:
      return repeat(sink, little(data, at + 1, 2), high + 1) ? 3 : undefined;
    default:
      return repeat(sink, little(data, at + 1, 4), high + 1) ? 5 : undefined;
  }
}

/** Larger than any block of a browser's store. */
const LARGEST = 64 * 1024 * 1024;

/** @see https://github.com/google/snappy/blob/main/format_description.txt */
export function unsnappy(data: Uint8Array): Uint8Array | undefined {
  const size = varint(data, 0);
  if (size === undefined || size.value > LARGEST) return undefined;
  const sink: Sink = { bytes: new Uint8Array(size.value), at: 0 };
  let { next } = size;
  while (next < data.length) {
    const taken = snappyElement(data, next, sink);
    if (taken === undefined) return undefined;
    next += taken;
  }
  return sink.at === size.value ? sink.bytes : undefined;
}

/** A length that goes on in further bytes while they are 255. */
function longLength(
  data: Uint8Array,
  start: number,
  first: number,
): { readonly length: number; readonly next: number } {
  let length = first;
  let next = start;
  if (first === 15) {
    let byte: number;
    do {
      byte = data[next] ?? 0;
      length += byte;
      next += 1;
    } while (byte === 255);
  }
  return { length, next };
}

const MOZ_LZ4 = 'mozLz40\0';

/**
 * Firefox's `.jsonlz4` and its like: a mark, the size, one LZ4 block.
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 */
export function unmozlz4(data: Uint8Array): Uint8Array | undefined {
  if (Buffer.from(data.subarray(0, 8)).toString('latin1') !== MOZ_LZ4) return undefined;
  const size = little(data, 8, 4);
  if (size > LARGEST) return undefined;
  const sink: Sink = { bytes: new Uint8Array(size), at: 0 };
  let at = 12;
  while (at < data.length) {
    const token = data[at] ?? 0;
    const literal = longLength(data, at + 1, token >> 4);
    at = literal.next + literal.length;
    if (at > data.length || !take(sink, data.subarray(literal.next, at))) return undefined;
    if (at === data.length) break;
    const match = longLength(data, at + 2, token & 15);
    if (!repeat(sink, little(data, at, 2), match.length + 4)) return undefined;
    at = match.next;
  }
  return sink.at === size ? sink.bytes : undefined;
}
