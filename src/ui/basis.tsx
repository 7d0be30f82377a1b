import type { Basis as KnownHow } from '#core/verdict.ts';
import { Icon } from './icon.tsx';
import { words } from './words.ts';

/** How a fact is known: always a mark and a word. */
export function Basis({ how, says }: { readonly how: KnownHow | 'measured'; readonly says?: string }) {
  return (
    <span class="basis">
      <Icon name={how === 'stated' ? 'stated' : 'inferred'} />
      {says ?? words[how]()}
    </span>
  );
}

/** What the two marks mean, once, at the end. */
export function Legend() {
  return (
    <ul class="legend">
      <li>
        <Icon name="stated" />
        <span>{words.legendStated()}</span>
      </li>
      <li>
        <Icon name="inferred" />
        <span>{words.legendInferred()}</span>
      </li>
    </ul>
  );
}
