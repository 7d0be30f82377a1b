import type { ControlReport } from '#core/control.ts';
import type { ActLine } from '#core/outcome.ts';
import { actSays } from '#ui/act-says.tsx';
import { useNow } from '#ui/now.ts';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Whether somebody who cannot see the popup wants to hear of it now: what was pressed, not each number of a page. */
function isToBeHeard({ act }: ActLine): boolean {
  return act.type === 'enforced' ? act.met === 'kept' : act.type !== 'came-back';
}

/** Says what was just done, once it is reported: the outcome, not the press. The popup's one live region for that. */
export function JustDone({ of }: { readonly of: Pick<ControlReport, 'acts'> }) {
  const now = useNow();
  const seen = useRef<ReadonlySet<string> | null>(null);
  const [news, tell] = useState<readonly ActLine[]>([]);
  useEffect(() => {
    const before = seen.current;
    seen.current = new Set(of.acts.map(({ key }) => key));
    if (before === null) return;
    const fresh = of.acts.filter((line) => !before.has(line.key) && isToBeHeard(line));
    if (fresh.length > 0) tell(fresh.toReversed());
  }, [of.acts]);
  return (
    <p class="for-ears" role="status" data-said>
      {news.map((line) => (
        <span key={line.key}>{actSays(line.act, now)} </span>
      ))}
    </p>
  );
}
