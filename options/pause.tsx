import type { PolicyReport } from '#core/control.ts';
import { ask } from '#messages/ask.ts';
import { clockOrDay } from '#ui/amounts.ts';
import { useNow } from '#ui/now.ts';
import { optionWords } from '#ui/words-options.ts';
import { Part } from './part.tsx';
import { NotDone, Setting } from './setting.tsx';
import { useDoing } from './use-doing.ts';

const HOUR_MINUTES = 60;

/** What holds everywhere, or the two ways to pause. */
export function Pause({ of, changed }: { readonly of: PolicyReport; readonly changed: () => void }) {
  const now = useNow();
  const { error, run } = useDoing(changed);
  const { pause } = of;
  const pauseFor = (minutes: number | null) => run(async () => await ask('pause', { domain: null, minutes }));
  return (
    <Part id="pause" head={optionWords.pauseHead()}>
      <div class="sheet">
        <Setting name={optionWords.everywhere()} says={optionWords.everywhereSays()}>
          {pause === null ? (
            <>
              <button type="button" class="button" onClick={() => pauseFor(HOUR_MINUTES)}>
                {optionWords.forAnHour()}
              </button>
              <button type="button" class="button" onClick={() => pauseFor(null)}>
                {optionWords.untilPressed()}
              </button>
            </>
          ) : (
            <>
              <span class="said" role="status">
                {pause.until === null
                  ? optionWords.pausedUntilPressed()
                  : optionWords.pausedUntil(clockOrDay(pause.until, now))}
              </span>
              <button
                type="button"
                class="button"
                onClick={() => run(async () => await ask('resume', { domain: null }))}
              >
                {optionWords.resume()}
              </button>
            </>
          )}
        </Setting>
        <NotDone error={error} />
      </div>
    </Part>
  );
}
