/** What JSON can be. Deep inside may be anything, as pages send it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object of a page's: ask only what is its own. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Parses JSON; `undefined` for what is none. Nothing in it is trusted to be of any form. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // Pages send anything; and what nests too deep for the parser is no JSON to us either.
    return undefined;
  }
}

/** Whether it is an object, and no list. */
export function isObject(value: Json | undefined): value is JsonObject;
export function isObject(value: unknown): value is Readonly<Record<string, unknown>>;
export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** What an object or list has of its own under this name. */
export function own(value: Json | undefined, name: string): Json | undefined;
export function own(value: unknown, name: string): unknown;
export function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
