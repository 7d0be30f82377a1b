import { isList, isObject } from '#core/json.ts';
import { find, type Layers } from './layers.ts';
import type { HitKind, OpenHit } from './vendor.ts';

/** Of a batch so many events are read. */
const MOST_EVENTS = 1000;

function inList(hit: OpenHit, ways: readonly string[]): readonly Layers[] {
  const body = hit.layers.filter(({ part }) => part === 'body');
  for (const way of ways) {
    const found = find(body, way) ?? find(hit.layers, way);
    if (found === undefined) continue;
    const { value, place } = found;
    if (isList(value)) {
      return value
        .slice(0, MOST_EVENTS)
        .map((event, at) => [
          { part: place.part, at: place.name === '' ? String(at) : `${place.name}.${at}`, value: event },
        ]);
    }
    if (isObject(value)) return [[{ part: place.part, at: place.name, value }]];
  }
  return [[]];
}

/** The events of a hit, each with where to look for what it says: in itself, then in the whole. */
export function eventsOf(hit: OpenHit, { events }: HitKind): readonly Layers[] {
  if (events === undefined) return [hit.layers];
  const own = typeof events === 'function' ? events(hit).slice(0, MOST_EVENTS) : inList(hit, events);
  return own.map((layers) => [...layers, ...hit.layers]);
}
