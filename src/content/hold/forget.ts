import type { Evidence } from '#core/verdict.ts';
import type { ForgottenItem, StoragePlace } from '#messages/watch.ts';
import { areaOf } from '../web-storage.ts';
import { judgeWritten } from './judge.ts';

/** Keys looked at in one area; a page can make up any number. */
const MOST_KEYS = 2000;

/** Takes one value out, and looks afterwards whether it is gone; `null` where nothing was there. */
function forgetAt({ area, key }: StoragePlace, party: Evidence['party']): ForgottenItem | null {
  const storage = areaOf(area);
  const value = storage?.getItem(key) ?? null;
  if (storage === null || value === null) return null;
  const verdict = judgeWritten({ area, name: key, value, line: null }, party);
  storage.removeItem(key);
  return { area, key, value, verdict, still: storage.getItem(key) !== null };
}

/** Takes these out of this origin's web storage, whatever they are. */
export function forgetPlaces(places: readonly StoragePlace[], party: Evidence['party']): readonly ForgottenItem[] {
  return places.map((place) => forgetAt(place, party)).filter((item) => item !== null);
}

/** Puts a value back where it was; tells whether a fresh look found it there. */
export function putBack({ area, key, value }: StoragePlace & { readonly value: string }): boolean {
  const storage = areaOf(area);
  try {
    storage?.setItem(key, value);
  } catch (error) {
    // The area is full: then it is not there.
    if (!(error instanceof DOMException)) throw error;
  }
  return storage?.getItem(key) === value;
}

/** Takes every number out of this origin's web storage; what is no number stays. */
export function forgetNumbers(party: Evidence['party']): readonly ForgottenItem[] {
  const numbers = (['local-storage', 'session-storage'] as const).flatMap((area) => {
    const storage = areaOf(area);
    const keys = Array.from({ length: Math.min(storage?.length ?? 0, MOST_KEYS) }, (_, at) => storage?.key(at) ?? null);
    return keys
      .filter((key) => key !== null)
      .filter((key) => {
        const value = storage?.getItem(key) ?? '';
        return judgeWritten({ area, name: key, value, line: null }, party).kind === 'random-id';
      })
      .map((key) => ({ area, key }));
  });
  return forgetPlaces(numbers, party);
}
