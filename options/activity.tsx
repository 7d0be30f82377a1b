import { useState } from 'preact/hooks';
import type { SiteActLine } from '#core/control.ts';
import { ask } from '#messages/ask.ts';
import { ActEvidence } from '#ui/act-evidence.tsx';
import { ActTold } from '#ui/act-told.tsx';
import { clockWidth, dayHead } from '#ui/amounts.ts';
import { Line } from '#ui/line.tsx';
import { useNow } from '#ui/now.ts';
import { HostName } from '#ui/number.tsx';
import { optionWords } from '#ui/words-options.ts';
import { byDay } from './by-day.ts';
import { hashOf } from './route.ts';
import { Shown } from './shown.tsx';
import { useDoing } from './use-doing.ts';
import { useReport } from './use-report.ts';

function ActOnSite({ of }: { readonly of: SiteActLine }) {
  return (
    <Line kind={of.act.type} at={of.at} says={<ActTold of={of.act} domain={of.domain} />}>
      <ActEvidence of={of}>
        <a href={hashOf({ page: 'site', domain: of.domain })}>
          <HostName of={of.domain} />
        </a>
      </ActEvidence>
    </Line>
  );
}

function Days({ of }: { readonly of: readonly SiteActLine[] }) {
  const now = useNow();
  return (
    <div class="sheet sheet-pad stack">
      {byDay(of).map(({ at, lines }) => (
        <div key={new Date(at).toDateString()} class="day">
          <h2 class="day-head">{dayHead(at, now)}</h2>
          <div class="lines" style={{ '--clock': `${clockWidth()}ch` }}>
            {lines.map((line) => (
              <ActOnSite key={line.key} of={line} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** Older acts, gathered as they are asked for. */
interface Older {
  readonly lines: readonly SiteActLine[];
  /** What to ask for next; `undefined` while nothing older was asked for, `null` when that was all. */
  readonly next: number | null | undefined;
}

/** The newest acts, and older ones as they are asked for. */
function Acts({ newest, next }: { readonly newest: readonly SiteActLine[]; readonly next: number | null }) {
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
      <Days of={[...older.lines, ...newest]} />
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
              <Acts newest={lines} next={next} />
            </div>
          </>
        )
      }
    </Shown>
  );
}
