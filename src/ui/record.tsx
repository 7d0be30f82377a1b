import type { SiteReport } from '#core/report.ts';
import { clockWidth, dayHead } from './amounts.ts';
import { Evidence } from './event-evidence.tsx';
import { EventSays } from './event-says.tsx';
import { byDay, type Entry, folded } from './fold.ts';
import { Known, knownNumbers } from './known.ts';
import { Line } from './line.tsx';
import { useNow } from './now.ts';
import { words } from './words.ts';

/** Requests of one entry that are shown before the rest opens. */
const SHOWN = 4;

function EntryEvidence({ of }: { readonly of: Entry }) {
  const rest = of.lines.slice(SHOWN);
  return (
    <>
      {of.lines.slice(0, SHOWN).map((line) => (
        <Evidence key={line.id} of={line} />
      ))}
      {rest.length > 0 && (
        <details class="all">
          <summary>{words.moreRequests(rest.length)}</summary>
          {rest.map((line) => (
            <Evidence key={line.id} of={line} />
          ))}
        </details>
      )}
    </>
  );
}

/** Entries, one line each, that open to their evidence. */
export function Entries({ of }: { readonly of: readonly Entry[] }) {
  return (
    <div class="lines" style={{ '--clock': `${clockWidth()}ch` }}>
      {of.map((entry) => (
        <Line key={entry.key} kind={entry.line.type} at={entry.line.at} says={<EventSays of={entry} />}>
          <EntryEvidence of={entry} />
        </Line>
      ))}
    </div>
  );
}

function Days({ of }: { readonly of: readonly Entry[] }) {
  const now = useNow();
  return (
    <>
      {byDay(of).map(({ at, entries }) => (
        <div class="day" key={new Date(at).toDateString()}>
          <h3 class="day-head">{dayHead(at, now)}</h3>
          <Entries of={entries} />
        </div>
      ))}
    </>
  );
}

/** What was recorded, newest first, by day; `show` entries stand there, the rest opens in place. */
export function Record({ of, show }: { readonly of: SiteReport; readonly show: number }) {
  const entries = folded(of.events);
  const rest = entries.slice(show);
  if (entries.length === 0) return <p class="soft">{words.nothingYet()}</p>;
  return (
    <Known.Provider value={knownNumbers(of)}>
      <Days of={entries.slice(0, show)} />
      {rest.length > 0 && (
        <details class="all">
          <summary>{words.moreLines(rest.length)}</summary>
          <Days of={rest} />
        </details>
      )}
    </Known.Provider>
  );
}
