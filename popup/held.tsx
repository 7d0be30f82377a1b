import { hostOf } from '#core/identifier.ts';
import type { TakenNumber } from '#core/control.ts';
import type { SiteReport } from '#core/report.ts';
import { ago, day, fullDay } from '#ui/amounts.ts';
import { belongsTo } from '#ui/known.ts';
import { Given } from '#ui/number.tsx';
import type { ComponentChildren } from 'preact';
import { useNow } from '#ui/now.ts';
import { HeldTag } from '#ui/tag.tsx';
import { controlWords } from '#ui/words-control.ts';
import { words } from '#ui/words.ts';

/** Below this age a number was given "20 seconds ago". */
const JUST_MS = 60_000;

/** Who gave it: the site, or the host it belongs to. */
function giver({ identifier }: TakenNumber, { domain }: SiteReport): ComponentChildren {
  return belongsTo(identifier, domain) ? controlWords.theSite() : <Given text={hostOf(identifier)} />;
}

/** How long the site means a held number to last. */
function lasting({ expires }: TakenNumber): ComponentChildren {
  if (expires === 'session') return words.toLastSession();
  return expires === 'never' ? words.toLastForever() : words.toLastUntil(fullDay(expires));
}

/** A number that waits for the person's decision, on a dashed badge. */
export function HeldNumbers({ of }: { readonly of: SiteReport }) {
  const now = useNow();
  const [first, ...more] = of.control.held;
  if (first === undefined) return null;
  return (
    <>
      <HeldTag of={first.number} fact="held" />
      <p class="lead">
        {controlWords.heldSays(
          giver(first, of),
          now - first.at < JUST_MS ? ago(first.at, now) : day(first.at, now),
          lasting(first),
        )}
      </p>
      {more.length > 0 && (
        <details class="all">
          <summary>{controlWords.moreHeld(more.length)}</summary>
          {more.map((one) => (
            <div key={one.key} class="more-held">
              <HeldTag of={one.number} />
              <p class="soft small">{day(one.at, now)}</p>
            </div>
          ))}
        </details>
      )}
    </>
  );
}
