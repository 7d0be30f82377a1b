import type { ComponentChildren } from 'preact';
import { duration, durationExactly, durationIso } from './amounts.ts';

/** One fact: its name, and what is known. */
export function Fact({ name, children }: { readonly name: ComponentChildren; readonly children: ComponentChildren }) {
  return (
    <div class="fact">
      <h3>{name}</h3>
      <div class="fact-says">{children}</div>
    </div>
  );
}

/** Visible time, as people say it; exact for whoever asks, and for machines. */
export function Duration({ milliseconds, fact }: { readonly milliseconds: number; readonly fact?: string }) {
  return (
    <time dateTime={durationIso(milliseconds)} title={durationExactly(milliseconds)} data-fact={fact} class="nowrap">
      {duration(milliseconds)}
    </time>
  );
}

/** A part of a view with its heading; `aside` stands at the end of the heading's line. */
export function Block({
  id,
  head,
  aside,
  children,
}: {
  readonly id: string;
  readonly head: ComponentChildren;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="block" aria-labelledby={id}>
      <div class="block-head">
        <h2 id={id}>{head}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
