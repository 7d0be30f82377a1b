import type { ControlSums } from '#core/control.ts';
import type { SiteReport } from '#core/report.ts';
import type { ComponentChildren } from 'preact';
import { figure } from './amounts.ts';
import { type EnforcedLine, givenSince, keptSince } from './enforced.ts';
import { Block, Fact } from './fact.tsx';
import { Figure } from './figure.tsx';
import { joinedText } from './join.ts';
import { Line } from './line.tsx';
import { controlWords } from './words-control.ts';
import { words } from './words.ts';

/** Times of single numbers that are named; more are told by the longest. */
const NAMED = 3;

/** After how many ms removed numbers were gone: each where few, else the longest. */
function afterText(removed: readonly EnforcedLine[], sums: ControlSums): string {
  const each = removed.flatMap(({ act }) => (act.outcome.is === 'removed' ? [Math.round(act.outcome.afterMs)] : []));
  const all = each.length === sums.removed && each.length <= NAMED;
  if (!all) return controlWords.afterAtMost(figure(Math.round(sums.longestMs)));
  const times = [...new Set(each)].toSorted((a, b) => a - b).map((ms) => figure(ms));
  return controlWords.after(joinedText(times));
}

/** Who set what was removed, and whether a request left meanwhile; only where every one of them is known. */
function Removed({ of, sums }: { readonly of: readonly EnforcedLine[]; readonly sums: ControlSums }) {
  const removed = of.filter(({ act }) => act.outcome.is === 'removed');
  const known = removed.length === sums.removed;
  const byScript = known && removed.every(({ act }) => act.setBy.how === 'script');
  const carried = removed.reduce((sum, { act }) => sum + (act.outcome.is === 'removed' ? act.outcome.carriedBy : 0), 0);
  return (
    <p>
      <Figure fact="removed" count={sums.removed} says={words.numbers} none={controlWords.none()} />
      {sums.removed > 0 && (
        <>
          {byScript ? controlWords.byScript() : ' '}
          {afterText(of, sums)}{' '}
          {known && (carried === 0 ? controlWords.noneLeft() : controlWords.leftMeanwhile(carried))}
        </>
      )}
    </p>
  );
}

function Counted({
  fact,
  count,
  says,
}: {
  readonly fact: string;
  readonly count: number;
  /** What is said after the figure, where it is not zero. */
  readonly says: ComponentChildren;
}) {
  return (
    <p>
      <Figure fact={fact} count={count} says={words.numbers} none={controlWords.none()} /> {count > 0 && says}
    </p>
  );
}

/** What became of the numbers from before the choice, as far as the latest acts tell. */
function FromBefore({ of }: { readonly of: readonly EnforcedLine[] }) {
  const failed = of.filter(({ act }) => act.outcome.is === 'failed').length;
  const gone = of.length - failed;
  return (
    <Fact name={controlWords.factBefore()}>
      {gone > 0 && (
        <p>
          <b data-fact="before-gone">{words.numbers(gone)}</b> {controlWords.takenAway()}
        </p>
      )}
      {failed > 0 && (
        <p>
          <b data-fact="before-failed">{words.numbers(failed)}</b> {controlWords.stillStored()}
        </p>
      )}
    </Fact>
  );
}

/** The sums of numbers given since the choice: prevented, removed, still there, came back. */
function Sums({ of, sums, whole }: { readonly of: SiteReport; readonly sums: ControlSums; readonly whole: boolean }) {
  const pages = <Figure fact="pages-since" count={sums.pages} says={words.pages} none={words.pages(0)} />;
  return (
    <>
      {whole && (
        <Fact name={controlWords.factGiven()}>
          <p>
            <Figure fact="given" count={sums.given} says={words.numbers} none={controlWords.none()} />{' '}
            {controlWords.overPages(pages)}
          </p>
        </Fact>
      )}
      <Fact name={controlWords.factPrevented()}>
        <Counted fact="prevented" count={sums.prevented} says={controlWords.neverStored()} />
      </Fact>
      <Fact name={controlWords.factRemoved()}>
        <Removed of={givenSince(of.control)} sums={sums} />
      </Fact>
      <Fact name={controlWords.factFailed()}>
        <Counted fact="failed" count={sums.failed} says={controlWords.stillStored()} />
      </Fact>
      {whole && (
        <Fact name={controlWords.factCarried()}>
          <p>
            {controlWords.carriedOne(
              <Figure
                fact="carried-by"
                count={sums.carriedBy}
                says={controlWords.requests}
                none={controlWords.noRequest()}
              />,
            )}
          </p>
        </Fact>
      )}
      <Fact name={controlWords.factCameBack()}>
        <Counted fact="came-back" count={sums.cameBack} says={controlWords.setAgain()} />
      </Fact>
    </>
  );
}

/** What came of Block, every figure by a fresh look. */
export function Outcomes({ of }: { readonly of: SiteReport }) {
  const { sums } = of.control;
  const before = keptSince(of.control);
  const some = sums !== null && (sums.given > 0 || sums.cameBack > 0);
  if (!some && before.length === 0) return null;
  return (
    <Block id="outcomes" head={controlWords.outcomesHead()}>
      {before.length > 0 && <FromBefore of={before} />}
      {some && <Sums of={of} sums={sums} whole={false} />}
    </Block>
  );
}

/** The same on one line that opens, where something else is the news. */
export function OutcomesLine({ of }: { readonly of: SiteReport }) {
  const { sums } = of.control;
  if (sums === null || sums.given === 0) return null;
  return (
    <section class="block">
      <div class="lines">
        <Line kind="outcomes" says={<h2>{controlWords.outcomesHead()}</h2>}>
          <div class="outcome-facts">
            <Sums of={of} sums={sums} whole />
          </div>
        </Line>
      </div>
    </section>
  );
}
