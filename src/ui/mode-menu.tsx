import type { Choice } from '#core/mode.ts';
import { Icon } from './icon.tsx';
import { Menu, MenuItem } from './menu.tsx';
import { GLYPHS, type Standing } from './standing.ts';
import { controlWords } from './words-control.ts';

const OFFERED = [
  { is: 'allow', choice: { mode: 'allow' } },
  { is: 'block', choice: { mode: 'block' } },
  { is: 'reset', choice: { mode: 'reset', rhythm: { every: 'visit' } } },
] as const satisfies readonly { readonly is: Choice['mode']; readonly choice: Choice }[];

/** The decision in lists: a button that names how it stands, and a menu. */
export function ModeMenu({
  standing,
  chosen,
  about,
  none,
  choose,
}: {
  readonly standing: Standing;
  /** What was chosen for this very one; `null`: nothing. */
  readonly chosen: Choice | null;
  /** Whose it is, for who hears the button without its row: a site, a company, a cookie's name. */
  readonly about: string;
  /** What the last entry, which takes the choice back, is called. */
  readonly none: 'as-site' | 'undecided' | 'left-alone';
  readonly choose: (choice: Choice | null) => void;
}) {
  const name = controlWords.modeOf(controlWords.standing[standing](), about);
  const dashed = GLYPHS[standing] === 'undecided';
  return (
    <Menu
      name={name}
      look={dashed ? 'mode mode-undecided' : 'mode'}
      kind="menu"
      face={
        <>
          <Icon name={GLYPHS[standing]} />
          {controlWords.standing[standing]()}
          <Icon name="down" />
        </>
      }
    >
      {(close) => {
        const pick = (choice: Choice | null) => {
          close();
          if ((choice?.mode ?? null) !== (chosen?.mode ?? null)) choose(choice);
        };
        return (
          <>
            {OFFERED.map(({ is, choice }) => (
              <MenuItem key={is} checked={chosen?.mode === is} press={() => pick(choice)} hooks={{ 'data-mode': is }}>
                {is === 'reset' ? controlWords.resetVisit() : controlWords.decide[is]()}
              </MenuItem>
            ))}
            <hr />
            <MenuItem checked={chosen === null} press={() => pick(null)} hooks={{ 'data-mode': 'none' }}>
              {controlWords.takeBack[none]()}
            </MenuItem>
          </>
        );
      }}
    </Menu>
  );
}
