import { Gunzip, Unzlib } from 'fflate';

/** The compressed bytes are read in pieces of so many: a piece becomes at most a thousand times as long. */
const PIECE = 4096;

/** What compressed bytes hold, as far as they could be read. */
export interface Inflated {
  readonly bytes: Uint8Array;
  /** `too-large`: there is more than was asked for. `damaged`: cut off, or no longer what was compressed. */
  readonly limit: 'too-large' | 'damaged' | null;
}

/** How bytes are compressed, by how they begin; `null`: not in a way that says so. */
function compressionOf(bytes: Uint8Array): 'gzip' | 'zlib' | null {
  const [first, second] = bytes;
  if (first === undefined || second === undefined || bytes.length < 3) return null;
  if (first === 0x1f && second === 0x8b) return 'gzip';
  return first === 0x78 && (first * 256 + second) % 31 === 0 && (second & 0x20) === 0 ? 'zlib' : null;
}

function joined(pieces: readonly Uint8Array[], most: number): Uint8Array {
  const size = Math.min(
    most,
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    if (at >= size) break;
    all.set(piece.subarray(0, size - at), at);
    at += piece.length;
  }
  return all;
}

/** Takes pieces in until there are more bytes than wanted. */
interface Sink {
  readonly take: (piece: Uint8Array) => void;
  readonly isFull: () => boolean;
  readonly bytes: () => Uint8Array;
}

function sink(most: number): Sink {
  const pieces: Uint8Array[] = [];
  let size = 0;
  return {
    take: (piece) => {
      if (size <= most) pieces.push(piece);
      size += piece.length;
    },
    isFull: () => size > most,
    bytes: () => joined(pieces, most),
  };
}

/**
 * Decompresses gzip (RFC 1952) and zlib (RFC 1950), known by their first bytes, whatever a header says. At most `most`
 * bytes come out, however much there is inside. `null` for what is not compressed.
 */
export function inflate(bytes: Uint8Array, most: number): Inflated | null {
  const compression = compressionOf(bytes);
  if (compression === null) return null;
  const { take, isFull, bytes: taken } = sink(most);
  const stream = compression === 'gzip' ? new Gunzip(take) : new Unzlib(take);
  try {
    for (let at = 0; at < bytes.length && !isFull(); at += PIECE)
      stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch {
    // The library throws whatever it met: damaged or cut off is all there is to say.
    return { bytes: taken(), limit: isFull() ? 'too-large' : 'damaged' };
  }
  return { bytes: taken(), limit: isFull() ? 'too-large' : null };
}
