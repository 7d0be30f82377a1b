import { figure } from '#ui/amounts.ts';
import { optionWords } from '#ui/words-options.ts';

const HEIGHT = 20;
const STEP = 4;

/** The last days in little: a bar a day. */
export function Spark({ of }: { readonly of: readonly number[] }) {
  const most = Math.max(1, ...of);
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${of.length * STEP} ${HEIGHT}`}
      role="img"
      aria-label={optionWords.recentDays(of.map(figure).join(', '))}
    >
      {of.map((visits, index) => {
        const height = visits === 0 ? 2 : 4 + ((HEIGHT - 4) * visits) / most;
        return (
          <rect
            key={index}
            class={visits === 0 ? 'rest' : undefined}
            x={index * STEP}
            y={HEIGHT - height}
            width="3"
            height={height}
            rx="1"
          />
        );
      })}
    </svg>
  );
}
