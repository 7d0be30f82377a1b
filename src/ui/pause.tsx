import type { ControlReport } from '#core/control.ts';
import { clockOrDay, date } from './amounts.ts';
import { Icon } from './icon.tsx';
import { Menu, MenuItem } from './menu.tsx';
import { useNow } from './now.ts';
import { controlWords } from './words-control.ts';

const HOUR = 60;

/** The pauses there are: where, and for how many minutes (`null`: until told). */
const PAUSES = [
  { is: 'here-hour', everywhere: false, minutes: HOUR },
  { is: 'here', everywhere: false, minutes: null },
  { is: 'everywhere-hour', everywhere: true, minutes: HOUR },
  { is: 'everywhere', everywhere: true, minutes: null },
] as const;

/** Holds nothing back for a while, here or everywhere. */
export function PauseMenu({
  pause,
}: {
  readonly pause: (of: { readonly everywhere: boolean; readonly minutes: number | null }) => void;
}) {
  return (
    <Menu
      name={controlWords.pause()}
      worded
      look="button button-plain"
      kind="menu"
      opens="up"
      face={
        <>
          <Icon name="pause" />
          {controlWords.pause()}
        </>
      }
    >
      {(close) =>
        PAUSES.map(({ is, everywhere, minutes }) => (
          <MenuItem
            key={is}
            hooks={{ 'data-pause': is }}
            press={() => {
              close();
              pause({ everywhere, minutes });
            }}
          >
            {controlWords.pauses[is]()}
          </MenuItem>
        ))
      }
    </Menu>
  );
}

type Paused = NonNullable<ControlReport['pause']>;

function pausedText({ everywhere, until, why }: Paused, now: number): string {
  if (why === 'broken') return controlWords.noticeBroken();
  if (until === null) return everywhere ? controlWords.noticePausedEverywhere() : controlWords.noticePausedHere();
  const when = clockOrDay(until, now);
  return everywhere ? controlWords.noticePausedEverywhereUntil(when) : controlWords.noticePausedHereUntil(when);
}

/** While nothing is held back: since when, until when, why, and the press that ends it. */
export function PauseNotice({ of, resume }: { readonly of: Paused; readonly resume: () => void }) {
  const now = useNow();
  return (
    <div class="notice notice-does" data-notice={of.why === 'broken' ? 'broken' : 'paused'}>
      <p>{pausedText(of, now)}</p>
      <button type="button" class="button" data-resume onClick={resume}>
        {controlWords.resume()}
      </button>
    </div>
  );
}

/** Where Block cannot be carried out, because the pages redirect for ever without a number. */
export function LoopNotice({ at }: { readonly at: number }) {
  const now = useNow();
  return (
    <p class="notice" data-notice="loop">
      {controlWords.noticeLoop(date(at, now, 'long'))}
    </p>
  );
}
