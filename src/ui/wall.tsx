import { Picture } from './picture.tsx';
import { controlWords } from './words-control.ts';

const MOST = 40;
/** How much of the oldest and of the newest picture is left. */
const OLDEST = 0.34;
const NEWEST = 0.94;

/** The pictures of numbers that were not kept, the newest last; the older, the fainter. */
export function Wall({ of }: { readonly of: readonly string[] }) {
  // A number that was stored in several places is one.
  const shown = [...new Set(of)].slice(0, MOST).toReversed();
  const step = shown.length > 1 ? (NEWEST - OLDEST) / (shown.length - 1) : 0;
  return (
    <div class="wall" role="img" aria-label={controlWords.wallSays(shown.length)}>
      {shown.map((number, index) => (
        <span
          key={`${number} ${shown.length - index}`}
          style={{ '--left': NEWEST - (shown.length - 1 - index) * step }}
        >
          <Picture of={number} size="s" />
        </span>
      ))}
    </div>
  );
}
