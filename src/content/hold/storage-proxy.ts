import { natives } from '../natives.ts';
import { type Area, type Areas, eachHeldOnly } from './storage-areas.ts';
import { bare, originals, textOf } from './originals.ts';

/** What the interface itself has (`length`, `getItem`, …) is not hidden by a key of that name. */
const itself = Storage.prototype;

/** What is held under a property's name; `undefined` where nothing is. */
function heldAt({ held }: Area, key: string | symbol): string | undefined {
  return typeof key === 'string' && !originals.has(itself, key) ? held[key]?.value : undefined;
}

function plain(value: unknown): PropertyDescriptor {
  return { __proto__: null, value, configurable: true, enumerable: true, writable: true } as PropertyDescriptor;
}

/**
 * What the page gets for a storage area: keys as properties (`localStorage.uid = …`) with the held ones among them.
 * @see https://webidl.spec.whatwg.org/#legacy-platform-object
 */
export function storageProxy(area: Area, areas: Areas): object {
  const { raw } = area;
  const handler = bare<unknown>() as ProxyHandler<Storage>;
  handler.get = (_raw, key, receiver) => heldAt(area, key) ?? originals.get(raw, key, receiver);
  handler.has = (_raw, key) => heldAt(area, key) !== undefined || originals.has(raw, key);
  handler.set = (_raw, key, value, receiver) => {
    if (typeof key !== 'string' || receiver !== area.proxy) return originals.set(raw, key, value, receiver);
    const text = textOf(value);
    return areas.write(area, { key, value: text }, () => originals.set(raw, key, text)) ?? true;
  };
  handler.defineProperty = (_raw, key, descriptor) => {
    const given = natives.describe(descriptor, 'value');
    if (typeof key !== 'string' || given === undefined) return originals.defineOwn(raw, key, descriptor);
    const text = textOf(given.value);
    const store = (): boolean => originals.defineOwn(raw, key, plain(text));
    return areas.write(area, { key, value: text }, store) ?? true;
  };
  handler.deleteProperty = (_raw, key) => {
    if (heldAt(area, key) !== undefined) areas.remove(area, key as string);
    return originals.deleteOwn(raw, key);
  };
  handler.getOwnPropertyDescriptor = (_raw, key) => {
    const value = heldAt(area, key);
    return value === undefined ? natives.describe(raw, key) : plain(value);
  };
  handler.ownKeys = () => {
    const keys = originals.ownKeys(raw);
    eachHeldOnly(area, (key) => void natives.define(keys, keys.length, plain(key)));
    return keys;
  };
  return new originals.Proxy(raw, handler);
}
