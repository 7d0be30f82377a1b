import type { KeyedStorage } from '#browser/storage.ts';
import type { Form } from '#core/followed.ts';
import type { Contact } from '#core/person.ts';
import type { Domain } from '#core/site.ts';
import { findsContacts } from '#follow/contacts.ts';
import { digestOfSalted } from '#follow/digests.ts';
import { follow, type Followed } from '#follow/follow.ts';
import type { Sent } from '#follow/parts.ts';
import { writingsOf } from '#follow/writings.ts';
import { startQueue } from './queue.ts';

/** An e-mail address or phone number that the person typed, as far as anything is kept of it. */
export interface TypedContact {
  readonly what: Contact;
  readonly store: string;
  readonly private: boolean;
  /** The sites it was typed on, and when it was submitted there last, in ms since the epoch; `null`: only left in a field. */
  readonly sites: Readonly<Record<Domain, number | null>>;
  /** The form of each text it may turn into, by that text's salted digest. */
  readonly writings: Readonly<Record<string, Form>>;
}

/** What a person typed, in clear, as the page tells it: it goes no further than this. */
interface Typing {
  readonly store: string;
  readonly domain: Domain;
  readonly private: boolean;
  readonly at: number;
  readonly submitted: boolean;
  readonly contacts: readonly { readonly what: Contact; readonly text: string }[];
}

/** Tells again what the person typed: by salted digests, in memory, for as long as the browser runs. */
export interface People {
  readonly note: (typing: Typing) => Promise<void>;
  readonly find: (store: string, sent: Sent) => Promise<readonly Followed<TypedContact>[]>;
  /** The person is typing in a page of this tab, at `at` (ms). */
  readonly typing: (tab: number, at: number) => void;
  /** Whether they were a moment ago: what is sent then may hold what is not known yet. */
  readonly isTyping: (tab: number, at: number) => boolean;
  /** When it was submitted last on a site, as is known by now; `undefined`: it was not typed there. */
  readonly submittedAt: (contact: TypedContact, domain: Domain) => number | null | undefined;
  /** Forgets what was typed on a site; `null`: everywhere. */
  readonly forget: (domain: Domain | null) => Promise<void>;
  /** Forgets what was typed in private windows. */
  readonly endPrivate: () => Promise<void>;
}

const KEY = 'typed-contacts';
/** A page tells every 20 s that the person is typing there; a field may be left a while after that, in ms. */
const TYPING = 60_000;
const MOST_TABS = 100;
/** So many are remembered, the latest ones. */
const MOST = 40;

interface Kept {
  readonly salt: string;
  readonly typed: readonly TypedContact[];
}

function isKept(value: unknown): value is Kept {
  const { salt, typed } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Kept>;
  return typeof salt === 'string' && Array.isArray(typed);
}

/** The same person's word, typed before: it has the same digest in clear. */
function sameAs({ what, store, writings }: TypedContact): (other: TypedContact) => boolean {
  const clear = Object.keys(writings).filter((key) => writings[key] === 'as-such');
  return (other) =>
    other.what === what && other.store === store && clear.every((key) => other.writings[key] === 'as-such');
}

/** Begins with what was typed in this browser session: `storage` keeps its digests in memory. */
export function rememberPeople(storage: KeyedStorage, newSalt: () => string): People {
  const turns = startQueue();
  let kept: Kept = { salt: newSalt(), typed: [] };
  let tables = new Map<string, ReadonlyMap<string, { readonly what: TypedContact; readonly form: Form }>>();

  const typingIn = new Map<number, number>();

  const take = (next: Kept): void => {
    kept = next;
    tables = new Map();
  };
  const keep = async (typed: readonly TypedContact[]): Promise<void> => {
    take({ ...kept, typed: typed.slice(-MOST) });
    if (kept.typed.length === 0) await storage.remove([KEY]);
    else await storage.set({ [KEY]: kept });
  };
  const tableOf = (store: string): ReadonlyMap<string, { readonly what: TypedContact; readonly form: Form }> => {
    const known = tables.get(store);
    if (known !== undefined) return known;
    const all = kept.typed.filter((one) => one.store === store);
    const table = new Map(
      all.flatMap((what) => Object.entries(what.writings).map(([key, form]) => [key, { what, form }] as const)),
    );
    tables.set(store, table);
    return table;
  };
  const ready = turns.add(async () => {
    const held = await storage.get(KEY);
    if (isKept(held)) take(held);
  });

  return {
    note: async ({ store, domain, private: isPrivate, at, submitted, contacts }) =>
      await turns.add(async () => {
        let { typed } = kept;
        for (const { what, text } of contacts) {
          const writings = Object.fromEntries(
            writingsOf(what, text).map(({ text: writing, form }) => [digestOfSalted(kept.salt, writing), form]),
          );
          const news: TypedContact = { what, store, private: isPrivate, sites: {}, writings };
          const isSame = sameAs(news);
          const before = typed.find(isSame);
          const last = before?.sites[domain] ?? null;
          const sites = { ...before?.sites, [domain]: submitted ? at : last };
          typed = [...typed.filter((one) => one !== before), { ...news, ...before, sites }];
        }
        await keep(typed);
      }),
    find: async (store, sent) => {
      await ready;
      const table = tableOf(store);
      if (table.size === 0) return [];
      return follow(
        findsContacts((writing) => table.get(digestOfSalted(kept.salt, writing))),
        sent,
      );
    },
    typing: (tab, at) => {
      if (typingIn.size >= MOST_TABS) typingIn.clear();
      typingIn.set(tab, at);
    },
    isTyping: (tab, at) => at - (typingIn.get(tab) ?? -Infinity) < TYPING,
    submittedAt: (contact, domain) => kept.typed.find(sameAs(contact))?.sites[domain],
    forget: async (domain) =>
      await turns.add(async () => {
        const left = kept.typed.flatMap((one) => {
          if (domain === null) return [];
          const sites = Object.fromEntries(Object.entries(one.sites).filter(([site]) => site !== domain));
          return Object.keys(sites).length === 0 ? [] : [{ ...one, sites }];
        });
        await keep(left);
      }),
    endPrivate: async () => await turns.add(async () => await keep(kept.typed.filter((one) => !one.private))),
  };
}
