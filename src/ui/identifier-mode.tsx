import type { IdentifierControl } from '#core/control.ts';
import type { Identifier } from '#core/identifier.ts';
import type { Choice } from '#core/mode.ts';
import { ModeMenu } from './mode-menu.tsx';
import { standingOf } from './standing.ts';

/** A choice for one stored value; `null`: what is chosen for the site counts for it again. */
export type ChooseForThis = (identifier: Identifier, choice: Choice | null) => void;

/** The small mode of one stored value: what is decided about it, and a choice for this very one. */
export function IdentifierMode({
  identifier,
  control,
  about,
  isNumber,
  choose,
}: {
  readonly identifier: Identifier;
  readonly control: IdentifierControl;
  readonly about: string;
  readonly isNumber: boolean;
  readonly choose: ChooseForThis;
}) {
  return (
    <ModeMenu
      standing={standingOf(control.decision)}
      chosen={control.chosen?.choice ?? null}
      about={about}
      none={isNumber ? 'as-site' : 'left-alone'}
      choose={(choice) => choose(identifier, choice)}
    />
  );
}
