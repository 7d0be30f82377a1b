import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { figure } from '#ui/amounts.ts';
import { optionWords } from '#ui/words-options.ts';

/** Rows that stand there at first, and that each press adds. */
const STEP = 25;

/** A long list, some rows at a time, and how many of all there are. */
export function InSteps<Row>({
  of,
  all = 0,
  none,
  children,
}: {
  readonly of: readonly Row[];
  /** How many there are, found or not, and what is said where none is found; not for a list that nobody searches. */
  readonly all?: number;
  readonly none?: string;
  readonly children: (shown: readonly Row[]) => ComponentChildren;
}) {
  const [rows, show] = useState(STEP);
  const shown = of.slice(0, rows);
  const rest = Math.min(STEP, of.length - shown.length);
  if (all === 0 && rest === 0) return <>{shown.length > 0 && children(shown)}</>;
  return (
    <>
      {shown.length > 0 && children(shown)}
      <p class="list-foot" role="status">
        {rest > 0 && (
          <button type="button" class="button" onClick={() => show(rows + STEP)}>
            {optionWords.showMore(rest)}
          </button>
        )}
        {all > 0 && (
          <span class="soft">{of.length === 0 ? none : optionWords.shown(figure(shown.length), figure(all))}</span>
        )}
      </p>
    </>
  );
}
