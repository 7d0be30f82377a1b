import type { ComponentChildren } from 'preact';

/** A counted fact: its words on the screen, and the figure itself for machines, also where the words are "None". */
export function Figure({
  fact,
  count,
  says,
  none,
}: {
  readonly fact: string;
  readonly count: number;
  /** `2 numbers` */
  readonly says: (count: number) => string;
  /** What is said for zero. */
  readonly none: string;
}) {
  const words: ComponentChildren = count === 0 ? none : says(count);
  return (
    <data value={String(count)} data-fact={fact} class="nowrap">
      <b>{words}</b>
    </data>
  );
}
