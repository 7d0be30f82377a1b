import type { TakenNumber } from '#core/control.ts';
import type { SiteReport } from '#core/report.ts';
import { day, fullDay } from '#ui/amounts.ts';
import { Fact } from '#ui/fact.tsx';
import { useNow } from '#ui/now.ts';
import { HeldTag } from '#ui/tag.tsx';
import { controlWords } from '#ui/words-control.ts';
import { words } from '#ui/words.ts';

/** How long the site means a held number to last. */
function lasting({ expires }: TakenNumber): string {
  if (expires === 'session') return words.toLastSession();
  return expires === 'never' ? words.toLastForever() : controlWords.toLast(fullDay(expires));
}

/** A number that waits for the person's decision, on a dashed badge. */
export function HeldNumbers({ of }: { readonly of: SiteReport }) {
  const now = useNow();
  const [first, ...more] = of.control.held;
  if (first === undefined) return null;
  return (
    <>
      <HeldTag of={first.number} fact="held" />
      <p class="lead">{controlWords.heldSays(day(first.at, now), lasting(first))}</p>
      {more.length > 0 && (
        <details class="all">
          <summary>{controlWords.moreHeld(more.length)}</summary>
          {more.map((one) => (
            <Fact key={one.key} name={day(one.at, now)}>
              <HeldTag of={one.number} />
            </Fact>
          ))}
        </details>
      )}
    </>
  );
}
