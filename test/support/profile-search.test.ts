import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unmozlz4, unsnappy } from './decompress.ts';
import { joinedLog, tableContents } from './leveldb.ts';
import { findInProfile } from './profile-search.ts';

const VALUE = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'known-as-search-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function plant(name: string, bytes: Uint8Array | string): void {
  mkdirSync(join(folder, 'Default/deep'), { recursive: true });
  writeFileSync(join(folder, 'Default/deep', name), bytes);
}

async function ways(value: string): Promise<readonly string[]> {
  return (await findInProfile(folder, value)).map(({ as }) => as);
}

/** Bytes written as snappy's or LZ4's literals and copies, by hand. */
const bytes = (...parts: (number | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

describe('a planted value', () => {
  it.each([
    ['UTF-8', Buffer.from(`x${VALUE}y`)],
    ['UTF-16 LE', Buffer.from(`x${VALUE}y`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(VALUE, 'utf16le').swap16()],
    ['IndexedDB key', Buffer.from(VALUE).map((byte) => byte + 1)],
  ])('is found as %s', async (as, planted) => {
    plant('file', planted);
    expect(await ways(VALUE)).toEqual([as]);
  });

  it('is found percent-encoded, as a form writes it, and escaped in JSON', async () => {
    plant('a', 'q=car%20mp3%2Fplayer');
    plant('b', 'q=car+mp3%2Fplayer');
    plant('c', String.raw`"car \"mp3\" player"`);
    expect(await ways('car mp3/player')).toEqual(['percent-encoding', 'percent-encoding of a form']);
    expect(await ways('car "mp3" player')).toEqual(['UTF-8']);
  });

  it('is told with its file and what stands around it', async () => {
    plant('file', Buffer.from(`before ${VALUE} after`, 'utf16le'));
    expect(await findInProfile(folder, VALUE)).toEqual([
      { file: 'Default/deep/file', as: 'UTF-16 LE', context: `before ${VALUE} after` },
    ]);
  });

  it('is found where compression has left a part of it', async () => {
    plant('file', `xx${VALUE.slice(0, 18)}\u0001${VALUE.slice(24)}`);
    expect(new Set(await ways(VALUE))).toEqual(new Set(['part of it in UTF-8']));
  });

  it('is not found where only another is', async () => {
    plant('file', 'c1d9e077-5b0e-4d1d-8e11-90cf2b6d1a44');
    expect(await ways(VALUE)).toEqual([]);
  });

  it('is found in a log of LevelDB that cuts it in two', async () => {
    const before = 'x'.repeat(32_768 - 7 - 20);
    const first = before + VALUE.slice(0, 20);
    const rest = VALUE.slice(20);
    const header = (length: number, type: number): Uint8Array =>
      bytes(0, 0, 0, 0, length % 256, Math.floor(length / 256), type);
    plant(
      '000003.log',
      Buffer.concat([header(first.length, 2), Buffer.from(first), header(rest.length, 4), Buffer.from(rest)]),
    );
    expect(await ways(VALUE)).toContain('UTF-8, in a log');
  });

  it('is found in a table of LevelDB whose keys share a beginning and whose block is packed', async () => {
    const entry = (shared: number, key: string, value: string): Uint8Array =>
      bytes(shared, key.length, value.length, key, value);
    const restarts = bytes(0, 0, 0, 0, 1, 0, 0, 0);
    const data = Buffer.concat([entry(0, VALUE, 'a'), entry(30, 'ffffff', 'b'), restarts]);
    // One literal: snappy's plainest form.
    const packed = bytes(data.length, 60 << 2, data.length - 1, data.toString('latin1'));
    const index = Buffer.concat([entry(0, 'z', String.fromCharCode(0, packed.length)), restarts]);
    const metaindex = bytes(0, 0, 0, 0, 0, 0, 0, 0);
    const handle = (offset: number, size: number): number[] => [offset, size];
    const at = packed.length + 5;
    const footer = Buffer.alloc(48);
    Buffer.from([...handle(at + index.length + 5, metaindex.length), ...handle(at, index.length)]).copy(footer);
    Buffer.from('57fb808b247547db', 'hex').copy(footer, 40);
    const table = Buffer.concat([
      packed,
      bytes(1, 0, 0, 0, 0),
      index,
      bytes(0, 0, 0, 0, 0),
      metaindex,
      bytes(0, 0, 0, 0, 0),
      footer,
    ]);
    expect(Buffer.from(tableContents(table) ?? []).toString('latin1')).toBe(`${VALUE}a${VALUE.slice(0, 30)}ffffffb`);
    plant('000005.ldb', table);
    expect(await ways(`${VALUE.slice(0, 30)}ffffff`)).toContain('UTF-8, in a table');
  });
});

describe('compressed bytes', () => {
  it('are read as snappy: literals, and copies that overlap themselves', () => {
    // `abab` + 10 bytes from 2 back, in the two forms of copy
    const packed = bytes(14, 3 << 2, 'abab', ((6 - 4) << 2) | 1, 2, ((4 - 1) << 2) | 2, 2, 0);
    expect(Buffer.from(unsnappy(packed) ?? []).toString()).toBe('ababababababab');
  });

  it.each([
    ['nothing', bytes()],
    ['a size that is not kept', bytes(9, 0, 'a')],
    ['a copy from before the beginning', bytes(4, 1, 9)],
    ['a literal that is cut off', bytes(4, 3 << 2, 'a')],
  ])('are nothing as snappy where they are %s', (_, packed) => {
    expect(unsnappy(packed)).toBeUndefined();
  });

  it('are read as Firefox’s LZ4', () => {
    // 4 literals, then 8 bytes from 4 back; then 2 literals to end with
    const packed = bytes('mozLz40\0', 14, 0, 0, 0, (4 << 4) | 4, 'abcd', 4, 0, 2 << 4, 'xy');
    expect(Buffer.from(unmozlz4(packed) ?? []).toString()).toBe('abcdabcdabcdxy');
    expect(unmozlz4(bytes('mozLz40\0', 14, 0, 0, 0, 0))).toBeUndefined();
    expect(unmozlz4(bytes('something else'))).toBeUndefined();
  });

  it('are passed over where a log is broken', () => {
    expect(joinedLog(bytes(1, 2, 3))).toHaveLength(0);
    expect(joinedLog(bytes(0, 0, 0, 0, 255, 255, 1, 'x'))).toHaveLength(0);
  });
});

it('an empty value is refused, for it is everywhere', async () => {
  await expect(findInProfile(folder, '')).rejects.toThrow('empty');
});
