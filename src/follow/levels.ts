import { decodePercent } from '#core/percent.ts';

/** How a text was packed. */
export type Packing = 'percent' | 'escapes' | 'base64';

/** A text as it stands, or as it comes out of its packings. */
export interface Level {
  readonly text: string;
  readonly packed: readonly Packing[];
}

/** So many times over is undone. */
const DEEPEST = 2;
/** What comes out of all packings of one text is at most so many signs more: hostile texts unpack for ever. */
const MOST = 1_048_576;
/** Of base64 in one text so many pieces are undone. */
const MOST_PIECES = 200;

const ESCAPE = /\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/giu;
const BASE64 = /[\w+/-]{16,}/gu;

/** `\u002e`, `\x2e`, `\"` and `\/` of texts in JSON and scripts. */
function undoEscapes(text: string): string {
  return text.replace(ESCAPE, (_, four?: string, two?: string, sign?: string) => {
    const code = four ?? two;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return sign !== undefined && 'bfnrt'.includes(sign) ? ' ' : (sign ?? '');
  });
}

/** Whether bytes, one sign for each, are the text of something: the beginning is looked at. */
function isText(bytes: string): boolean {
  const start = bytes.slice(0, 64);
  let strange = 0;
  for (let at = 0; at < start.length; at += 1) {
    const code = start.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) strange += 1;
  }
  return strange * 20 <= start.length;
}

/**
 * What base64 in a text holds, each piece on a line. A sign for each byte: what is looked for is plain ASCII.
 * @see https://www.rfc-editor.org/rfc/rfc4648
 */
function undoBase64(text: string): string {
  const pieces = (text.match(BASE64) ?? []).slice(0, MOST_PIECES).flatMap((piece) => {
    const plain = piece.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0)));
    return isText(bytes) ? [bytes] : [];
  });
  return pieces.join('\n');
}

const UNDO: readonly (readonly [Packing, (text: string) => boolean, (text: string) => string])[] = [
  ['percent', (text) => text.includes('%'), decodePercent],
  ['escapes', (text) => text.includes('\\'), undoEscapes],
  ['base64', () => true, undoBase64],
];

/** A text, and what is in its packings, up to two deep: the plainest first. */
export function* levelsOf(text: string): Generator<Level> {
  let level: readonly Level[] = [{ text, packed: [] }];
  let left = MOST;
  for (let depth = 0; ; depth += 1) {
    yield* level;
    if (depth === DEEPEST) return;
    level = level.flatMap((outer) =>
      UNDO.flatMap(([packing, mayBe, undo]): readonly Level[] => {
        if (outer.text.length > left || !mayBe(outer.text)) return [];
        const inner = undo(outer.text);
        left -= inner.length;
        return inner === outer.text || inner === '' ? [] : [{ text: inner, packed: [...outer.packed, packing] }];
      }),
    );
    if (level.length === 0) return;
  }
}
