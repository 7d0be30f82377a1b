/**
 * The line between the holding script in the page's world and the watcher in our own. They share an `EventTarget` that is
 * handed over before any script of the page runs and that nothing else can reach: a page can neither hear nor speak on it,
 * and `document.open()`, which takes every listener off the window, leaves it alone. What arrives is still only a hint.
 */

/** The holding script hands the line over, as the `relatedTarget` of an event of this type. */
export const HOLD_HERE = 'known-as:hold-here';
/** The watcher, where it comes second, asks for the line. */
export const HOLD_HELLO = 'known-as:hold-hello';

/** Types of events on the line: from the watcher that it listens and what may leave the jar; and all that it is told. */
export const READY = 'ready';
export const DROP = 'drop';
export const NEWS = 'news';

/** Where a script's write goes. */
export type WriteArea = 'cookie' | 'local-storage' | 'session-storage';

/** What a script is about to write. */
export interface Written {
  readonly area: WriteArea;
  readonly name: string;
  readonly value: string;
  /** A cookie with its attributes, as `document.cookie` takes it; `null` for web storage. */
  readonly line: string | null;
}

/** What the holding script tells. */
export type HoldNews =
  /** Asks at once whether this may be written; the watcher cancels the event where it may. */
  | (Written & { readonly says: 'may' })
  | (Written & { readonly says: 'held'; readonly id: number; readonly script: string | null })
  /** The page itself replaced or removed what was held. */
  | { readonly says: 'dropped'; readonly id: number }
  /** Asks to take the numbers out of this origin's web storage, now. */
  | { readonly says: 'forget' };

/** Longest beginning of a value that is judged, in UTF-16 units; `identify` reads no more of it. */
export const JUDGED = 8192;

/** What came over the line, or `undefined` for what is none. */
export function parseHoldNews(text: unknown): HoldNews | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return toNews(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function toNews(value: unknown): HoldNews | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { says, id, script, ...written } = value as Readonly<Record<string, unknown>>;
  if (says === 'forget') return { says };
  if (says === 'dropped') return Number.isInteger(id) ? { says, id: Number(id) } : undefined;
  const parsed = toWritten(written);
  if (parsed === undefined) return undefined;
  if (says === 'may') return { says, ...parsed };
  if (says !== 'held' || !Number.isInteger(id)) return undefined;
  return { says, ...parsed, id: Number(id), script: typeof script === 'string' ? script.slice(0, 2048) : null };
}

function toWritten({ area, name, value, line }: Readonly<Record<string, unknown>>): Written | undefined {
  if (area !== 'cookie' && area !== 'local-storage' && area !== 'session-storage') return undefined;
  if (typeof name !== 'string' || typeof value !== 'string') return undefined;
  if (area === 'cookie') return typeof line === 'string' ? { area, name, value, line } : undefined;
  return line === null ? { area, name, value, line } : undefined;
}
