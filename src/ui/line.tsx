import type { ComponentChildren } from 'preact';
import { clock } from './amounts.ts';
import { Icon } from './icon.tsx';

/** A line that opens in place to what stands behind it. */
export function Line({
  at,
  says,
  children,
  kind,
}: {
  /** When it happened, in ms since the epoch, where the line is an event. */
  readonly at?: number;
  readonly says: ComponentChildren;
  readonly children: ComponentChildren;
  /** For tests and styles: what kind of line it is. */
  readonly kind?: string;
}) {
  return (
    <details class="line" data-line={kind}>
      <summary>
        {at !== undefined && <time dateTime={new Date(at).toISOString()}>{clock(at)}</time>}
        <span class="says">{says}</span>
        <Icon name="right" />
      </summary>
      {children}
    </details>
  );
}
