import { useState } from 'preact/hooks';
import type { GpcSupport } from '#core/gpc.ts';
import { day } from './amounts.ts';
import { Basis } from './basis.tsx';
import { useNow } from './now.ts';
import { gpcWords } from './words-gpc.ts';

/** The site's own statement, or what stood in the way of it. */
function Support({ of }: { readonly of: GpcSupport }) {
  const now = useNow();
  if (of.is !== 'stated') return <>{gpcWords.came[of.is]()}</>;
  const says = of.gpc ? gpcWords.follows() : gpcWords.followsNot();
  // Noon of that day is on that day wherever the person is.
  const since = of.lastUpdate === null ? null : day(Date.parse(`${of.lastUpdate}T12:00`), now);
  return (
    <>
      {since === null ? says : gpcWords.since(says, since)} <Basis how="stated" />
    </>
  );
}

/** Asks the site at a press, and says what came of it for as long as the view is open. */
export function GpcLookUp({
  lookUp,
}: {
  /** What the site states; `null`: it could not be carried out. */
  readonly lookUp: () => Promise<GpcSupport | null>;
}) {
  const [state, set] = useState<GpcSupport | 'under-way' | null>(null);

  async function press(): Promise<void> {
    set('under-way');
    set(await lookUp());
  }

  return (
    <>
      <p class="soft small">{gpcWords.lookUpDoes()}</p>
      <p role="status" data-gpc-support={typeof state === 'string' ? state : state?.is}>
        {state === 'under-way' && gpcWords.underWay()}
        {state !== null && state !== 'under-way' && <Support of={state} />}
      </p>
      <button
        type="button"
        class="button"
        data-gpc-look-up
        aria-disabled={state === 'under-way'}
        onClick={() => state !== 'under-way' && void press()}
      >
        {gpcWords.lookUp()}
      </button>
    </>
  );
}
