import type { Basis as KnownHow } from '#core/verdict.ts';
import { Icon, type IconName } from './icon.tsx';
import { words } from './words.ts';

/** The mark of what something else states, and of what we found ourselves. */
function markOf(how: KnownHow | 'measured'): IconName {
  switch (how) {
    case 'stated':
      return 'stated';
    case 'said':
      return 'check';
    case 'inferred':
    case 'verified':
    case 'measured':
      return 'inferred';
  }
}

/** How a fact is known: always a mark and a word. */
export function Basis({ how, says }: { readonly how: KnownHow | 'measured'; readonly says?: string }) {
  return (
    <span class="basis">
      <Icon name={markOf(how)} />
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
