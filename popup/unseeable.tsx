import { Note } from '#ui/icon.tsx';
import { EmptyTag } from '#ui/tag.tsx';
import { words } from '#ui/words.ts';

/** A page that no extension may see. */
export function Unseeable() {
  return (
    <section class="lead-block">
      <h1 class="lead-name">{words.unseeable()}</h1>
      <EmptyTag />
      <p class="lead">{words.unseeableWhy()}</p>
      <Note>{words.unseeableNote()}</Note>
    </section>
  );
}
