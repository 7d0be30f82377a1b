import type { KeyedStorage } from '#browser/storage.ts';
import { readConsent } from '#consent/read-consent.ts';
import type { ConsentRecord } from '#core/consent.ts';
import type { Domain } from '#core/site.ts';
import { startQueue } from '#observe/queue.ts';

/** Where a choice is stored: web storage is an origin's own. */
export interface ChoicePlace {
  readonly domain: Domain;
  readonly store: string;
  readonly origin: string;
}

/** What a site had stored of a choice when it was looked at last. */
export interface KnownChoice extends ChoicePlace {
  /** ms since the epoch: when a page of it was opened or looked at last. */
  readonly at: number;
  readonly records: readonly ConsentRecord[];
}

/** Remembers what sites had stored of a choice, in memory. */
export interface KnownChoices {
  readonly of: (place: ChoicePlace) => Promise<KnownChoice | null>;
  readonly note: (
    place: ChoicePlace,
    now: { readonly at: number; readonly records?: readonly ConsentRecord[] },
  ) => Promise<void>;
  readonly forgetWhere: (which: (known: KnownChoice) => boolean) => Promise<void>;
}

const KEY = 'known-choices';
/** Of so many origins something is remembered, the latest ones. */
const MOST = 30;
/** So many signs at most, of the 10 MB that browsers have room for: what is larger than that alone is not remembered. */
const LONGEST = 2_000_000;
/** A visit is over after so many ms without a page. */
const VISIT = 1_800_000;

function isKnown(value: unknown): value is KnownChoice {
  const { domain, store, origin, at, records } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as KnownChoice;
  const isPlace = [domain, store, origin].every((one) => typeof one === 'string');
  return isPlace && typeof at === 'number' && Array.isArray(records);
}

function isAt({ store, origin }: ChoicePlace): (known: KnownChoice) => boolean {
  return (known) => known.origin === origin && known.store === store;
}

/** Whether the visit in which it was looked at goes on. */
export function isOfThisVisit({ at }: KnownChoice, now: number): boolean {
  return Math.abs(now - at) <= VISIT;
}

/** Texts of some things, in an order that does not depend on theirs. */
function sorted(all: readonly unknown[]): readonly string[] {
  return [...new Set(all.map((one) => JSON.stringify(one)))].toSorted();
}

/**
 * What records say, whatever their texts and times are: programs write them again with every page. Nor by whom: a page’s
 * interface says that, which is not there yet as a page begins.
 */
function sayingOf(records: readonly ConsentRecord[]): string {
  const said = records.map(({ form, problem, purposes, vendors, signals }) => [
    [form, problem, vendors.granted, vendors.legitimateInterest, signals],
    sorted([...purposes]),
  ]);
  return JSON.stringify(sorted(said));
}

/** Texts that are stored: what an interface answers changes with every question. */
function textsOf(records: readonly ConsentRecord[]): string {
  const stored = records.flatMap(({ texts }) => texts.filter(({ area }) => area !== 'live'));
  return JSON.stringify(sorted(stored.map(({ area, name, value }) => [area, name, value])));
}

/** How what is stored differs from what was. `text`: it says the same in other words. */
export function changeOf(
  before: readonly ConsentRecord[],
  after: readonly ConsentRecord[],
): 'same' | 'text' | 'meaning' {
  if (sayingOf(before) !== sayingOf(after)) return 'meaning';
  return textsOf(before) === textsOf(after) ? 'same' : 'text';
}

/** Whether something of this name, in web storage, holds a choice: a form's own names alone. */
export function isNameOfChoice(name: string): boolean {
  return readConsent([{ area: 'local-storage', name, value: '' }]).length > 0;
}

/** Begins with what was remembered in this browser session. */
export function rememberChoices(storage: KeyedStorage): KnownChoices {
  const turns = startQueue();
  const all = async (): Promise<readonly KnownChoice[]> => {
    const kept = await storage.get(KEY);
    return Array.isArray(kept) ? kept.filter(isKnown) : [];
  };
  const keep = async (known: readonly KnownChoice[]): Promise<void> => {
    let kept = known;
    while (kept.length > 0 && JSON.stringify(kept).length > LONGEST) kept = kept.slice(1);
    await storage.set({ [KEY]: kept });
  };

  return {
    of: async (place) => (await all()).find(isAt(place)) ?? null,
    note: async (place, { at, records }) =>
      await turns.add(async () => {
        const known = await all();
        const own = known.find(isAt(place));
        const others = known.filter((one) => one !== own).slice(-MOST + 1);
        const { domain, store, origin } = place;
        await keep([...others, { domain, store, origin, at, records: records ?? own?.records ?? [] }]);
      }),
    forgetWhere: async (which) =>
      await turns.add(async () => await keep((await all()).filter((known) => !which(known)))),
  };
}
