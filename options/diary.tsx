import { useState } from 'preact/hooks';
import type { DiaryDay, SiteReport } from '#core/report.ts';
import { ask } from '#messages/ask.ts';
import { dayHead, duration, noonOf } from '#ui/amounts.ts';
import { folded } from '#ui/fold.ts';
import { Known, knownNumbers } from '#ui/known.ts';
import { useNow } from '#ui/now.ts';
import { Entries } from '#ui/record.tsx';
import { words } from '#ui/words.ts';
import { optionWords } from '#ui/words-options.ts';
import { mergedDays } from './days.ts';
import { Shown } from './shown.tsx';
import { useReport } from './use-report.ts';

function headOf({ date, visits, milliseconds }: DiaryDay, now: number): string {
  const day = dayHead(noonOf(date), now);
  if (visits === 0) return optionWords.dayHeadNoVisit(day);
  return optionWords.dayHead(day, words.visits(visits), duration(milliseconds));
}

/** Days of a diary, newest first, each with its sums and its lines. */
function DiaryDays({ of, site }: { readonly of: readonly DiaryDay[]; readonly site: SiteReport }) {
  const now = useNow();
  if (of.length === 0) return <p class="soft">{optionWords.diaryNone()}</p>;
  return (
    <Known.Provider value={knownNumbers(site)}>
      {of.map((day) => (
        <div key={day.date} class="day">
          <h3 class="day-head">{headOf(day, now)}</h3>
          <Entries of={folded(day.events)} />
        </div>
      ))}
    </Known.Provider>
  );
}

/** Older days, gathered as they are asked for. */
interface Older {
  readonly pages: readonly (readonly DiaryDay[])[];
  /** What to ask for next; `undefined` while nothing older was asked for, `null` when that was all. */
  readonly next: number | null | undefined;
}

/** A site's diary: its newest days, kept up to date, and older ones as they are asked for. */
export function Diary({ site }: { readonly site: SiteReport }) {
  const { domain } = site;
  const { loaded, refresh } = useReport('diary', { domain }, { domain });
  const [older, add] = useState<Older>({ pages: [], next: undefined });
  const [error, say] = useState<string | null>(null);

  async function askFor(before: number): Promise<void> {
    try {
      const { days, next } = await ask('diary', { domain, before });
      add(({ pages }) => ({ pages: [...pages, days], next }));
      say(null);
    } catch (reason) {
      say(reason instanceof Error ? reason.message : String(reason));
    }
  }

  return (
    <Shown loaded={loaded} again={refresh}>
      {(newest) => {
        const next = older.next === undefined ? newest.next : older.next;
        return (
          <>
            <div class="sheet sheet-pad stack">
              <DiaryDays of={mergedDays([newest.days, ...older.pages])} site={site} />
            </div>
            {next !== null && (
              <p class="list-foot">
                <button type="button" class="button" onClick={() => void askFor(next)}>
                  {optionWords.earlier()}
                </button>
                <span role="status">{error !== null && optionWords.notDone(error)}</span>
              </p>
            )}
          </>
        );
      }}
    </Shown>
  );
}
