import { runningScript } from '../script-of.ts';
import { JUDGED, type Written } from './line.ts';
import { bare, slice } from './originals.ts';
import { openHoldLine, type TellHeld } from './tell.ts';

/** One value that is held: how it leaves the jar, and how it is written as the page would have. */
interface Held {
  readonly written: Written;
  readonly remove: () => void;
  readonly store: () => void;
}

/** What decides about every write, and knows what is held. */
export interface Holder {
  /** Whether this may be written. Where nobody answers it may not. */
  readonly may: (written: Written) => boolean;
  /** Notes that something is held; returns its id. */
  readonly hold: (held: Held) => number;
  /** The page itself replaced or removed what was held. */
  readonly drop: (id: number) => void;
}

/** The script that is running; a page may have changed how stacks are written, so that it fails. */
function script(): string | null {
  try {
    return runningScript();
  } catch (error) {
    void error;
    return null;
  }
}

function mayWrite(tell: TellHeld, { area, name, value, line }: Written): boolean {
  return tell({ __proto__: null, says: 'may', area, name, value: slice(value, 0, JUDGED), line });
}

function tellHeld(tell: TellHeld, id: number, { area, name, value, line }: Written): void {
  tell({ __proto__: null, says: 'held', id, area, name, value, line, script: script() });
}

/** Opens the line and holds; with `forget`, asks first for the numbers already in web storage to be taken out. */
export function startHolder({ forget }: { readonly forget: boolean }): Holder {
  const all = bare<Held>();
  let ids = 0;
  let open = false;

  const settle = (tell: TellHeld, id: number, held: Held | undefined): void => {
    if (held === undefined) return;
    if (!mayWrite(tell, held.written)) {
      tellHeld(tell, id, held.written);
      return;
    }
    held.remove();
    delete all[id];
    held.store();
  };
  const tell = openHoldLine({
    ready: (told) => {
      open = true;
      if (forget) told({ __proto__: null, says: 'forget' });
      // Other extensions' scripts may have written before the watcher came.
      for (const id in all) settle(told, Number(id), all[id]);
    },
    drop: (id) => {
      all[id]?.remove();
      delete all[id];
    },
  });

  return {
    may: (written) => mayWrite(tell, written),
    hold: (held) => {
      ids += 1;
      all[ids] = held;
      if (open) tellHeld(tell, ids, held.written);
      return ids;
    },
    drop: (id) => {
      delete all[id];
      if (open) tell({ __proto__: null, says: 'dropped', id });
    },
  };
}
