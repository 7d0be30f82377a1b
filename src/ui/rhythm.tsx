import { MAX_HOURS, type Rhythm } from '#core/mode.ts';
import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { controlWords } from './words-control.ts';

const HOURS_A_DAY = 24;
const DEFAULT_DAYS = 7;

type Unit = 'days' | 'hours';

/** How often, in the largest unit that is whole. */
function inUnits(hours: number): { readonly count: number; readonly unit: Unit } {
  return hours % HOURS_A_DAY === 0 ? { count: hours / HOURS_A_DAY, unit: 'days' } : { count: hours, unit: 'hours' };
}

/** A rhythm as a person says it: `Reset every 7 days`. */
export function resetText(rhythm: Rhythm): string {
  switch (rhythm.every) {
    case 'visit':
      return controlWords.resetVisit();
    case 'session':
      return controlWords.resetSession();
    case 'hours': {
      const { count, unit } = inUnits(rhythm.hours);
      return unit === 'days' ? controlWords.resetDays(count) : controlWords.resetHours(count);
    }
  }
}

function Option({
  rhythm,
  chosen,
  press,
}: {
  readonly rhythm: 'now' | 'visit' | 'session';
  readonly chosen: boolean;
  readonly press: () => void;
}) {
  return (
    <button type="button" class="menu-item" aria-pressed={chosen} data-rhythm={rhythm} onClick={press}>
      <Icon name="check" />
      <span>{controlWords.rhythm[rhythm]()}</span>
    </button>
  );
}

/** Every so many days or hours: a field, a unit and a press. */
function EverySoOften({
  chosen,
  choose,
}: {
  readonly chosen: number | null;
  readonly choose: (rhythm: Rhythm) => void;
}) {
  const now = inUnits(chosen ?? DEFAULT_DAYS * HOURS_A_DAY);
  const [count, setCount] = useState(String(now.count));
  const [unit, setUnit] = useState<Unit>(now.unit);
  const most = unit === 'days' ? MAX_HOURS / HOURS_A_DAY : MAX_HOURS;
  return (
    <form
      class="menu-item menu-form"
      data-chosen={chosen !== null}
      onSubmit={(event) => {
        event.preventDefault();
        // The field's own limits have been checked: a form that breaks them is not submitted.
        choose({ every: 'hours', hours: Number(count) * (unit === 'days' ? HOURS_A_DAY : 1) });
      }}
    >
      <Icon name="check" />
      <span>
        {controlWords.rhythmEvery(
          <input
            type="number"
            required
            min="1"
            max={String(most)}
            step="1"
            value={count}
            aria-label={controlWords.howMany()}
            data-rhythm-count
            onInput={({ currentTarget }) => setCount(currentTarget.value)}
          />,
          <select
            value={unit}
            aria-label={controlWords.unit()}
            data-rhythm-unit
            onChange={({ currentTarget }) => setUnit(currentTarget.value === 'hours' ? 'hours' : 'days')}
          >
            <option value="days">{controlWords.unitDays()}</option>
            <option value="hours">{controlWords.unitHours()}</option>
          </select>,
        )}
      </span>
      <button type="submit" class="button" data-rhythm="hours">
        {controlWords.set()}
      </button>
    </form>
  );
}

/** When the number is replaced: now, with every visit or session, or every so often. */
export function RhythmMenu({
  chosen,
  look,
  face,
  worded = false,
  choose,
  resetNow,
}: {
  /** The rhythm in force; `null`: Reset is not chosen. */
  readonly chosen: Rhythm | null;
  readonly look: string;
  readonly face?: string;
  readonly worded?: boolean;
  readonly choose: (rhythm: Rhythm) => void;
  /** Absent where a number cannot be replaced on the spot. */
  readonly resetNow?: () => void;
}) {
  return (
    <Menu
      name={controlWords.whenToReset()}
      title={controlWords.whenToReset()}
      face={face ?? <Icon name="down" />}
      worded={worded}
      look={look}
      kind="panel"
    >
      {(close) => {
        const pick = (rhythm: Rhythm) => {
          close();
          choose(rhythm);
        };
        return (
          <>
            {resetNow !== undefined && (
              <Option
                rhythm="now"
                chosen={false}
                press={() => {
                  close();
                  resetNow();
                }}
              />
            )}
            <Option rhythm="visit" chosen={chosen?.every === 'visit'} press={() => pick({ every: 'visit' })} />
            <Option rhythm="session" chosen={chosen?.every === 'session'} press={() => pick({ every: 'session' })} />
            <EverySoOften chosen={chosen?.every === 'hours' ? chosen.hours : null} choose={pick} />
          </>
        );
      }}
    </Menu>
  );
}
