import { GIVEN_KINDS, type GivenKind, type Giving } from '#core/given.ts';
import type { StorageArea } from '#core/identifier.ts';
import { parsePress, type Press } from '#core/press.ts';
import type { Verdict } from '#core/verdict.ts';

/** A page of the tab was opened, by loading or by a history change. Kept in the journal until the ledger has it. */
export interface PageOpened {
  readonly type: 'page-opened';
  readonly id: string;
  readonly page: string;
  /** ms since the epoch. */
  readonly at: number;
  /** Without what a person may have typed (`decode/bare-url`): it is written to disk before it is judged. */
  readonly url: string;
  readonly how: 'load' | 'history';
  /** The origin of the page whose link was followed, as far as that page lets it be known. */
  readonly linkedFrom?: string;
  /** Whether the browser itself sends Global Privacy Control. */
  readonly gpc?: true;
}

/** Visible time spent on a page since the last report. Kept in the journal until the ledger has it. */
export interface TimeSpent {
  readonly type: 'time-spent';
  readonly id: string;
  readonly page: string;
  readonly at: number;
  readonly url: string;
  readonly milliseconds: number;
  readonly title: string;
  /** The page is over: what is stored from now on belongs to another. */
  readonly over: boolean;
}

/** One value in web storage. The value itself only where it is a number; else a harmless preview or nothing. */
export interface StoredItem {
  readonly area: StorageArea;
  readonly key: string;
  readonly value: string;
  readonly verdict: Verdict;
}

/** Something a script wrote that is kept from storage until it is known whether it may be kept. */
export interface HeldItem {
  readonly area: 'cookie' | 'local-storage' | 'session-storage';
  /** The cookie's name or the storage key. */
  readonly name: string;
  readonly value: string;
  /** For a cookie: the whole line as the script wrote it, its attributes included. */
  readonly line: string | null;
  readonly script: string | null;
  readonly verdict: Verdict;
  /** Whether a fresh look from outside the page's world found it stored nevertheless. */
  readonly stored: boolean;
}

/** The background's answer to held items: the places (from 0) of those that may be kept after all. */
export interface HeldAnswer {
  readonly keep: readonly number[];
}

/** Where a value stands in web storage. */
export interface StoragePlace {
  readonly area: 'local-storage' | 'session-storage';
  readonly key: string;
}

/** A value that was taken out of web storage, as it was; `still`: a fresh look found it there nevertheless. */
export interface ForgottenItem extends StoragePlace {
  readonly value: string;
  readonly verdict: Verdict;
  readonly still: boolean;
}

/** What must not be lost even if the background is stopped at any moment. */
export type JournalEntry = PageOpened | TimeSpent;

/** What the watcher in a page tells the background. */
export type WatcherMessage = {
  readonly from: 'watcher';
  /** Whether the page is in a private window: it knows that itself, also when its tab is already gone. */
  readonly private: boolean;
} & (
  | JournalEntry
  /** What is in web storage now; `keys` are all keys of the local storage; `null` where it holds too many to look at all. */
  | { readonly type: 'stored'; readonly items: readonly StoredItem[]; readonly keys: readonly string[] | null }
  /** Scripts that were seen writing cookies or storage, by name. */
  | { readonly type: 'wrote'; readonly writes: readonly { readonly name: string; readonly script: string | null }[] }
  /** Addresses that a script asked with cookies, across origins. */
  | {
      readonly type: 'asked-with-cookies';
      /** `at`: ms since the epoch. */
      readonly asked: readonly { readonly url: string; readonly method: string; readonly at: number }[];
    }
  /**
   * What a script sent along, where the browser does not show it: one sign for each byte. `method` is `SOCKET_MESSAGE` where it
   * went into a web socket.
   */
  | {
      readonly type: 'sent';
      readonly url: string;
      readonly method: string;
      readonly body: string;
      /** ms since the epoch. */
      readonly at: number;
    }
  /** Numbers that scripts wrote and that are held back; answered by a `HeldAnswer`. */
  | { readonly type: 'held'; readonly items: readonly HeldItem[] }
  /** Numbers that were taken out of web storage: before the page's scripts ran, or as the background asked. */
  | { readonly type: 'forgotten'; readonly items: readonly ForgottenItem[] }
  /** The person pressed what a consent banner has on its buttons. */
  | { readonly type: 'pressed'; readonly press: Press }
  /** The person is typing in a field of this frame: that alone. */
  | { readonly type: 'typing' }
  /** The person filled a password field in this frame: that alone, and nothing of what is in it. */
  | { readonly type: 'password-typed' }
  /**
   * The person gave something in a form of this frame: its kinds, and where the form goes (an origin). Of what it is, e-mail
   * addresses and phone numbers alone, in clear: to be told again by, in memory.
   */
  | {
      readonly type: 'given';
      readonly id: string;
      readonly how: Giving['how'];
      readonly kinds: readonly GivenKind[];
      readonly target: string | null;
      readonly emails: readonly string[];
      readonly phones: readonly string[];
    }
  /** Whether a frame of another site may use its unpartitioned cookies here. */
  | { readonly type: 'cross-site-cookies'; readonly allowed: boolean }
);

