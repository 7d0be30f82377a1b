import type { SiteActLine } from '#core/control.ts';
import { ActEvidence } from '#ui/act-evidence.tsx';
import { ActsTold, ActTold } from '#ui/act-told.tsx';
import { clockWidth, dayHead } from '#ui/amounts.ts';
import { Line } from '#ui/line.tsx';
import { useNow } from '#ui/now.ts';
import { HostName } from '#ui/number.tsx';
import { words } from '#ui/words.ts';
import { byDay } from './by-day.ts';
import { type Run, runsOf } from './fold-acts.ts';
import { hashOf } from './route.ts';

/** How many of a run show their evidence before the rest opens. */
const SHOWN = 3;

function Evidence({ of, here }: { readonly of: SiteActLine; readonly here: boolean }) {
  if (here) return <ActEvidence of={of} />;
  return (
    <ActEvidence of={of}>
      <a href={hashOf({ page: 'site', domain: of.domain })}>
        <HostName of={of.domain} />
      </a>
    </ActEvidence>
  );
}

function RunLine({ of, here }: { readonly of: Run; readonly here: boolean }) {
  const [first, ...others] = of.lines;
  if (first === undefined) return null;
  const says =
    of.same === null ? (
      <ActTold of={first.act} domain={first.domain} here={here} />
    ) : (
      <ActsTold of={of.lines} here={here} />
    );
  const rest = others.slice(SHOWN - 1);
  return (
    <Line kind={first.act.type} at={of.at} says={says}>
      {of.lines.slice(0, SHOWN).map((line) => (
        <Evidence key={line.key} of={line} here={here} />
      ))}
      {rest.length > 0 && (
        <details class="all">
          <summary>{words.moreNumbers(rest.length)}</summary>
          {rest.map((line) => (
            <Evidence key={line.key} of={line} here={here} />
          ))}
        </details>
      )}
    </Line>
  );
}

/** Acts, newest first and by day; `here`: on their site's own page, where it need not be named. */
export function Acts({ of, here = false }: { readonly of: readonly SiteActLine[]; readonly here?: boolean }) {
  const now = useNow();
  const Head = here ? 'h3' : 'h2';
  return (
    <>
      {byDay(of).map(({ at, lines }) => (
        <div key={new Date(at).toDateString()} class="day">
          <Head class="day-head">{dayHead(at, now)}</Head>
          <div class="lines" style={{ '--clock': `${clockWidth()}ch` }}>
            {runsOf(lines).map((run) => (
              <RunLine key={run.key} of={run} here={here} />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}
