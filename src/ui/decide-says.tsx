import type { LeftAlone, SiteReport } from '#core/report.ts';
import type { ComponentChildren } from 'preact';
import { clockOrDay, day } from './amounts.ts';
import { Icon, type IconName } from './icon.tsx';
import { joinedText } from './join.ts';
import { useNow } from './now.ts';
import { resetText } from './rhythm.tsx';
import { GLYPHS, hasNumber, inForce, standingOfMode } from './standing.ts';
import { controlWords } from './words-control.ts';

/** Kinds whose values a person misses when they go. */
const MISSED = ['login', 'cart', 'preference', 'consent', 'security'] as const satisfies readonly LeftAlone['kind'][];

/** What Block leaves as it is here, in a sentence; only what is there and what the person did not choose otherwise. */
function leavesText({ leftAlone }: SiteReport): string {
  const kept = leftAlone.filter(({ control }) => control.decision.verdict === 'keep');
  const left = new Set<LeftAlone['kind']>(kept.map(({ kind }) => kind));
  const kinds = MISSED.filter((kind) => left.has(kind)).map((kind) => controlWords.yours[kind]());
  if (kinds.length === 0) return controlWords.onlyNumbers();
  return (kinds.length === 1 ? controlWords.leavesOne : controlWords.leavesMany)(joinedText(kinds));
}

function Name({ children }: { readonly children: ComponentChildren }) {
  return <b data-fact="mode">{children}</b>;
}

/** When a replaced number is followed by the next. */
function nextText({ control }: SiteReport, now: number): string {
  const choice = inForce(control);
  if (choice?.mode !== 'reset') return '';
  switch (choice.rhythm.every) {
    case 'visit':
      return controlWords.nextVisit();
    case 'session':
      return controlWords.nextSession();
    case 'hours':
      return control.nextReset === null
        ? controlWords.nextVisit()
        : controlWords.nextAfter(day(control.nextReset, now));
  }
}

/** What is said of an undecided site: what becomes of its number until the person chooses. */
export function UndecidedSays({ of }: { readonly of: SiteReport }) {
  const name = <Name>{controlWords.standing.undecided()}</Name>;
  switch (hasNumber(of)) {
    case 'held':
      return <>{controlWords.undecidedHeld(name)}</>;
    case 'kept':
      return <>{of.control.mode === 'ask' ? controlWords.undecidedKeptAsk(name) : controlWords.undecidedKept(name)}</>;
    case 'none':
      return <>{of.control.mode === 'ask' ? controlWords.undecidedWillHold(name) : controlWords.undecidedNone(name)}</>;
  }
}

interface Said {
  readonly icon: IconName;
  readonly says: ComponentChildren;
}

function said(of: SiteReport, now: number): Said {
  const { control } = of;
  const { pause, chosen } = control;
  if (pause !== null) {
    const name =
      pause.until === null ? controlWords.standing.paused() : controlWords.pausedUntil(clockOrDay(pause.until, now));
    return { icon: 'pause', says: controlWords.pausedSays(<Name>{name}</Name>) };
  }
  const choice = inForce(control);
  if (chosen === null || choice === null) return { icon: 'undecided', says: <UndecidedSays of={of} /> };
  const since = day(chosen.at, now);
  const icon = GLYPHS[standingOfMode(choice.mode)];
  switch (choice.mode) {
    case 'allow':
      return { icon, says: controlWords.allowedSince(<Name>{controlWords.standing.allowed()}</Name>, since) };
    case 'block': {
      const name = <Name>{controlWords.standing.blocked()}</Name>;
      return { icon, says: controlWords.blockedSince(name, since, leavesText(of)) };
    }
    case 'reset': {
      const name = <Name>{resetText(choice.rhythm)}</Name>;
      if (chosen.loopAt !== null) return { icon, says: controlWords.resetLoop(name) };
      return { icon, says: controlWords.resetSays(name, nextText(of, now)) };
    }
  }
}

/** The line below the decision: what is, and then what will be; and the way back to undecided. */
export function DecideSays({ of, undecide }: { readonly of: SiteReport; readonly undecide: () => void }) {
  const { icon, says } = said(of, useNow());
  return (
    <p class="decide-says">
      <Icon name={icon} />
      <span>
        {says}{' '}
        {of.control.chosen !== null && (
          <button type="button" class="link" data-undecide onClick={undecide} title={controlWords.undecideSays()}>
            {controlWords.undecide()}
          </button>
        )}
      </span>
    </p>
  );
}
