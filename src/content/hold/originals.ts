import { natives } from '../natives.ts';

/**
 * What holding needs of the page's world, as it was before any script of the page ran. Besides the functions themselves a
 * page may put properties on `Object.prototype` and setters on `Array.prototype`, so what is handed to them has no
 * prototype (`bare`), and lists are linked.
 */
export const originals = {
  get: Reflect.get,
  set: Reflect.set,
  has: Reflect.has,
  ownKeys: Reflect.ownKeys,
  defineOwn: Reflect.defineProperty,
  deleteOwn: Reflect.deleteProperty,
  construct: Reflect.construct,
  Proxy: globalThis.Proxy,
  Promise: globalThis.Promise,
  settled: Promise.prototype.then,
  parse: JSON.parse,
  lower: String.prototype.toLowerCase,
  parseDate: Date.parse,
  now: Date.now,
  weakHas: WeakSet.prototype.has,
  weakAdd: WeakSet.prototype.add,
  view: Object.getOwnPropertyDescriptor(Document.prototype, 'defaultView')?.get,
  detail: Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get,
} as const;

/** Text from one place to another. */
export function slice(text: string, from: number, to?: number): string {
  return natives.apply(natives.slice, text, [from, to]);
}

/** Where a text stands in another; -1 where it does not. */
export function indexOf(text: string, part: string, from = 0): number {
  return natives.apply(natives.indexOf, text, [part, from]);
}

export function lower(text: string): string {
  return natives.apply(originals.lower, text, []);
}

/** Makes text of what the page gave, as the browser would: once, by the object's own `toString`, and never of a symbol. */
export function textOf(value: unknown): string {
  // oxlint-disable-next-line typescript/no-unnecessary-template-expression -- it is any value, and `String` takes symbols
  return `${value as string}`;
}

/** A dictionary nothing is inherited by. */
export type Bare<Value> = Record<string, Value | undefined>;

export function bare<Value>(): Bare<Value> {
  return { __proto__: null } as unknown as Bare<Value>;
}

/** Calls a function of the browser's with whatever the page gave it, so that it does and throws what it did. */
export function call(method: unknown, self: unknown, args: readonly unknown[]): unknown {
  return natives.apply(method as (...given: unknown[]) => unknown, self, args as unknown[]);
}

/** Puts a function in the place of another; name, length and the property's manners stay. */
export function replaceMethod(
  owner: object,
  name: string,
  make: (native: unknown) => (self: unknown, args: readonly unknown[]) => unknown,
): void {
  const descriptor = natives.describe(owner, name);
  const native: unknown = descriptor?.value;
  if (descriptor === undefined || typeof native !== 'function') return;
  const instead = make(native);
  const wrapped = {
    [name](this: unknown, ...args: unknown[]): unknown {
      return instead(this, args);
    },
  }[name];
  natives.define(wrapped as object, 'length', { value: native.length, configurable: true });
  natives.define(owner, name, { ...descriptor, value: wrapped });
}

/** Puts a getter, and a setter where there was one, in the place of others. */
export function replaceAccessor(
  owner: object,
  name: string,
  make: (native: { readonly get: unknown; readonly set: unknown }) => {
    readonly get: (self: unknown) => unknown;
    readonly set?: (self: unknown, value: unknown) => void;
  },
): void {
  const descriptor = natives.describe(owner, name);
  if (descriptor?.get === undefined) return;
  const instead = make({ get: descriptor.get, set: descriptor.set });
  const wrapped = {
    get(this: unknown): unknown {
      return instead.get(this);
    },
    set(this: unknown, value: unknown): void {
      instead.set?.(this, value);
    },
  };
  natives.define(wrapped.get, 'name', { value: descriptor.get.name, configurable: true });
  natives.define(wrapped.set, 'name', { value: `set ${name}`, configurable: true });
  const accessors = descriptor.set === undefined ? { get: wrapped.get } : { get: wrapped.get, set: wrapped.set };
  natives.define(owner, name, { ...descriptor, ...accessors });
}
