import type { ControlReport } from '#core/control.ts';
import type { SiteReport } from '#core/report.ts';
import { optionWords } from '#ui/words-options.ts';
import { ask } from '#messages/ask.ts';
import { canComeBack, TakenNumbers, useBringBack } from '#ui/bring-back.tsx';
import { Acts } from './acts.tsx';
import { HeldList, PauseHere, Sums } from './done.tsx';
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
  const { error, run, tried } = useDoing(changed);
  const waits = control.held.length > 0;
  const brings = useBringBack(async (key) => await tried(async () => await ask('bringBack', { key })));
  const returns = canComeBack(control.taken, brings).length > 0;
  return (
    <Part id="done" head={optionWords.doneHead()}>
      <div class={isControlled(control) ? 'sheet sheet-pad two' : 'sheet sheet-pad stack'}>
        <div class="stack">
          {control.sums === null && !waits && <p class="soft">{optionWords.doneNothing()}</p>}
          {control.sums !== null && <Sums of={control.sums} />}
          {control.acts.length > 0 && (
            <details class="all">
              <summary>{optionWords.actsHead()}</summary>
              <Acts of={control.acts.map((line) => ({ ...line, domain }))} here />
            </details>
          )}
          <h3 class="part-name">{optionWords.pauseHere()}</h3>
          <PauseHere of={control.pause} domain={domain} run={run} />
          <NotDone error={error} />
        </div>
        {(waits || returns) && (
          <div class="stack">
            {waits && (
              <>
                <h3 class="part-name">{optionWords.heldHead()}</h3>
                <HeldList of={control.held} />
              </>
            )}
            {returns && (
              <>
                <h3 class="part-name">{optionWords.takenHead()}</h3>
                <TakenNumbers of={control.taken} does={brings} />
              </>
            )}
          </div>
        )}
      </div>
    </Part>
  );
}
