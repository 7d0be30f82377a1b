import { figure } from '#ui/amounts.ts';
import { Icon } from '#ui/icon.tsx';

/** One of the ways to show fewer rows, and how many it leaves. */
export interface Chip<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly count: number;
}

/** What finds rows by words, and shows those of one kind alone. */
export function Filters<Value extends string>({
  label,
  searchLabel,
  chips,
  chosen,
  choose,
  search,
}: {
  readonly label: string;
  readonly searchLabel: string;
  readonly chips: readonly Chip<Value>[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
  readonly search: (words: string) => void;
}) {
  return (
    <div class="filters" role="group" aria-label={label}>
      <label class="search">
        <Icon name="search" />
        <span class="for-ears">{searchLabel}</span>
        <input type="search" placeholder={searchLabel} onInput={(event) => search(event.currentTarget.value)} />
      </label>
      {chips.map(({ value, name, count }) => (
        <label key={value} class="chip">
          <input type="radio" name="filter" checked={chosen === value} onChange={() => choose(value)} />
          {name} <span>{figure(count)}</span>
        </label>
      ))}
    </div>
  );
}
