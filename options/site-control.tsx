import type { SiteReport } from '#core/report.ts';
import { optionWords } from '#ui/words-options.ts';
import { ActsHere, PauseHere, Sums, TakenList } from './done.tsx';
import { Part } from './part.tsx';
import { NotDone } from './setting.tsx';
import { useDoing } from './use-doing.ts';

/** What is being done on a site, what came of it, and what can be undone. */
export function SiteControl({ of, changed }: { readonly of: SiteReport; readonly changed: () => void }) {
  const { control, domain } = of;
  const { error, run } = useDoing(changed);
  return (
    <Part id="done" head={optionWords.doneHead()}>
      <div class="sheet sheet-pad stack">
        {control.sums === null ? <p class="soft">{optionWords.doneNothing()}</p> : <Sums of={control.sums} />}
        {control.held.length > 0 && (
          <>
            <h3 class="day-head">{optionWords.heldHead()}</h3>
            <TakenList of={control.held} run={run} />
          </>
        )}
        {control.taken.length > 0 && (
          <>
            <h3 class="day-head">{optionWords.takenHead()}</h3>
            <TakenList of={control.taken} run={run} />
          </>
        )}
        {control.acts.length > 0 && (
          <details class="all">
            <summary>{optionWords.actsHead()}</summary>
            <ActsHere of={control.acts} domain={domain} />
          </details>
        )}
        <h3 class="day-head">{optionWords.pauseHere()}</h3>
        <PauseHere of={control.pause} domain={domain} run={run} />
        <NotDone error={error} />
      </div>
    </Part>
  );
}
