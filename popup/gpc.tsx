import { type GpcHere, gpcChoiceFor } from '#core/gpc.ts';
import { Block } from '#ui/fact.tsx';
import { GpcLookUp } from '#ui/gpc-look-up.tsx';
import { gpcWords } from '#ui/words-gpc.ts';
import type { SitePresses } from './acts.ts';

/** Says whether it is on here, and switches it. */
function Switch({ of, choose }: { readonly of: GpcHere; readonly choose: SitePresses['chooseGpc'] }) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={of.on}
      aria-label={gpcWords.switchHere()}
      data-gpc={of.on ? 'on' : 'off'}
      onClick={() => choose(gpcChoiceFor(of, !of.on))}
    />
  );
}

function says({ on, chosen }: GpcHere): string {
  if (chosen) return on ? gpcWords.saidHere() : gpcWords.notSaidHere();
  return on ? gpcWords.saidAll() : gpcWords.notSaidAll();
}

/**
 * Global Privacy Control on this site: what holds, a switch, and what the site states of it, asked at a press alone. In
 * private windows nothing can be chosen, and no site is asked.
 */
export function Gpc({
  of,
  inPrivate,
  does,
}: {
  readonly of: GpcHere;
  readonly inPrivate: boolean;
  readonly does: Pick<SitePresses, 'chooseGpc' | 'lookUpGpc'>;
}) {
  return (
    <Block id="gpc" head={gpcWords.head()} aside={!inPrivate && <Switch of={of} choose={does.chooseGpc} />}>
      <p data-gpc-says>{says(of)}</p>
      {inPrivate ? (
        <p class="soft small">{gpcWords.inPrivate()}</p>
      ) : (
        <details class="all">
          <summary>{gpcWords.statesHead()}</summary>
          <div class="all-facts">
            <GpcLookUp lookUp={does.lookUpGpc} />
          </div>
        </details>
      )}
    </Block>
  );
}
