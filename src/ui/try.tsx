import { type Identifier, identifierKey, nameOf } from '#core/identifier.ts';
import type { Domain } from '#core/site.ts';
import { mayTry, type Tried } from '#core/tried.ts';
import type { Kind, Reason } from '#core/verdict.ts';
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { legible } from './hostile.ts';
import { belongsTo } from './known.ts';
import { whyWords } from './words-why.ts';

/** What came of it so far. */
type State = Tried | 'under-way';

/** What visits without cookies are tried with, and what came of them. */
export interface Tries {
  /** The page's site, whose own cookies alone are tried. */
  readonly site: Domain;
  readonly press: (identifier: Identifier) => void;
  readonly of: (identifier: Identifier) => State | null;
  /** What came of the last one. */
  readonly last: Tried | null;
}

/** What tries visits without cookies; `null`: here nothing can be tried. */
export const Trying = createContext<Tries | null>(null);

/** Remembers, for as long as the view is open, what came of each value's visits; `run` gives `null` where it failed. */
export function useTries(site: Domain, run: (identifier: Identifier) => Promise<Tried | null>): Tries {
  const [states, set] = useState<ReadonlyMap<string, State>>(new Map());
  const [last, tell] = useState<Tried | null>(null);
  async function tryIt(identifier: Identifier): Promise<void> {
    const key = identifierKey(identifier);
    tell(null);
    set((before) => new Map(before).set(key, 'under-way'));
    const tried = await run(identifier);
    tell(tried);
    set((before) => {
      const after = new Map(before);
      if (tried === null) after.delete(key);
      else after.set(key, tried);
      return after;
    });
  }
  return {
    site,
    press: (identifier) => void tryIt(identifier),
    of: (identifier) => states.get(identifierKey(identifier)) ?? null,
    last,
  };
}

/** What the view shows of a value. */
interface Shown {
  readonly identifier: Identifier;
  readonly kind: Kind;
  readonly vendor?: string | null;
  readonly reasons: readonly Reason[];
}

function says(state: State | null): string {
  if (state === null) return whyWords.tryDoes();
  return state === 'under-way' ? whyWords.tryUnderWay() : whyWords.tried[state]();
}

/** The quiet press that asks the page twice without cookies, with what it does; then what came of it. */
export function TryVisits({ of }: { readonly of: Shown }) {
  const tries = useContext(Trying);
  if (tries === null || !belongsTo(of.identifier, tries.site) || !mayTry(of)) return null;
  const state = tries.of(of.identifier);
  return (
    <div class="correcting trying">
      <p data-tried={state}>{says(state)}</p>
      <button
        type="button"
        class="button correct"
        data-try
        aria-disabled={state === 'under-way'}
        aria-label={whyWords.sayOf(whyWords.try(), legible(nameOf(of.identifier)))}
        onClick={() => state !== 'under-way' && tries.press(of.identifier)}
      >
        {whyWords.try()}
      </button>
    </div>
  );
}

/** Tells those who cannot see it what came of the last one. */
export function LastTried({ of }: { readonly of: Tried | null }) {
  return (
    <p class="for-ears" role="status">
      {of !== null && whyWords.tried[of]()}
    </p>
  );
}
