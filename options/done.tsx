import type { ControlReport, ControlSums, TakenNumber } from '#core/control.ts';
import type { Domain } from '#core/site.ts';
import { ask } from '#messages/ask.ts';
import { shortTime } from '#ui/act-told.tsx';
import { clockOrDay, day, figure } from '#ui/amounts.ts';
import { Basis } from '#ui/basis.tsx';
import { joinedText } from '#ui/join.ts';
import { useNow } from '#ui/now.ts';
import { NumberCut } from '#ui/number.tsx';
import { StoredIn } from '#ui/number-facts.tsx';
import { Picture } from '#ui/picture.tsx';
import { words } from '#ui/words.ts';
import { optionWords } from '#ui/words-options.ts';
import type { Doing } from './use-doing.ts';

/** What became of the numbers, only what there is of each: `38 prevented and 2 removed after 9 ms at most`. */
function outcomesText(of: ControlSums): string {
  const outcomes = [
    of.prevented > 0 && optionWords.donePrevented(figure(of.prevented)),
    of.removed > 0 && optionWords.doneRemoved(figure(of.removed), shortTime(of.longestMs)),
    of.failed > 0 && optionWords.doneFailed(figure(of.failed)),
  ];
  return joinedText(outcomes.filter((text) => text !== false));
}

/** What came of the choice since it was made, each figure with its unit, and how it is known. */
export function Sums({ of }: { readonly of: ControlSums }) {
  const since = day(of.since, useNow());
  const pages = <b class="nowrap">{words.pages(of.pages)}</b>;
  if (of.given === 0) return <p>{optionWords.doneNone(since, pages)}</p>;
  return (
    <>
      <p>
        {optionWords.doneSums(since, pages, <b class="nowrap">{words.numbers(of.given)}</b>, outcomesText(of))}{' '}
        {of.carriedBy === 0 ? optionWords.doneCarriedNone() : optionWords.doneCarried(of.carriedBy)}{' '}
        {of.cameBack > 0 && optionWords.doneCameBack(of.cameBack)}
      </p>
      <p>
        <Basis how="measured" says={optionWords.doneLookedUp()} />
      </p>
    </>
  );
}

/** Numbers that wait for the decision: neither stored nor sent meanwhile. */
export function HeldList({ of }: { readonly of: readonly TakenNumber[] }) {
  const now = useNow();
  return (
    <ul>
      {of.map(({ key, number, identifier, at }) => (
        <li key={key} class="held">
          <Picture of={number} size="s" />
          <div>
            <NumberCut value={number} />
            <small class="soft small">
              <StoredIn identifier={identifier} />; {optionWords.heldOn(day(at, now))}
            </small>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The pause that holds here, with the press that ends it; or the two ways to pause. */
export function PauseHere({
  of,
  domain,
  run,
}: {
  readonly of: ControlReport['pause'];
  readonly domain: Domain;
  readonly run: Doing['run'];
}) {
  const now = useNow();
  const pauseFor = (minutes: number | null) => run(async () => await ask('pause', { domain, minutes }));
  if (of !== null) {
    const until =
      of.until === null ? optionWords.pausedUntilPressed() : optionWords.pausedUntil(clockOrDay(of.until, now));
    return (
      <div class="pause-here">
        <p>
          {of.everywhere && `${optionWords.pausedEverywhere()} `}
          {until}
        </p>
        <button
          type="button"
          class="button"
          onClick={() => run(async () => await ask('resume', { domain: of.everywhere ? null : domain }))}
        >
          {optionWords.resume()}
        </button>
      </div>
    );
  }
  return (
    <div class="pause-here">
      <p class="soft">{optionWords.pauseHereSays()}</p>
      <button type="button" class="button" onClick={() => pauseFor(60)}>
        {optionWords.forAnHour()}
      </button>
      <button type="button" class="button" onClick={() => pauseFor(null)}>
        {optionWords.untilPressed()}
      </button>
    </div>
  );
}
