import type { ControlSums } from '#core/control.ts';
import type { NumberReport, SiteReport } from '#core/report.ts';
import { becauseText } from '#ui/because.tsx';
import { clock, day } from '#ui/amounts.ts';
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

/** Over how many pages, since when, and whether a request carried one. */
function Since({ of, sums }: { readonly of: SiteReport; readonly sums: ControlSums }) {
  const now = useNow();
  const pages = <Figure fact="pages-since" count={sums.pages} says={words.pages} none={words.pages(0)} />;
  const requests = (
    <Figure fact="carried-by" count={sums.carriedBy} says={controlWords.requests} none={controlWords.noRequest()} />
  );
  const at = of.control.chosen?.at ?? sums.since;
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const newcomer = sums.given > 0 && sums.failed === 0 && ownNumbers(of).length === 0;
  return (
    <p class="lead">
      {today ? controlWords.overToday(pages, clock(at)) : controlWords.overSince(pages, day(at, now))}{' '}
      {newcomer && `${controlWords.newcomer()} `}
      {sums.given > 0 && controlWords.carriedOne(requests)}
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
        <h1 class="lead-name">{own === undefined ? controlWords.handedOutNone() : controlWords.stillKnowsYou()}</h1>
      )}
      {given.length > 0 && <Wall of={given.map(({ act }) => act.number)} />}
      {own !== undefined && <StillKnown of={own} />}
      {given.length === 0 && own === undefined && <EmptyTag />}
      {sums !== null && <Since of={of} sums={sums} />}
    </>
  );
}

/** The latest of them, each with its evidence, and what the site knew the person as before. */
export function BlockedLast({ of, openPage }: { readonly of: SiteReport; readonly openPage: (path: string) => void }) {
  const now = useNow();
  const given = givenSince(of.control);
  const before = of.past.find(({ party, ended }) => party === 'first' && ended?.how === 'blocked');
  if (given.length === 0 && before === undefined) return null;
  return (
    <Block id="last" head={controlWords.lastOnes()} aside={<span class="soft small">{words.newestFirst()}</span>}>
      {given.length > 0 && <LastOnes of={given} />}
      {before?.ended != null && (
        <Note>
          {controlWords.knewYouAs(
            day(before.ended.at, now),
            <NumberCut value={before.number} />,
            words.visits(before.total.visits),
          )}{' '}
          <DiaryLink of={of.domain} openPage={openPage}>
            {controlWords.thatRecord()}
          </DiaryLink>
        </Note>
      )}
    </Block>
  );
}
