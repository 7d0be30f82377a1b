import { unsnappy, varint } from './decompress.ts';

/** Reads LevelDB's files, in which Chromium keeps IndexedDB, web storage and extensions' storage. */

const BLOCK = 32_768;
const RECORD_HEADER = 7;

/**
 * A log with the headers left out that cut its records every 32 KiB.
 * @see https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
export function joinedLog(log: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let block = 0; block < log.length; block += BLOCK) {
    const end = Math.min(block + BLOCK, log.length);
    let at = block;
    while (at + RECORD_HEADER <= end) {
      const length = (log[at + 4] ?? 0) + (log[at + 5] ?? 0) * 256;
      const next = at + RECORD_HEADER + length;
      if (next > end) break;
      parts.push(log.subarray(at + RECORD_HEADER, next));
      at = next;
    }
  }
  return Buffer.concat(parts);
}

const FOOTER = 48;
const MAGIC = '57fb808b247547db';
const SNAPPY = 1;

interface Handle {
  readonly offset: number;
  readonly size: number;
  readonly next: number;
}

function handleAt(data: Uint8Array, at: number): Handle | undefined {
  const offset = varint(data, at);
  const size = offset && varint(data, offset.next);
  return offset && size && { offset: offset.value, size: size.value, next: size.next };
}

function blockOf(table: Uint8Array, { offset, size }: Handle): Uint8Array | undefined {
  const raw = table.subarray(offset, offset + size);
  return table[offset + size] === SNAPPY ? unsnappy(raw) : raw;
}

interface Entry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** A block's entries with their keys in full: each key is stored as what differs from the one before. */
function entriesOf(block: Uint8Array): readonly Entry[] {
  const restarts = Buffer.from(block).readUInt32LE(block.length - 4);
  const end = block.length - 4 - restarts * 4;
  const entries: Entry[] = [];
  let key: Uint8Array = new Uint8Array();
  let at = 0;
  while (at < end) {
    const shared = varint(block, at);
    const fresh = shared && varint(block, shared.next);
    const length = fresh && varint(block, fresh.next);
    if (shared === undefined || fresh === undefined || length === undefined) break;
    const start = length.next + fresh.value;
    key = Buffer.concat([key.subarray(0, shared.value), block.subarray(length.next, start)]);
    at = start + length.value;
    entries.push({ key, value: block.subarray(start, at) });
  }
  return entries;
}

/**
 * Every key and value of a table, one after the other; `undefined` for what is no table.
 * @see https://github.com/google/leveldb/blob/main/doc/table_format.md
 */
export function tableContents(table: Uint8Array): Uint8Array | undefined {
  const footer = table.length - FOOTER;
  if (footer < 0 || Buffer.from(table.subarray(table.length - 8)).toString('hex') !== MAGIC) return undefined;
  const metaindex = handleAt(table, footer);
  const index = metaindex && handleAt(table, metaindex.next);
  const indexBlock = index && blockOf(table, index);
  if (indexBlock === undefined) return undefined;
  const parts: Uint8Array[] = [];
  for (const { value } of entriesOf(indexBlock)) {
    const handle = handleAt(value, 0);
    const block = handle && blockOf(table, handle);
    if (block === undefined) return undefined;
    for (const entry of entriesOf(block)) parts.push(entry.key, entry.value);
  }
  return Buffer.concat(parts);
}
