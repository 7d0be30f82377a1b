import type { Place } from '#core/hit.ts';
import { type Json, isList, isObject, own } from '#core/json.ts';
import { openText } from '../body/content.ts';

/** A part of a request that is asked for values: an event, the batch it came in, the address. */
export interface Layer {
  readonly part: Place['part'];
  /** The way to it inside its part; empty: it is the whole part. */
  readonly at: string;
  readonly value: Json;
}

/** Where to look for what an event says, the nearest first. */
export type Layers = readonly Layer[];

/** A value, and where it stands. */
export interface Found {
  readonly value: Json;
  readonly place: Place;
}

/** A way no vendor's is deeper than. */
const DEEPEST = 16;
/** Of a list so many are tried for `*`. */
const MOST_TRIED = 100;

interface Step {
  readonly value: Json;
  readonly way: string;
}

function joinWay(way: string, name: string): string {
  return way === '' ? name : `${way}.${name}`;
}

/** A text between two steps of a way is opened: JSON in a form's field, base64 of it, fields in a parameter. */
function entered(value: Json): Json {
  return typeof value === 'string' ? (openText(value) ?? value) : value;
}

function* namesIn(value: Json): Generator<string> {
  const names = isList(value) || isObject(value) ? Object.keys(value) : [];
  yield* names.slice(0, MOST_TRIED);
}

/** Names may hold dots themselves (`ep.search_term`): the longest name that is there is taken. */
function follow({ value, way }: Step, path: string, depth: number): Step | undefined {
  if (depth > DEEPEST) return undefined;
  const inside = entered(value);
  const whole = own(inside, path);
  if (whole !== undefined) return { value: whole, way: joinWay(way, path) };
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const [name, rest] = [path.slice(0, dot), path.slice(dot + 1)];
    const next = own(inside, name);
    if (next === undefined) continue;
    const found = follow({ value: next, way: joinWay(way, name) }, rest, depth + 1);
    if (found !== undefined) return found;
  }
  return path === '*' || path.startsWith('*.') ? followAny({ value: inside, way }, path.slice(2), depth) : undefined;
}

function followAny({ value, way }: Step, rest: string, depth: number): Step | undefined {
  for (const name of namesIn(value)) {
    const next = own(value, name);
    if (next === undefined) continue;
    const step = { value: next, way: joinWay(way, name) };
    const found = rest === '' ? step : follow(step, rest, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What says nothing, though it is there. */
const EMPTY = new Set(['', 'null', 'undefined', '(not set)', '[object Object]', 'NaN']);

function saysNothing(value: Json): boolean {
  return value === null || (typeof value === 'string' && EMPTY.has(value.trim()));
}

/**
 * Follows a way of names joined by dots into the layers, and gives what stands at its end in the first that has it. `*`
 * stands for any one name or place in a list; an empty way for the layer itself. Texts on the way are opened. What is
 * empty is passed over.
 */
export function find(layers: Layers, path: string): Found | undefined {
  for (const { part, at, value } of layers) {
    const end = path === '' ? { value: entered(value), way: at } : follow({ value, way: at }, path, 0);
    if (end !== undefined && !saysNothing(end.value)) return { value: end.value, place: { part, name: end.way } };
  }
  return undefined;
}

/** As `find`, for a text or number, as text. */
export function findText(layers: Layers, path: string): string | undefined {
  const value = find(layers, path)?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
