import type { ComponentChildren } from 'preact';

/** A part of a page: its heading, what stands at the end of the heading's line, and the rest. */
export function Part({
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
    <section class="part" aria-labelledby={id}>
      <div class="part-head">
        <h2 id={id}>{head}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** A sheet of paper on which a wide table or chart may be moved sideways, by keyboard too. */
export function Wide({
  label,
  kind = 'sheet',
  children,
}: {
  readonly label: string;
  readonly kind?: string;
  readonly children: ComponentChildren;
}) {
  return (
    // The keyboard must be able to move what does not fit.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class={`${kind} wide`} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
