import { LONGEST_BODY } from '../line.ts';
import { natives } from '../natives.ts';

type Make = new (...args: never[]) => object;

/** What small blobs are made of: read at once, also while the page goes away and nothing can be waited for. */
const contents = new WeakMap<object, Uint8Array>();

function bytesOf(piece: unknown): Uint8Array | null {
  if (typeof piece === 'string') return natives.apply(natives.encode, new natives.TextEncoder(), [piece]);
  if (piece instanceof natives.ArrayBuffer) return new natives.Uint8Array(piece);
  if (natives.isView(piece)) return new natives.Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
  return typeof piece === 'object' && piece !== null ? (natives.apply(natives.get, contents, [piece]) ?? null) : null;
}

/** A copy of all pieces in a row, since the page may change them later; `null`: too long, or one is not known. */
function joined(pieces: readonly unknown[]): Uint8Array | null {
  const known: Uint8Array[] = [];
  let size = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    // Of a text that is too long to be told not even the bytes are worked out.
    const bytes = typeof piece === 'string' && piece.length > LONGEST_BODY ? null : bytesOf(piece);
    size += bytes?.length ?? 0;
    if (bytes === null || size > LONGEST_BODY) return null;
    known[at] = bytes;
  }
  const all = new natives.Uint8Array(size);
  let end = 0;
  for (let at = 0; at < known.length; at += 1) {
    const bytes = known[at];
    if (bytes === undefined) continue;
    natives.apply(natives.setBytes, all, [bytes, end]);
    end += bytes.length;
  }
  return all;
}

/**
 * Lets a constructor of the page's tell what it made out of what. What it makes is untouched, and says the same of its
 * constructor as before.
 */
export function wrapConstructor(name: 'Blob' | 'Request', made: (it: object, args: readonly unknown[]) => void): void {
  const native = natives.describe(globalThis, name);
  const make: unknown = native?.value;
  if (native === undefined || typeof make !== 'function') return;
  const wrapped: Make = new natives.Proxy(make as Make, {
    construct(target, args: readonly unknown[], newTarget) {
      const it = natives.construct(target, args, newTarget) as object;
      try {
        made(it, args);
      } catch (error) {
        // What the page gave may throw when it is looked at: its own call must not.
        void error;
      }
      return it;
    },
  });
  natives.define(globalThis, name, { ...native, value: wrapped });
  const { prototype } = make as { readonly prototype: object };
  natives.define(prototype, 'constructor', { ...natives.describe(prototype, 'constructor'), value: wrapped });
}

/** Remembers what blobs of at most 64 KiB are made of from now on. */
export function rememberBlobs(): void {
  wrapConstructor('Blob', (blob, [pieces]) => {
    if (!natives.isArray(pieces)) return;
    const bytes = joined(pieces);
    if (bytes !== null) natives.apply(natives.put, contents, [blob, bytes]);
  });
}

/** Hands over what a blob holds: at once where that is remembered, else as soon as it is read. Nothing of longer ones. */
export function readBlob(blob: Blob, read: (bytes: Uint8Array) => void): void {
  const remembered = natives.apply(natives.get, contents, [blob]);
  if (remembered !== undefined) {
    read(remembered);
    return;
  }
  if (blob.size > LONGEST_BODY) return;
  const reading: Promise<ArrayBuffer> = natives.apply(natives.readBlob, blob, []);
  // What cannot be read is not told.
  void natives.apply(natives.then, reading, [
    (buffer: ArrayBuffer) => read(new natives.Uint8Array(buffer)),
    () => null,
  ]);
}
