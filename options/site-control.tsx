import type { ControlReport } from '#core/control.ts';
import type { SiteReport } from '#core/report.ts';
import { optionWords } from '#ui/words-options.ts';
import { ActsHere, PauseHere, Sums, TakenList } from './done.tsx';
import { Part } from './part.tsx';
import { NotDone } from './setting.tsx';
import { useDoing } from './use-doing.ts';

interface SiteControlProps {
  readonly of: SiteReport;
  /** Something was done. */
  readonly changed: () => void;
}

/** Whether something is being done on the site, was done, or is held up. */
export function isControlled({ sums, acts, held, taken, pause }: ControlReport): boolean {
  return sums !== null || acts.length > 0 || held.length > 0 || taken.length > 0 || pause !== null;
}

/** What is being done on a site, what came of it, and what can be undone. */
export function SiteControl({ of, changed }: SiteControlProps) {
  const { control, domain } = of;
  const { error, run } = useDoing(changed);
  const waits = control.held.length > 0;
  return (
    <Part id="done" head={optionWords.doneHead()}>
      <div class={isControlled(control) ? 'sheet sheet-pad two' : 'sheet sheet-pad stack'}>
        <div class="stack">
          {control.sums === null && !waits && <p class="soft">{optionWords.doneNothing()}</p>}
          {control.sums !== null && <Sums of={control.sums} />}
          {control.acts.length > 0 && (
            <details class="all">
              <summary>{optionWords.actsHead()}</summary>
              <ActsHere of={control.acts} domain={domain} />
            </details>
          )}
          <h3 class="part-name">{optionWords.pauseHere()}</h3>
          <PauseHere of={control.pause} domain={domain} run={run} />
          <NotDone error={error} />
        </div>
        {(waits || control.taken.length > 0) && (
          <div class="stack">
            {waits && (
              <>
                <h3 class="part-name">{optionWords.heldHead()}</h3>
                <TakenList of={control.held} run={run} />
              </>
            )}
            {control.taken.length > 0 && (
              <>
                <h3 class="part-name">{optionWords.takenHead()}</h3>
                <TakenList of={control.taken} run={run} />
              </>
            )}
          </div>
        )}
      </div>
    </Part>
  );
}
