import type { ControlSums } from '#core/control.ts';
import type { NumberReport, SiteReport } from '#core/report.ts';
import { becauseText } from '#ui/because.tsx';
import { clock, clockOrDay, day } from '#ui/amounts.ts';
import { type EnforcedLine, givenSince } from '#ui/enforced.ts';
import { Block } from '#ui/fact.tsx';
import { Figure } from '#ui/figure.tsx';
import { Note } from '#ui/icon.tsx';
import { LastOnes } from '#ui/last-ones.tsx';
import { useNow } from '#ui/now.ts';
import { NumberCut } from '#ui/number.tsx';
import { EmptyTag, Tag } from '#ui/tag.tsx';
import { Wall } from '#ui/wall.tsx';
import { controlWords } from '#ui/words-control.ts';
import { words } from '#ui/words.ts';
import { DiaryLink } from './head.tsx';
import { ownNumbers } from './view-of.ts';

/** How many were kept, as far as was looked up. */
function keptText({ failed }: ControlSums): string {
  return failed === 0 ? controlWords.noneKept() : controlWords.someKept(failed);
}

/** Whether all of them are known to be the site's own. */
function onlyItsOwn(given: readonly EnforcedLine[]): boolean {
  return given.length > 0 && given.every(({ act }) => act.party === 'first');
}

function Heading({ sums, given }: { readonly sums: ControlSums; readonly given: readonly EnforcedLine[] }) {
  const numbers = (
    <span data-fact="given" class="nowrap">
      {words.numbers(sums.given)}
    </span>
  );
  const says = onlyItsOwn(given) ? controlWords.siteHandedOut(numbers) : controlWords.handedOutHere(numbers);
  return (
    <h1 class="lead-name">
      {says} {keptText(sums)}
    </h1>
  );
}

/** When the choice was made, within a sentence. */
function When({ at }: { readonly at: number }) {
  const now = useNow();
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return <span class="nowrap">{today ? controlWords.todayAt(clock(at)) : controlWords.onDay(day(at, now))}</span>;
}

/** Over how many pages, since when, and whether a request carried one. */
function Since({ of, sums }: { readonly of: SiteReport; readonly sums: ControlSums }) {
  const when = <When at={of.control.chosen?.at ?? sums.since} />;
  const pages = <Figure fact="pages-since" count={sums.pages} says={words.pages} none={controlWords.noPage()} />;
  const newcomer = sums.failed === 0 && ownNumbers(of).length === 0;
  if (sums.pages === 0 && sums.given === 0) return <p class="lead">{controlWords.noPageSince(pages, when)}</p>;
  if (sums.given === 0) {
    const none = <Figure fact="given" count={0} says={words.numbers} none={controlWords.noNumber()} />;
    return <p class="lead">{controlWords.noneSince(none, pages, when)}</p>;
  }
  return (
    <p class="lead">
      {controlWords.overSince(pages, when)} {newcomer && `${controlWords.newcomer()} `}
      {controlWords.carriedOne(
        <Figure
          fact="carried-by"
          count={sums.carriedBy}
          says={controlWords.requests}
          none={controlWords.noRequest()}
        />,
      )}
    </p>
  );
}

/** A number of its own that is at work although the site is blocked: the one it is, and why. */
function StillKnown({ of }: { readonly of: NumberReport }) {
  return (
    <>
      <Tag of={of} fact="number" />
      <p class="lead">
        {controlWords.stillKnown()}{' '}
        {of.control !== null && of.control.decision.verdict !== 'block' && becauseText(of.control.decision.because)}
      </p>
    </>
  );
}

/** The opening for a blocked site: how many numbers it handed out, and how many were kept. */
export function BlockedLead({ of }: { readonly of: SiteReport }) {
  const { sums } = of.control;
  const [own] = ownNumbers(of);
  const given = givenSince(of.control);
  const some = sums !== null && sums.given > 0;
  return (
    <>
      {some ? (
        <Heading sums={sums} given={given} />
      ) : (
        <h1 class="lead-name">{own === undefined ? controlWords.noneKeptHere() : controlWords.stillKnowsYou()}</h1>
      )}
      {given.length > 0 && <Wall of={given.map(({ act }) => act.number)} />}
      {own !== undefined && <StillKnown of={own} />}
      {given.length === 0 && own === undefined && <EmptyTag />}
      {sums !== null && <Since of={of} sums={sums} />}
    </>
  );
}

/** What the site knew the person as before. */
function Before({
  of,
  ended,
  openPage,
}: {
  readonly of: SiteReport;
  readonly ended: NumberReport;
  readonly openPage: (path: string) => void;
}) {
  const now = useNow();
  return (
    <Note>
      {controlWords.knewYouAs(
        clockOrDay(ended.ended?.at ?? ended.lastSeen, now),
        <NumberCut value={ended.number} />,
        words.visits(ended.total.visits),
      )}{' '}
      <DiaryLink of={of.domain} openPage={openPage}>
        {controlWords.thatRecord()}
      </DiaryLink>
    </Note>
  );
}

/** The latest of them, each with its evidence, and what the site knew the person as before. */
export function BlockedLast({ of, openPage }: { readonly of: SiteReport; readonly openPage: (path: string) => void }) {
  const given = givenSince(of.control);
  const ended = of.past.find((number) => number.party === 'first' && number.ended?.how === 'blocked');
  const before = ended !== undefined && <Before of={of} ended={ended} openPage={openPage} />;
  if (given.length === 0) return before === false ? null : <section class="block">{before}</section>;
  return (
    <Block id="last" head={controlWords.lastOnes()} aside={<span class="soft small">{words.newestFirst()}</span>}>
      <LastOnes of={given} />
      {before}
    </Block>
  );
}
