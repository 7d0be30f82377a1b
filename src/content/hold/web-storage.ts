import { natives } from '../natives.ts';
import type { Realm } from './here.ts';
import { type Area, type Areas, isStorage, keyAt, lengthOf, own } from './storage-areas.ts';
import { call, originals, replaceAccessor, replaceMethod, textOf } from './originals.ts';
import { storageProxy } from './storage-proxy.ts';

/** What the page gets for the browser's storage area: always the same object. */
function proxyOf(areas: Areas, raw: Storage, name: Area['name']): object {
  return (areas.of(raw) ?? areas.add(raw, name, (area) => storageProxy(area, areas))).proxy;
}

/** How the browser gives the page its storage areas. */
export interface StorageGetters {
  readonly localStorage: unknown;
  readonly sessionStorage: unknown;
  readonly storageArea: unknown;
}

/** Those of a window, before anything stands before them. What they give of a frame is the browser's own. */
export function storageGetters(realm: Realm): StorageGetters {
  return {
    localStorage: natives.describe(realm, 'localStorage')?.get,
    sessionStorage: natives.describe(realm, 'sessionStorage')?.get,
    storageArea: natives.describe(realm.StorageEvent.prototype, 'storageArea')?.get,
  };
}

/** Stands between the page and `localStorage`, `sessionStorage` and what they inherit, in a window. */
export function holdWebStorage(
  areas: Areas,
  { realm, getters }: { readonly realm: Realm; readonly getters: StorageGetters },
): void {
  const proto = realm.Storage.prototype;
  /** The area that a function was called on; the browser's own object may come from a window we are not in. */
  const areaOf = (self: unknown): Area | null => {
    const known = areas.of(self);
    if (known !== null || !isStorage(self)) return known;
    proxyOf(areas, self, 'local-storage');
    return areas.of(self);
  };
  /** A page may have put our function in the place of the other window's: then the browser's own says what is wrong. */
  let passing = false;
  const passOn = (self: object, name: keyof Storage, args: readonly unknown[]): { readonly result: unknown } | null => {
    const theirs: unknown = passing ? undefined : originals.get(self, name);
    if (typeof theirs !== 'function') return null;
    passing = true;
    try {
      return { result: call(theirs, self, args) };
    } finally {
      passing = false;
    }
  };
  const method = (
    name: Exclude<keyof typeof own, 'length'>,
    instead: (area: Area, args: readonly unknown[], native: unknown) => unknown,
  ): void => {
    replaceMethod(proto, name, (native) => (self, args) => {
      const area = areaOf(self);
      if (area !== null) return instead(area, args, own[name]);
      // Another window's stand-in: it is left to that window's own function, as if the page had used it.
      const passed = typeof self === 'object' && self !== null ? passOn(self, name, args) : null;
      return passed === null ? call(native, self, args) : passed.result;
    });
  };

  method('getItem', (area, args, native) => {
    if (args.length === 0) return call(native, area.raw, args);
    const key = textOf(args[0]);
    return area.held[key]?.value ?? call(native, area.raw, [key]);
  });
  method('setItem', (area, args, native) => {
    if (args.length < 2) return call(native, area.raw, args);
    const key = textOf(args[0]);
    const value = textOf(args[1]);
    return areas.write(area, { key, value }, () => call(native, area.raw, [key, value]));
  });
  method('removeItem', (area, args, native) => {
    if (args.length === 0) return call(native, area.raw, args);
    const key = textOf(args[0]);
    areas.remove(area, key);
    return call(native, area.raw, [key]);
  });
  method('clear', (area, args, native) => {
    for (const key in area.held) areas.remove(area, key);
    return call(native, area.raw, args);
  });
  method('key', (area, args, native) =>
    args.length === 0 ? call(native, area.raw, args) : keyAt(area, (args[0] as number) >>> 0),
  );
  replaceAccessor(proto, 'length', (native) => ({
    get: (self) => {
      const area = areas.of(self);
      return area === null ? call(native.get, self, []) : lengthOf(area);
    },
  }));
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    replaceAccessor(realm, name, () => ({
      get: (self) => {
        const raw = call(getters[name], self ?? realm, []) as Storage | null;
        return raw === null ? raw : proxyOf(areas, raw, name === 'localStorage' ? 'local-storage' : 'session-storage');
      },
    }));
  }
  holdStorageEvents(areas, { realm, getters });
}

/** A storage event says which area changed: the page must get, and may give, the one it knows. */
function holdStorageEvents(
  areas: Areas,
  { realm, getters }: { readonly realm: Realm; readonly getters: StorageGetters },
): void {
  const Native = realm.StorageEvent;
  const rawOf = (storage: unknown): unknown => areas.of(storage)?.raw ?? storage;
  replaceAccessor(Native.prototype, 'storageArea', () => ({
    get: (self) => {
      const raw = call(getters.storageArea, self, []);
      return raw === null || !isStorage(raw) ? raw : (areas.of(raw)?.proxy ?? proxyOf(areas, raw, 'local-storage'));
    },
  }));
  replaceMethod(Native.prototype, 'initStorageEvent', (native) => (self, args) => {
    if (args.length < 8) return call(native, self, args);
    const given = [args[0], args[1], args[2], args[3], args[4], args[5], args[6], rawOf(args[7])];
    return call(native, self, given);
  });
  const descriptor = natives.describe(realm, 'StorageEvent');
  const construct: ProxyHandler<typeof StorageEvent>['construct'] = (_target, args: unknown[], newTarget) => {
    const given: unknown = args.length > 1 ? args[1] : undefined;
    const area = typeof given === 'object' && given !== null ? areas.of((given as StorageEventInit).storageArea) : null;
    if (area === null) return originals.construct(Native, args, newTarget);
    const init = { ...(given as StorageEventInit), storageArea: area.raw };
    return originals.construct(Native, [args[0], init], newTarget);
  };
  const handler = { __proto__: null, construct } as ProxyHandler<typeof StorageEvent>;
  const StandIn = new originals.Proxy(Native, handler);
  natives.define(realm, 'StorageEvent', { ...descriptor, value: StandIn });
  natives.define(Native.prototype, 'constructor', { value: StandIn, writable: true, configurable: true });
}
