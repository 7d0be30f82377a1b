import type { ComponentChildren } from 'preact';
import { Icon } from '#ui/icon.tsx';
import { optionWords } from '#ui/words-options.ts';

/** One setting: what it is, what it means, and what sets it. */
export function Setting({
  name,
  says,
  children,
}: {
  readonly name: string;
  readonly says: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="setting">
      <div>
        <h3>{name}</h3>
        <p>{says}</p>
      </div>
      <div class="setting-does">{children}</div>
    </div>
  );
}

/** One of several, from a list that opens. */
export function Select<Value extends string | number>({
  label,
  value,
  choices,
  choose,
}: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  readonly choose: (value: Value) => void;
}) {
  return (
    <span class="select-box">
      <select
        class="select"
        aria-label={label}
        value={String(value)}
        onChange={(event) => {
          const chosen = choices.find((choice) => String(choice.value) === event.currentTarget.value);
          if (chosen !== undefined) choose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={String(choice.value)}>
            {choice.name}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}

/** What went wrong, below the settings it went wrong with. */
export function NotDone({ error }: { readonly error: string | null }) {
  if (error === null) return null;
  return (
    <p class="setting" role="alert">
      {optionWords.notDone(error)}
    </p>
  );
}
