import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { unmozlz4 } from './decompress.ts';
import { joinedLog, tableContents } from './leveldb.ts';

/** A value, or a part of it, that was found in a profile. */
export interface Found {
  /** The file's path in the profile. */
  readonly file: string;
  /** How it was written there. */
  readonly as: string;
  /** What stands around it, as far as it is text. */
  readonly context: string;
}

/** A part of a random value this long occurs by chance in no profile. */
const PIECE = 10;

const AROUND = 60;

/** A way of writing text as bytes. */
interface Encoding {
  readonly as: string;
  readonly write: (text: string) => Buffer;
}

const ENCODINGS: readonly Encoding[] = [
  { as: 'UTF-8', write: (text) => Buffer.from(text, 'utf8') },
  { as: 'UTF-16 LE', write: (text) => Buffer.from(text, 'utf16le') },
  { as: 'UTF-16 BE', write: (text) => Buffer.from(text, 'utf16le').swap16() },
  { as: 'percent-encoding', write: (text) => Buffer.from(encodeURIComponent(text)) },
  {
    as: 'percent-encoding of a form',
    write: (text) => Buffer.from(new URLSearchParams([['', text]]).toString().slice(1)),
  },
  // Firefox writes the keys of IndexedDB so, for their bytes to sort as the keys do.
  { as: 'IndexedDB key', write: (text) => Buffer.from(text, 'utf8').map((byte) => byte + 1) as Buffer },
];

interface Needle {
  readonly as: string;
  readonly bytes: Buffer;
}

/** All that is looked for: the value in every writing, and, where it is long enough, its parts. */
function needlesOf(value: string): { readonly whole: readonly Needle[]; readonly pieces: readonly Needle[] } {
  const texts = [...new Set([value, JSON.stringify(value).slice(1, -1)])];
  const all = texts.flatMap((text) => ENCODINGS.map(({ as, write }) => ({ as, bytes: write(text) })));
  const pieces: Needle[] = [];
  // Compression takes out what was there before, in runs of four bytes or more; the rest of a random value stays.
  for (let at = 0; at + PIECE <= value.length && value.length > PIECE; at += 1) {
    const piece = value.slice(at, at + PIECE);
    for (const { as, write } of ENCODINGS.slice(0, 3)) pieces.push({ as: `part of it in ${as}`, bytes: write(piece) });
  }
  const seen = new Set<string>();
  const whole = all.filter(({ bytes }) => {
    const hex = bytes.toString('hex');
    return !seen.has(hex) && seen.add(hex);
  });
  return { whole, pieces };
}

/** Text around a place, of whichever encoding: what is no letter of ASCII is left out. */
function contextOf(data: Buffer, at: number, length: number): string {
  const around = data.subarray(Math.max(0, at - 2 * AROUND), at + length + 2 * AROUND);
  return around.toString('latin1').replaceAll(/[^\x20-\x7e]+/gu, (gap) => (gap === '\0' ? '' : ' '));
}

interface Place {
  readonly as: string;
  readonly at: number;
  readonly length: number;
}

function placesOf(data: Buffer, { as, bytes }: Needle): Place[] {
  const places: Place[] = [];
  for (let at = data.indexOf(bytes); at !== -1; at = data.indexOf(bytes, at + 1)) {
    places.push({ as, at, length: bytes.length });
  }
  return places;
}

function search(data: Buffer, { whole, pieces }: ReturnType<typeof needlesOf>): readonly Place[] {
  const found: Place[] = [];
  // In a run of UTF-16 the one order is the other one, moved by a byte.
  const isNew = ({ at, length }: Place): boolean =>
    !found.some((known) => at < known.at + known.length && known.at < at + length);
  for (const needle of [...whole, ...pieces]) found.push(...placesOf(data, needle).filter(isNew));
  return found;
}

/** What a file holds: itself, and what it says where it is written in a way that hides it. */
function readings(path: string, data: Buffer): readonly (readonly [how: string, bytes: Uint8Array])[] {
  const all: [string, Uint8Array][] = [['', data]];
  const lz4 = unmozlz4(data);
  if (lz4 !== undefined) all.push([', unpacked', lz4]);
  const table = tableContents(data);
  if (table !== undefined) all.push([', in a table', table]);
  if (path.endsWith('.log')) all.push([', in a log', joinedLog(data)]);
  return all;
}

/**
 * Searches every file of a profile for a value: as UTF-8, UTF-16 of both orders, percent-encoded, JSON-escaped and as
 * a Firefox IndexedDB key; also inside of LevelDB logs and tables and of Firefox's LZ4 files. Of a value longer than ten
 * characters also its parts are found, as snappy and SQLite leave them standing. Not covered: values under encryption
 * (the cookie jar where the system has a key store), gzip or Brotli (a cache of bodies sent so), base64, or hashed.
 */
export async function findInProfile(folder: string, value: string): Promise<readonly Found[]> {
  if (value === '') throw new Error('An empty value is found everywhere');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const needles = needlesOf(value);
  const found: Found[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path);
    for (const [how, bytes] of readings(path, await readFile(path))) {
      const data = Buffer.from(bytes);
      const places = search(data, needles);
      found.push(...places.map(({ as, at, length }) => ({ file, as: as + how, context: contextOf(data, at, length) })));
    }
  }
  return found;
}
