import type { OverviewReport } from '#core/report.ts';
import { date, dayHead, figure, noonOf, shortMonth, shortWeekday } from '#ui/amounts.ts';
import { useNow } from '#ui/now.ts';
import { words } from '#ui/words.ts';
import { optionWords } from '#ui/words-options.ts';
import { Wide } from './part.tsx';
import { rangesOf, stepOf, stepsUpTo } from './steps.ts';

/** The calendar's measures, in its own units. */
const CELL = 13.4;
const STEP = 16.4;
const LEFT = 32;
const TOP = 18;
const BELOW = TOP + 7 * STEP;

type Days = OverviewReport['days'];

interface Cell {
  readonly at: number;
  readonly sites: number | null;
  readonly x: number;
  readonly y: number;
}

/** Monday is the first row. */
function row(at: number): number {
  return (new Date(at).getDay() + 6) % 7;
}

function cells(days: Days): readonly Cell[] {
  const first = days[0] === undefined ? 0 : row(noonOf(days[0].date));
  return days.map(({ date: written, sites }, index) => {
    const at = noonOf(written);
    const week = Math.floor((index + first) / 7);
    return { at, sites, x: LEFT + week * STEP, y: TOP + row(at) * STEP };
  });
}

/** The first column of each month, save where its name would stand on the one before. */
function months(all: readonly Cell[]): readonly Cell[] {
  const firsts = all.filter((cell, index) => {
    const before = all[index - 7];
    return (
      before !== undefined && row(cell.at) === 0 && new Date(cell.at).getMonth() !== new Date(before.at).getMonth()
    );
  });
  return firsts.filter((cell, index) => cell.x - (firsts[index - 1]?.x ?? -STEP * 3) > STEP * 2);
}

function sentence(all: readonly Cell[], now: number): string {
  const seen = all.filter(({ sites }) => sites !== null && sites > 0);
  const most = seen.reduce<Cell | null>((top, cell) => ((cell.sites ?? 0) > (top?.sites ?? 0) ? cell : top), null);
  if (most === null) return optionWords.yearNone();
  return optionWords.yearSays(words.sites(most.sites ?? 0), dayHead(most.at, now), words.days(seen.length));
}

function title({ at, sites }: Cell, now: number): string {
  return `${dayHead(at, now)}: ${sites === null ? optionWords.stepUnseen() : words.sites(sites)}`;
}

/** Where watching began, pinned to its day. */
function Began({ cell, since, end }: { readonly cell: Cell; readonly since: number; readonly end: number }) {
  const now = useNow();
  const x = cell.x + CELL / 2;
  const late = x > end / 2;
  return (
    <g>
      <path class="pin" d={`M${x} ${cell.y + CELL / 2}V${BELOW + 16}`} />
      <circle class="pin-dot" cx={x} cy={cell.y + CELL / 2} r="2.5" />
      <text x={late ? x - 5 : x + 5} y={BELOW + 16} text-anchor={late ? 'end' : 'start'}>
        {optionWords.began(date(since, now, 'short'))}
      </text>
    </g>
  );
}

function Legend({ steps, today }: { readonly steps: readonly number[]; readonly today: number }) {
  return (
    <ul class="year-legend">
      <li>
        <i class="unseen" />
        {optionWords.stepUnseen()}
      </li>
      <li>
        <i class="s0" />
        {optionWords.stepNone()}
      </li>
      {rangesOf(steps).map(({ from, to }, index) => (
        <li key={from}>
          <i class={`s${index + 1}`} />
          {to === null && optionWords.stepMore(words.sites(from))}
          {to === from && optionWords.stepOne(words.sites(from))}
          {to !== null && to !== from && optionWords.stepRange(figure(from), words.sites(to))}
        </li>
      ))}
      <li>
        <i class="today" />
        {optionWords.stepToday(words.sites(today))}
      </li>
    </ul>
  );
}

/** The past year, a square a day: how many sites recognised the person by a number. */
export function Year({ of }: { readonly of: OverviewReport }) {
  const now = useNow();
  const all = cells(of.days);
  const steps = stepsUpTo(Math.max(0, ...all.map(({ sites }) => sites ?? 0)));
  const last = all.at(-1);
  const began = all.find(({ sites }) => sites !== null);
  const end = (last?.x ?? LEFT) + STEP;
  return (
    <div class="sheet sheet-pad stack">
      <Wide label={optionWords.yearHead()} kind="year-box">
        <svg class="year" viewBox={`0 0 ${end} ${BELOW + 22}`} role="img" aria-label={sentence(all, now)}>
          {months(all).map(({ at, x }) => (
            <text key={at} x={x} y="11">
              {shortMonth(at)}
            </text>
          ))}
          {all
            .slice(0, 14)
            .filter(({ at, x }) => row(at) % 2 === 0 && x > LEFT)
            .map(({ at, y }) => (
              <text key={at} x="0" y={y + 10.5}>
                {shortWeekday(at)}
              </text>
            ))}
          {all.map((cell) => (
            <rect
              key={cell.at}
              class={cell.sites === null ? 'unseen' : `s${stepOf(cell.sites, steps)}`}
              x={cell.x}
              y={cell.y}
              width={CELL}
              height={CELL}
              rx="3"
            >
              <title>{title(cell, now)}</title>
            </rect>
          ))}
          {began !== undefined && of.since > (all[0]?.at ?? 0) && <Began cell={began} since={of.since} end={end} />}
          {last !== undefined && (
            <rect class="today" x={last.x - 1} y={last.y - 1} width={CELL + 2} height={CELL + 2} rx="4" />
          )}
        </svg>
      </Wide>
      <Legend steps={steps} today={last?.sites ?? 0} />
    </div>
  );
}
