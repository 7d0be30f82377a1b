import type { ComponentChildren, JSX } from 'preact';

/** On a grid of 16: strokes of 1.5 with round ends, or solid where a stroke would be too fine. */
const SHAPES = {
  allow: (
    <>
      <rect class="solid" x="3" y="1.25" width="10" height="13.5" rx="2.25" />
      <path d="M6.5 4.25h3" style={{ stroke: 'var(--glyph-ground, var(--surface))' }} />
    </>
  ),
  block: (
    <>
      <rect x="3.25" y="1.75" width="9.5" height="12.5" rx="2" />
      <path d="M4 13 12 3" />
    </>
  ),
  check: <path d="M3 8.5 6.5 12 13 4.5" />,
  companies: (
    <path d="M2.5 13.5V6.5h5M7.5 13.5v-11h6v11M1.5 13.5h13M5 9v.1M5 11.25v.1M10.5 5.25v.1M10.5 8v.1M10.5 10.75v.1" />
  ),
  granted: <circle class="solid" cx="8" cy="8" r="5" />,
  refused: <circle cx="8" cy="8" r="4.5" />,
  interest: (
    <>
      <circle cx="8" cy="8" r="4.5" />
      <path class="solid" d="M8 3.5a4.5 4.5 0 0 1 0 9z" />
    </>
  ),
  unsaid: <circle cx="8" cy="8" r="4.5" stroke-dasharray="2.2 2.2" />,
  copy: <path d="M6 6h7.5v7.5H6zM10 3.5V2.5H2.5V10H3.5" />,
  diary: <path d="M3 2.5h8.5A1.5 1.5 0 0 1 13 4v9.5H4.5A1.5 1.5 0 0 1 3 12zM3 12a1.5 1.5 0 0 1 1.5-1.5H13M6 5.5h4" />,
  down: <path d="m4 6.25 4 4 4-4" />,
  falling: <path d="M8 2.5v11M3.5 9 8 13.5 12.5 9" />,
  rising: <path d="M8 13.5v-11M3.5 7 8 2.5 12.5 7" />,
  inferred: <path d="M2 6.2c2-2 4-2 6 0s4 2 6 0M2 11c2-2 4-2 6 0s4 2 6 0" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.25v3.5M8 5.1v.1" />
    </>
  ),
  left: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" />,
  reset: <path d="M13 8a5 5 0 1 1-1.6-3.7L13 5.8M13 2.3v3.5H9.5" />,
  right: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  overview: <path d="M2.5 13.5v-4M6.2 13.5v-7M9.8 13.5v-9M13.5 13.5v-11" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3 3" />
    </>
  ),
  settings: (
    <>
      <path d="M2 4.5h5.5M11.5 4.5H14M2 11.5h2.5M8.5 11.5H14" />
      <circle cx="9.5" cy="4.5" r="2" />
      <circle cx="6.5" cy="11.5" r="2" />
    </>
  ),
  sites: <path d="M2.5 3.5h11M2.5 8h11M2.5 12.5h11" />,
  stated: (
    <path
      class="solid"
      d="M2 4h4.6v4.8c0 2.4-1.3 3.8-3.8 4.4l-.5-1.5c1.4-.4 2-1.1 2.1-2.2H2zM9 4h4.6v4.8c0 2.4-1.3 3.8-3.8 4.4l-.5-1.5c1.4-.4 2-1.1 2.1-2.2H9z"
    />
  ),
  undecided: <rect x="3.25" y="1.75" width="9.5" height="12.5" rx="2" stroke-dasharray="2.2 2.2" />,
  undo: <path d="M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7" />,
} as const satisfies Readonly<Record<string, JSX.Element>>;

export type IconName = keyof typeof SHAPES;

/** The icons that point along the line of reading turn round with it. */
const TURNS: ReadonlySet<IconName> = new Set(['left', 'right', 'undo']);

/** A small drawing beside words or on a button that has a name of its own: hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={TURNS.has(name) ? 'icon icon-turns' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}

/** A quiet remark with its mark. */
export function Note({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="note">
      <Icon name="info" />
      <span>{children}</span>
    </p>
  );
}
