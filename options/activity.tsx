import { useState } from 'preact/hooks';
import type { SiteActLine } from '#core/control.ts';
import { ask } from '#messages/ask.ts';
import { optionWords } from '#ui/words-options.ts';
import { Acts } from './acts.tsx';
import { Shown } from './shown.tsx';
import { useDoing } from './use-doing.ts';
import { useReport } from './use-report.ts';

/** Older acts, gathered as they are asked for. */
interface Older {
  readonly lines: readonly SiteActLine[];
  /** What to ask for next; `undefined` while nothing older was asked for, `null` when that was all. */
  readonly next: number | null | undefined;
}

/** The newest acts, and older ones as they are asked for. */
function Gathered({ newest, next }: { readonly newest: readonly SiteActLine[]; readonly next: number | null }) {
  const [older, add] = useState<Older>({ lines: [], next: undefined });
  const { error, run } = useDoing(() => undefined);
  const before = older.next === undefined ? next : older.next;

  async function askFor(time: number): Promise<void> {
    const answer = await ask('activity', { before: time });
    // What is newest now is kept too: more that comes must not leave a hole between.
    add(({ lines }) => ({ lines: [...lines, ...newest, ...answer.lines], next: answer.next }));
  }

  return (
    <>
      <div class="sheet sheet-pad stack">
        <Acts of={[...older.lines, ...newest]} />
      </div>
      <p class="list-foot">
        {before !== null && (
          <button type="button" class="button" onClick={() => run(async () => await askFor(before))}>
            {optionWords.didEarlier()}
          </button>
        )}
        <span role="status">{error !== null && optionWords.notDone(error)}</span>
      </p>
    </>
  );
}

/** Everything Known As did, and the person through it, on all sites, newest first. */
export function Activity() {
  const { loaded, refresh } = useReport('activity', {});
  return (
    <Shown loaded={loaded} again={refresh}>
      {({ lines, next }) =>
        lines.length === 0 ? (
          <header class="page-lead">
            <h1>{optionWords.didNone()}</h1>
            <p>{optionWords.didNoneSays()}</p>
          </header>
        ) : (
          <>
            <header class="page-lead">
              <h1>{optionWords.activity()}</h1>
              <p>{optionWords.didLead()}</p>
            </header>
            <div class="page-narrow parts">
              <Gathered newest={lines} next={next} />
            </div>
          </>
        )
      }
    </Shown>
  );
}
