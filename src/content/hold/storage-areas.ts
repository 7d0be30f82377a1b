import { natives } from '../natives.ts';
import type { Holder } from './holder.ts';
import { bare, type Bare, call } from './originals.ts';

/** A value that is held instead of being stored. */
interface HeldValue {
  readonly value: string;
  readonly id: number;
}

/** One storage area of the page: the browser's, what is held in front of it, and what the page gets instead. */
export interface Area {
  readonly name: 'local-storage' | 'session-storage';
  readonly raw: Storage;
  readonly held: Bare<HeldValue>;
  /** What the page holds in its hands; set once it is made. */
  proxy: object;
  readonly next: Area | null;
}

/** Every storage area this window's functions were used on. */
export interface Areas {
  /** The area of a storage object, the browser's or ours; `null` for what is none, or another window's. */
  readonly of: (self: unknown) => Area | null;
  readonly add: (raw: Storage, name: Area['name'], proxyOf: (area: Area) => object) => Area;
  /** Writes, or holds: `store` writes as the page wanted, and its result is the result. */
  readonly write: <Result>(area: Area, item: Item, store: () => Result) => Result | undefined;
  /** Takes a held value out; the browser's own stays. */
  readonly remove: (area: Area, key: string) => void;
}

interface Item {
  readonly key: string;
  readonly value: string;
}

/** Nothing is held in any area yet. */
export function storageAreas(holder: Holder): Areas {
  let areas: Area | null = null;
  const remove: Areas['remove'] = ({ held }, key) => {
    const before = held[key];
    if (before === undefined) return;
    delete held[key];
    holder.drop(before.id);
  };
  return {
    of: (self) => {
      for (let area = areas; area !== null; area = area.next) if (area.raw === self || area.proxy === self) return area;
      return null;
    },
    add: (raw, name, proxyOf) => {
      const area: Area = { name, raw, held: bare(), proxy: raw, next: areas };
      area.proxy = proxyOf(area);
      areas = area;
      return area;
    },
    remove,
    write: (area, { key, value }, store) => {
      const written = { area: area.name, name: key, value, line: null };
      if (holder.may(written)) {
        const result = store();
        remove(area, key);
        return result;
      }
      remove(area, key);
      const id = holder.hold({ written, remove: () => void delete area.held[key], store: () => void store() });
      area.held[key] = { value, id };
      return undefined;
    },
  };
}

/**
 * The browser's own functions, of this window, whatever the page put in their place: those of frames have other guards
 * before them, and end with the frame.
 */
export const own = {
  getItem: Storage.prototype.getItem,
  setItem: Storage.prototype.setItem,
  removeItem: Storage.prototype.removeItem,
  clear: Storage.prototype.clear,
  key: Storage.prototype.key,
  length: natives.describe(Storage.prototype, 'length')?.get,
} as const;

/** Whether the browser takes this for a storage area. */
export function isStorage(self: unknown): self is Storage {
  try {
    return typeof call(own.length, self, []) === 'number';
  } catch (error) {
    void error;
    return false;
  }
}

export function storedAt(raw: Storage, key: string): string | null {
  return call(own.getItem, raw, [key]) as string | null;
}

/** Calls with each held key that the browser has no value of its own for. */
export function eachHeldOnly({ raw, held }: Area, visit: (key: string) => void): void {
  for (const key in held) if (storedAt(raw, key) === null) visit(key);
}

export function lengthOf(area: Area): number {
  let length = call(own.length, area.raw, []) as number;
  eachHeldOnly(area, () => {
    length += 1;
  });
  return length;
}

/** The key at a place; those that are only held come last. */
export function keyAt(area: Area, place: number): string | null {
  let rest = place - (call(own.length, area.raw, []) as number);
  if (rest < 0) return call(own.key, area.raw, [place]) as string | null;
  let found: string | null = null;
  eachHeldOnly(area, (key) => {
    if (rest === 0) found = key;
    rest -= 1;
  });
  return found;
}
