import { natives } from '../natives.ts';
import type { CookieJar, HeldCookie } from './cookie-jar.ts';
import type { Realm } from './here.ts';
import { bare, type Bare, call, indexOf, lower, originals, replaceMethod, textOf } from './originals.ts';

/** What `cookieStore.set` takes. @see https://cookiestore.spec.whatwg.org/#dictdef-cookieinit */
const FIELDS = { domain: 1, expires: 1, maxAge: 1, name: 1, partitioned: 1, path: 1, sameSite: 1, value: 1 } as const;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

type Given = Bare<unknown> & { name?: unknown; value?: unknown };

/** What was given, each field read once and made the text or number the browser would make of it. */
function readInit(args: readonly unknown[]): Given {
  const given = bare<unknown>() as Given;
  const first = args[0];
  if (args.length > 1) {
    given.name = textOf(first);
    given.value = textOf(args[1]);
    return given;
  }
  for (const field in FIELDS) {
    const value = (first as Given)[field];
    if (value !== undefined) given[field] = value === null ? null : converted(field, value);
  }
  return given;
}

function converted(field: string, value: unknown): unknown {
  if (field === 'expires' || field === 'maxAge') return Number(value);
  return field === 'partitioned' ? Boolean(value) : textOf(value);
}

/** An attribute that would end in the middle of a line is none. */
function attribute(name: string, value: unknown): string {
  return typeof value === 'string' && indexOf(value, ';') === -1 ? `; ${name}=${value}` : '';
}

/** The line that sets the same cookie. `cookieStore` sets every cookie Secure, for `/`, and SameSite=Strict unless told. */
function lineOf({ name, value, domain, expires, maxAge, partitioned, path, sameSite }: Given): string {
  let line = `${name as string}=${value as string}; Secure${attribute('Path', path ?? '/')}`;
  line += attribute('SameSite', sameSite ?? 'strict') + attribute('Domain', domain);
  if (typeof expires === 'number') line += `; Max-Age=${secondsUntil(expires)}`;
  if (typeof maxAge === 'number') line += `; Max-Age=${maxAge}`;
  return partitioned === true ? `${line}; Partitioned` : line;
}

function secondsUntil(at: number): number {
  const left = (at - (call(originals.now, undefined, []) as number)) / 1000;
  return left - (left % 1);
}

/** The browser rejects names and values that are missing or hold these, in its own words. */
function isBroken({ name, value }: Given): boolean {
  if (typeof name !== 'string' || typeof value !== 'string') return true;
  const both = name + value;
  return indexOf(both, ';') !== -1 || indexOf(both, '\r') !== -1 || indexOf(both, '\n') !== -1;
}

/** A held cookie as `cookieStore` shows one. */
function itemOf({ name, value, domain, path, expires, secure }: HeldCookie): object {
  return {
    domain: domain === '' ? null : domain,
    expires,
    name,
    partitioned: false,
    path,
    sameSite: 'strict',
    secure,
    value,
  };
}

/** The name asked for, by itself or in a dictionary; `undefined` where it is for all. */
function askedName(args: readonly unknown[]): string | undefined {
  if (args.length === 0) return undefined;
  const first = args[0];
  const name = isObject(first) ? first['name'] : first;
  return name === undefined ? undefined : textOf(name);
}

/** Stands between the page and `cookieStore` in a window, where the browser has it. */
export function holdCookieStore(jar: CookieJar, realm: Realm): void {
  const owner = realm.CookieStore?.prototype;
  if (owner === undefined) return;

  replaceMethod(owner, 'set', (native) => (self, args) => {
    if (args.length === 0 || (args.length === 1 && !isObject(args[0]))) return call(native, self, args);
    const given = readInit(args);
    if (isBroken(given)) return call(native, self, [given]);
    const line = lineOf(given);
    let stored: unknown;
    jar.write(line, (kept) => {
      if (kept !== line) given.value = '';
      stored = call(native, self, [given]);
    });
    return stored ?? resolved(undefined);
  });
  replaceMethod(owner, 'get', (native) => (self, args) => {
    const name = askedName(args);
    const held = name === undefined ? undefined : jar.named(name);
    return held === undefined ? call(native, self, args) : resolved(itemOf(held));
  });
  replaceMethod(owner, 'getAll', (native) => (self, args) => {
    const name = askedName(args);
    const names = bare<object>();
    let any = false;
    jar.each((held) => {
      if (name !== undefined && held.name !== name) return;
      names[held.name] = itemOf(held);
      any = true;
    });
    const all = call(native, self, args);
    return any ? call(originals.settled, all, [(stored: readonly { name: string }[]) => merge(stored, names)]) : all;
  });
  replaceMethod(owner, 'delete', (native) => (self, args) => {
    const name = askedName(args);
    if (name === undefined) return call(native, self, args);
    const first = args[0];
    const where = isObject(first) ? first : bare<unknown>();
    const domain = typeof where['domain'] === 'string' ? lower(where['domain']) : '';
    jar.remove({ name, domain, path: typeof where['path'] === 'string' ? where['path'] : '/' });
    return call(native, self, args);
  });
}

function resolved(value: unknown): Promise<unknown> {
  return new originals.Promise((resolve) => resolve(value));
}

/** The stored ones whose name is not held, then the held ones. */
function merge(stored: readonly { readonly name: string }[], held: Bare<object>): readonly object[] {
  const all: object[] = [];
  const add = (item: object): void => {
    const value = { __proto__: null, value: item, configurable: true, enumerable: true, writable: true };
    natives.define(all, all.length, value as PropertyDescriptor);
  };
  for (let at = 0; at < stored.length; at += 1) {
    const item = stored[at];
    if (item !== undefined && held[item.name] === undefined) add(item);
  }
  for (const name in held) add(held[name] as object);
  return all;
}