/** What the background asks of a page's watcher. */
export interface ReportNow {
  readonly from: 'background';
  readonly type: 'report-now';
}

/** The background asks every frame of a tab to take these out of the web storage of this origin; told by `forgotten`. */
export interface ForgetStored {
  readonly from: 'background';
  readonly type: 'forget';
  readonly origin: string;
  readonly places: readonly StoragePlace[];
}

/** What is held in this frame may be kept now: of these names, or all (`null`). */
export interface LetGo {
  readonly from: 'background';
  readonly type: 'let-go';
  readonly names: readonly string[] | null;
}

/**
 * A value that was taken out of web storage is to stand there again: the first frame of this origin puts it there, looks,
 * and answers whether it does (`true`); other frames do not answer.
 */
export interface PutBack extends StoragePlace {
  readonly from: 'background';
  readonly type: 'put-back';
  readonly origin: string;
  readonly value: string;
}

/**
 * The person says that this is a number, which the page's watcher cannot know: the first frame of this origin answers with
 * a `StoredItem` whose value is whole; other frames, and one where it is not, do not answer.
 */
export interface TellWhole extends StoragePlace {
  readonly from: 'background';
  readonly type: 'tell-whole';
  readonly origin: string;
}

/** The background asks every frame of a tab what was pressed there last; one where nothing was does not answer. */
export interface LastPress {
  readonly from: 'background';
  readonly type: 'last-press';
  /** Not before this: ms since the epoch. */
  readonly since: number;
}

/** The watcher's answer: the page is watched, and its time so far has been reported. */
export interface Watching {
  readonly watching: true;
}

const TYPES = [
  'page-opened',
  'time-spent',
  'stored',
  'wrote',
  'asked-with-cookies',
  'sent',
  'held',
  'forgotten',
  'typing',
  'pressed',
  'password-typed',
  'given',
  'cross-site-cookies',
] as const;

function hasFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const HOW = ['submitted', 'pressed', 'left'] as const;
/** Of one form so many are told again; the longest address there is has 254 signs. */
const MOST_CONTACTS = 10;
const LONGEST_CONTACT = 254;

function contactsIn(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_CONTACTS) : [];
  return all.filter((one): one is string => typeof one === 'string' && one.length <= LONGEST_CONTACT);
}

/** Read field by field, so that nothing else that was typed can come along. */
function parseGiven(
  { id, how, kinds, target, emails, phones }: Readonly<Record<string, unknown>>,
  isPrivate: boolean,
): WatcherMessage | undefined {
  const way = HOW.find((one) => one === how);
  const given = GIVEN_KINDS.filter((kind) => Array.isArray(kinds) && kinds.includes(kind));
  if (typeof id !== 'string' || way === undefined || given.length === 0) return undefined;
  const to = typeof target === 'string' ? target : null;
  const contacts = { emails: contactsIn(emails), phones: contactsIn(phones) };
  return { from: 'watcher', private: isPrivate, type: 'given', id, how: way, kinds: given, target: to, ...contacts };
}

/** A watcher's message, or `undefined` for anything else. The watcher is our own code; the page cannot speak here. */
export function parseWatcherMessage(message: unknown): WatcherMessage | undefined {
  if (!hasFields(message) || message['from'] !== 'watcher' || typeof message['private'] !== 'boolean') return undefined;
  // Whatever else it says is not read.
  const said = message['type'];
  if (said === 'password-typed' || said === 'typing')
    return { from: 'watcher', private: message['private'], type: said };
  if (said === 'pressed') {
    const press = parsePress(message['press']);
    return press === null ? undefined : { from: 'watcher', private: message['private'], type: said, press };
  }
  if (message['type'] === 'given') return parseGiven(message, message['private']);
  return TYPES.some((type) => type === message['type']) ? (message as unknown as WatcherMessage) : undefined;
}

/** The times a `Date` can hold. @see https://tc39.es/ecma262/#sec-time-values-and-time-range */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}

/** An entry of the journal as it was stored, or `undefined` for what is damaged. */
export function parseJournalEntry(entry: unknown): JournalEntry | undefined {
  if (!hasFields(entry)) return undefined;
  const { type, id, page, at, url, how, linkedFrom, gpc, milliseconds, title, over } = entry;
  if (typeof id !== 'string' || typeof page !== 'string' || !isTime(at) || typeof url !== 'string') return undefined;
  if (type === 'page-opened') {
    if (how !== 'load' && how !== 'history') return undefined;
    const from = typeof linkedFrom === 'string' && { linkedFrom };
    return { type, id, page, at, url, how, ...from, ...(gpc === true && { gpc }) };
  }
  const timed = type === 'time-spent' && Number.isFinite(milliseconds);
  if (!timed || typeof title !== 'string' || typeof over !== 'boolean') return undefined;
  return { type, id, page, at, url, milliseconds: Number(milliseconds), title, over };
}
