import type { Hit, HitEvent, Reading, Stream, VendorName } from '#core/hit.ts';
import { deedOf } from './hit/deed.ts';
import { eventsOf } from './hit/events.ts';
import { factsOf, say } from './hit/facts.ts';
import { readUnknown } from './hit/generic.ts';
import { itemsOf } from './hit/items.ts';
import { findText, type Layers } from './hit/layers.ts';
import { openHit } from './hit/open-hit.ts';
import { personalOf } from './hit/personal.ts';
import { type Recogniser, recogniser } from './hit/recognise.ts';
import { asNumber, asText } from './hit/take.ts';
import type { HitKind, OpenHit, Vendor } from './hit/vendor.ts';
import { VENDORS } from './vendors.ts';

/** A name of an event is cut off here. */
const LENGTH = 200;

/** Reads requests, by the vendors it knows. */
export interface Reader {
  /** Whether a request is worth reading, by its address alone. Everything with a body is. */
  readonly mayBeHit: Recogniser['mayBeHit'];
  /** What a request says, and to whom. Never throws, whatever it is given. */
  readonly read: (hit: Hit) => Reading;
}

function nameOf({ id, name }: Vendor): VendorName {
  return { id, name };
}

function eventOf(
  layers: Layers,
  kind: HitKind,
  { vendor, at }: { readonly vendor: Vendor; readonly at: number },
): HitEvent {
  const name = say(layers, kind.name, asText)?.value.slice(0, LENGTH) ?? kind.unnamed ?? '';
  const once = kind.once?.map((way) => findText(layers, way));
  return {
    name,
    deed: deedOf(name, kind.deeds),
    facts: factsOf(layers, kind.roles),
    items: itemsOf(layers, kind.items),
    personal: personalOf(layers, kind),
    once: once?.every((text) => text !== undefined) === true ? [vendor.id, name, at, ...once].join('|') : null,
  };
}

function streamOf({ layers, body }: OpenHit, { stream }: HitKind): Stream | null {
  if (stream === undefined) return null;
  return { size: body.size, milliseconds: say(layers, stream, asNumber)?.value ?? null };
}

function readOpen(hit: OpenHit, { whose, ofHost }: Recogniser): Reading {
  const { limits } = hit.body;
  const recognised = whose(hit);
  if (recognised !== null) {
    const { vendor, kind, by } = recognised;
    const events = eventsOf(hit, kind).map((layers, at) => eventOf(layers, kind, { vendor, at }));
    return { type: 'hit', vendor: nameOf(vendor), by, events, stream: streamOf(hit, kind), limits };
  }
  const owner = ofHost(hit.url.hostname);
  if (owner !== null) return { type: 'host', vendor: nameOf(owner) };
  const events = readUnknown(hit);
  return events.length > 0 ? { type: 'unknown', events, limits } : { type: 'nothing', limits };
}

/** A reader that knows these vendors. */
export function readerOf(vendors: readonly Vendor[]): Reader {
  const recognise = recogniser(vendors);
  return {
    mayBeHit: recognise.mayBeHit,
    read: (hit) => {
      const open = openHit(hit);
      return open === null ? { type: 'nothing', limits: [] } : readOpen(open, recognise);
    },
  };
}

/** A reader that knows all vendors there are here. */
export const READER = readerOf(VENDORS);
