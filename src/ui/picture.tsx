import { mosaic } from './mosaic.ts';

/** The picture of a number. Decoration beside the value: hidden from screen readers, never alone. */
export function Picture({ of, size = 'l' }: { readonly of: string; readonly size?: 'l' | 's' | 'xs' }) {
  const { hues, paths } = mosaic(of);
  return (
    <svg
      class={`picture picture-${size}`}
      style={{ '--pic': `var(--pic-${hues[0]})` }}
      viewBox="-0.5 -0.5 5 5"
      aria-hidden="true"
    >
      <path fill={`var(--pic-${hues[0]})`} d={paths[0]} />
      <path fill={`var(--pic-${hues[1]})`} d={paths[1]} />
    </svg>
  );
}
