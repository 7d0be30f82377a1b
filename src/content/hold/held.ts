import type { HeldAnswer, HeldItem, LetGo } from '#messages/watch.ts';
import type { HeldLine } from './hear.ts';
import { areaOf } from '../web-storage.ts';

/** How long held items are gathered before they are asked about, in ms: an allowed number must not wait long. */
const GATHER = 10;
/** Most that are known at once; a page that floods has the rest held and never asked about. */
const MOST = 500;

/** Which of the page's jars something is in, and its id there. */
export interface HeldPlace {
  readonly line: HeldLine;
  readonly id: number;
}

/** A write as it is told; whether it is stored nevertheless is looked up when it is asked about. */
type Write = Omit<HeldItem, 'stored'>;

interface Known {
  readonly place: HeldPlace;
  readonly item: Write;
}

/** What the watcher knows to be held in this frame. */
export interface HeldItems {
  readonly hold: (place: HeldPlace, item: Write) => void;
  /** The page itself replaced or removed it. */
  readonly dropped: (place: HeldPlace) => void;
  /** Stores those of these names, or all (`null`); tells whether there were any. */
  readonly letGo: (names: LetGo['names']) => boolean;
  /** Whether what was last written under a name is held. */
  readonly has: (name: string) => boolean;
}

/** Writes as the page's script would have, from a world the page cannot touch; tells whether the browser took it. */
function store({ area, name, value, line }: Write): boolean {
  try {
    if (area === 'cookie') document.cookie = line ?? `${name}=${value}`;
    else areaOf(area)?.setItem(name, value);
    return true;
  } catch (error) {
    // The area is full, or the browser refuses it.
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** A fresh look at what is really stored, from a world the page cannot touch. */
function isStored({ area, name, value }: Write): boolean {
  if (area !== 'cookie') return areaOf(area)?.getItem(name) === value;
  return document.cookie.split('; ').includes(`${name}=${value}`);
}

/** Gathers what is held and asks about it together; what may be kept is stored, leaves the page's jar, and is told of. */
export function gatherHeld(
  ask: (items: readonly HeldItem[]) => Promise<HeldAnswer | undefined>,
  stored: () => void,
): HeldItems {
  const held = new Set<Known>();
  let waiting: Known[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  const keep = (known: readonly Known[]): boolean => {
    // What the page replaced meanwhile is not what was asked about.
    const kept = known.filter((one) => held.has(one) && store(one.item));
    for (const one of kept) {
      held.delete(one);
      one.place.line.drop(one.place.id);
    }
    if (kept.length > 0) stored();
    return kept.length > 0;
  };
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const asked = waiting.filter((one) => held.has(one));
    waiting = [];
    if (asked.length === 0) return;
    void ask(asked.map(({ item }) => ({ ...item, stored: isStored(item) }))).then((answer) =>
      keep((answer?.keep ?? []).map((at) => asked[at]).filter((one) => one !== undefined)),
    );
  };
  addEventListener('pagehide', flush);

  return {
    hold: (place, item) => {
      if (held.size >= MOST) return;
      const known = { place, item };
      held.add(known);
      waiting.push(known);
      timer ??= setTimeout(flush, GATHER);
    },
    dropped: ({ line, id }) => {
      for (const one of held) if (one.place.line === line && one.place.id === id) held.delete(one);
    },
    letGo: (names) => keep([...held].filter(({ item }) => names === null || names.includes(item.name))),
    has: (name) => [...held].some(({ item }) => item.name === name),
  };
}
