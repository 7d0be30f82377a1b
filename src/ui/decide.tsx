import type { Choice } from '#core/mode.ts';
import type { SiteReport } from '#core/report.ts';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { DecideSays, UndecidedSays } from './decide-says.tsx';
import { Icon } from './icon.tsx';
import { RhythmMenu } from './rhythm.tsx';
import { hasNumber, inForce } from './standing.ts';
import { controlWords } from './words-control.ts';

type Deciding = Choice['mode'];

/** What a press on the decision does; each acts at once, and the next report shows what came of it. */
export interface Decides {
  readonly choose: (choice: Choice | null) => void;
  readonly resetNow: () => void;
}

const ORDER: readonly Deciding[] = ['allow', 'block', 'reset'];

/** What a press on each chooses; Reset means with every visit until another rhythm is chosen. */
const CHOICES: Readonly<Record<Deciding, Choice>> = {
  allow: { mode: 'allow' },
  block: { mode: 'block' },
  reset: { mode: 'reset', rhythm: { every: 'visit' } },
};

/** How many radios further an arrow key leads. */
function stepOf(key: string, group: Element): number {
  const along = getComputedStyle(group).direction === 'rtl' ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return along;
    case 'ArrowLeft':
      return -along;
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
  }
  return 0;
}

/**
 * Arrow keys move the focus and choose nothing: a choice acts at once, and passing over Block on the way to Reset must
 * not block. @see https://www.w3.org/WAI/ARIA/apg/patterns/radio/ (radio group in a toolbar)
 */
function moveFocus(event: KeyboardEvent): void {
  const group = event.currentTarget;
  if (!(group instanceof Element) || !(event.target instanceof Element) || !event.target.matches('[role=radio]'))
    return;
  const radios = [...group.querySelectorAll<HTMLElement>('[role=radio]')];
  const step = stepOf(event.key, group);
  if (step === 0) return;
  event.preventDefault();
  radios.at((radios.findIndex((radio) => radio === event.target) + step) % radios.length)?.focus();
}

/** One of the three. */
function Radio({
  mode,
  chosen,
  describedBy,
  press,
  children,
}: {
  readonly mode: Deciding;
  readonly chosen: Deciding | null;
  readonly describedBy?: string;
  readonly press: (choice: Choice) => void;
  readonly children: ComponentChildren;
}) {
  const checked = mode === chosen;
  return (
    <button
      type="button"
      role="radio"
      aria-checked={checked}
      aria-describedby={describedBy}
      tabIndex={mode === (chosen ?? 'allow') ? 0 : -1}
      data-decide={mode}
      onClick={() => {
        if (!checked) press(CHOICES[mode]);
      }}
    >
      <Icon name={mode} />
      {children}
    </button>
  );
}

/** The decision about a site: three radios, the menu of when beside Reset, and a line that says what is. */
function Decide({ of, does }: { readonly of: SiteReport; readonly does: Decides }) {
  const choice = inForce(of.control);
  const chosen = choice?.mode ?? null;
  const rhythm = choice?.mode === 'reset' ? choice.rhythm : null;
  return (
    <div class="decide">
      <div class={chosen === null ? 'segments segments-undecided' : 'segments'}>
        <div class="segment-radios" role="radiogroup" aria-label={controlWords.decideName()} onKeyDown={moveFocus}>
          {ORDER.map((mode) => (
            <Radio key={mode} mode={mode} chosen={chosen} press={does.choose}>
              {controlWords.decide[mode]()}
            </Radio>
          ))}
        </div>
        <RhythmMenu
          chosen={rhythm}
          look={rhythm === null ? 'segment-when' : 'segment-when segment-chosen'}
          choose={(every) => does.choose({ mode: 'reset', rhythm: every })}
          resetNow={does.resetNow}
        />
      </div>
      <DecideSays of={of} undecide={() => does.choose(null)} />
    </div>
  );
}

/** What each will do, where the number is kept, held or not there yet. */
function willDo(mode: Deciding, of: SiteReport): string {
  switch (mode) {
    case 'allow':
      return hasNumber(of) === 'held' ? controlWords.allowHeld() : controlWords.allowKept();
    case 'block':
      return controlWords.blockWill();
    case 'reset':
      return controlWords.resetWill();
  }
}

/** The same decision where nothing was decided yet: each of the three says what it will do. */
function Choices({ of, does }: { readonly of: SiteReport; readonly does: Decides }) {
  const id = useId();
  return (
    <div class="decide">
      <p id={id} class="decide-undecided">
        <UndecidedSays of={of} />
      </p>
      <div class="choices" role="radiogroup" aria-labelledby={id} onKeyDown={moveFocus}>
        {ORDER.map((mode) => (
          <div key={mode} class="choice">
            <Radio mode={mode} chosen={null} describedBy={`${id}-${mode}`} press={does.choose}>
              {mode === 'reset' ? controlWords.resetVisit() : controlWords.decide[mode]()}
            </Radio>
            <div class="choice-says">
              <span id={`${id}-${mode}`}>{willDo(mode, of)}</span>{' '}
              {mode === 'reset' && (
                <RhythmMenu
                  chosen={null}
                  look="link"
                  face={controlWords.anotherRhythm()}
                  worded
                  choose={(every) => does.choose({ mode: 'reset', rhythm: every })}
                  resetNow={does.resetNow}
                />
              )}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

/**
 * The decision in whichever form is right: explained where nothing was decided yet, else the three in a row. What was
 * pressed may be gone with the next report; the focus then goes to the decision, not to the top of the page.
 */
export function Decision({
  of,
  does,
  explained,
}: {
  readonly of: SiteReport;
  readonly does: Decides;
  /** Whether there is time to explain. */
  readonly explained: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const focused = useRef(false);
  const form = of.control.chosen === null ? 'none' : JSON.stringify(of.control.chosen);
  useLayoutEffect(() => {
    const lost = focused.current && document.activeElement === document.body;
    if (lost) box.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus();
  }, [form]);
  return (
    <div
      ref={box}
      onFocusIn={() => {
        focused.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget !== null) focused.current = false;
      }}
    >
      {explained && of.control.chosen === null && of.control.pause === null ? (
        <Choices of={of} does={does} />
      ) : (
        <Decide of={of} does={does} />
      )}
    </div>
  );
}
