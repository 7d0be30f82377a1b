import type { MonthReport } from '#core/report.ts';
import { dayOfMonth, figure, monthName } from './amounts.ts';
import { useNow } from './now.ts';
import { words } from './words.ts';

const STEP = 7.6;
const BAR = 5.6;
const HEIGHT = 36;
/** What a day without visits still shows: it was watched. */
const REST = 3;
const LEAST = 8;

/** The days to name below the strip: about five, the first and the last among them. */
function named(days: number): readonly number[] {
  return [1, 8, 15, 22, days];
}

/** The strip in a sentence, for who cannot see it. */
function sentence({ month, days }: MonthReport, now: number): string {
  const visited = days.filter((visits) => (visits ?? 0) > 0).length;
  if (visited === 0) return words.stripNone(monthName(month, now));
  const counts = days.map((visits) => visits ?? 0);
  const most = Math.max(...counts);
  const sum = counts.reduce((all, visits) => all + visits, 0);
  const date = dayOfMonth(month, counts.indexOf(most) + 1);
  return words.stripSays(words.visits(sum), words.days(visited), monthName(month, now), date, figure(most));
}

/** Visits on each day of a month: a bar for a day with visits, a dash for one without, nothing for one not watched. */
export function Strip({ of }: { readonly of: MonthReport }) {
  const now = useNow();
  const today = new Date(now);
  const thisMonth = monthName(of.month, now) === monthName(`${today.getFullYear()}-${today.getMonth() + 1}`, now);
  const most = Math.max(1, ...of.days.map((visits) => visits ?? 0));
  const tall = (visits: number) => (visits === 0 ? REST : LEAST + ((HEIGHT - LEAST) * visits) / most);
  return (
    <div class="strip-box">
      <svg
        class="strip"
        viewBox={`0 0 ${of.days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={sentence(of, now)}
      >
        {of.days.map((visits, index) => {
          const height = tall(visits ?? 0);
          const isToday = thisMonth && index + 1 === today.getDate();
          const kind = visits === null ? 'unseen' : visits === 0 ? 'rest' : 'bar';
          return (
            <rect
              key={index}
              class={isToday ? `${kind} today` : kind}
              x={index * STEP}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              rx={visits === null || visits === 0 ? 1 : 1.5}
            />
          );
        })}
      </svg>
      <div class="strip-days" aria-hidden="true">
        {named(of.days.length).map((date) => (
          <span key={date}>{figure(date)}</span>
        ))}
      </div>
    </div>
  );
}
