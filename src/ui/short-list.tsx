import type { ComponentChildren } from 'preact';

/** A list whose first few entries stand there, and the rest opens in place. A rest of one is no rest: it just stands. */
export function ShortList<Entry>({
  of,
  show,
  kind,
  more,
  entry,
  fact,
}: {
  readonly of: readonly Entry[];
  readonly show: number;
  /** The class of both lists. */
  readonly kind: string;
  /** `2 more searches` */
  readonly more: (count: number) => string;
  /** One `li` with a key. */
  readonly entry: (of: Entry) => ComponentChildren;
  readonly fact?: string;
}) {
  const first = of.length <= show + 1 ? of : of.slice(0, show);
  const rest = of.slice(first.length);
  return (
    <div class="short-list" data-fact={fact}>
      <ul class={kind}>{first.map(entry)}</ul>
      {rest.length > 0 && (
        <details class="all">
          <summary>{more(rest.length)}</summary>
          <ul class={kind}>{rest.map(entry)}</ul>
        </details>
      )}
    </div>
  );
}
