import type { Holder } from '#content/hold/holder.ts';
import type { Written } from '#content/hold/line.ts';

/** What decides in the place of the watcher: values that begin with `number` are numbers. */
export function fakeHolder(): Holder & { readonly asked: Written[]; readonly held: Map<number, Written> } {
  const asked: Written[] = [];
  const held = new Map<number, Written>();
  return {
    asked,
    held,
    may: (written) => {
      asked.push(written);
      return !written.value.startsWith('number');
    },
    hold: ({ written }) => {
      const id = asked.length;
      held.set(id, written);
      return id;
    },
    drop: (id) => void held.delete(id),
  };
}
