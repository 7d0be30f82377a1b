/** Storage as browsers have it, keys as properties included; the simulated page's own binds its functions. */
const items = new WeakMap<object, Map<string, string>>();

function textOf(value: unknown): string {
  return String(value);
}

function itemsOf(self: unknown): Map<string, string> {
  const found = typeof self === 'object' && self !== null ? items.get(self) : undefined;
  if (found === undefined) throw new TypeError('Illegal invocation');
  return found;
}

export class SimulatedStorage {
  get length(): number {
    return itemsOf(this).size;
  }
  key(at: number): string | null {
    return [...itemsOf(this).keys()][at] ?? null;
  }
  getItem(key: string): string | null {
    return itemsOf(this).get(textOf(key)) ?? null;
  }
  setItem(key: string, value: string): void {
    itemsOf(this).set(textOf(key), textOf(value));
  }
  removeItem(key: string): void {
    itemsOf(this).delete(key);
  }
  clear(): void {
    itemsOf(this).clear();
  }
}

/** A new area. @see https://webidl.spec.whatwg.org/#legacy-platform-object */
export function simulatedStorage(): Storage {
  const map = new Map<string, string>();
  const named = (target: object, key: string | symbol): string | undefined =>
    typeof key === 'string' && !(key in target) ? map.get(key) : undefined;
  const area: Storage = new Proxy(new SimulatedStorage(), {
    get: (target, key, receiver) => named(target, key) ?? Reflect.get(target, key, receiver),
    has: (target, key) => named(target, key) !== undefined || key in target,
    set: (target, key, value, receiver) => {
      if (typeof key === 'symbol' || receiver !== area) return Reflect.set(target, key, value, receiver);
      map.set(key, String(value));
      return true;
    },
    defineProperty: (_target, key, { value }) => {
      map.set(String(key), String(value));
      return true;
    },
    deleteProperty: (_target, key) => {
      map.delete(String(key));
      return true;
    },
    ownKeys: () => [...map.keys()],
    getOwnPropertyDescriptor: (target, key) => {
      const value = named(target, key);
      return value === undefined ? undefined : { value, configurable: true, enumerable: true, writable: true };
    },
  });
  items.set(area, map);
  return area;
}
