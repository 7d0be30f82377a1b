import { hostOf, identifierKey, nameOf } from '#core/identifier.ts';
import type { NumberReport, SiteReport } from '#core/report.ts';
import { clockOrDay } from '#ui/amounts.ts';
import { BringBack, type BringsBack, canComeBack } from '#ui/bring-back.tsx';
import { type EnforcedLine, replacedAt } from '#ui/enforced.ts';
import { Block, Fact } from '#ui/fact.tsx';
import { Figure } from '#ui/figure.tsx';
import { Icon } from '#ui/icon.tsx';
import { joined } from '#ui/join.ts';
import { useNow } from '#ui/now.ts';
import { Given, NumberCut } from '#ui/number.tsx';
import { NumberFacts, tallyList, untilText } from '#ui/number-facts.tsx';
import { Picture } from '#ui/picture.tsx';
import { ShortList } from '#ui/short-list.tsx';
import { EmptyTag, Tag } from '#ui/tag.tsx';
import { controlWords } from '#ui/words-control.ts';
import { words } from '#ui/words.ts';

/** Places that are named; of more, only how many. */
const NAMED = 3;

/** The opening where the latest number was replaced: what it was, and what it is. */
export function ReplacedLead({ old, now: next }: { readonly old: NumberReport; readonly now: NumberReport | null }) {
  const now = useNow();
  return (
    <>
      <h1 class="lead-name">{next === null ? controlWords.wasTaken() : controlWords.wasReplaced()}</h1>
      <div class="before-after">
        <Tag of={old} fact="before">
          {controlWords.until(clockOrDay(old.ended?.at ?? old.lastSeen, now), tallyList(old.total))}
        </Tag>
        <Icon name="falling" />
        {next === null ? (
          <EmptyTag />
        ) : (
          <Tag of={next} fact="after">
            {controlWords.since(clockOrDay(next.since, now), tallyList(next.total))}
          </Tag>
        )}
      </div>
      <p class="lead">{next === null ? controlWords.noneYet() : controlWords.somebodyNew()}</p>
    </>
  );
}

/** Where it was replaced: each place once, by a fresh look. */
function Places({ of }: { readonly of: readonly EnforcedLine[] }) {
  const places = new Map(of.map(({ act }) => [identifierKey(act.identifier), act.identifier]));
  const all = [...places.values()];
  const named = all.slice(0, all.length > NAMED + 1 ? NAMED : all.length).map((identifier) =>
    controlWords.place(
      words.where[identifier.area](),
      <span class="number">
        <Given text={nameOf(identifier)} />
      </span>,
    ),
  );
  const rest = all.length - named.length;
  return <p>{controlWords.inPlaces(joined([...named, ...(rest > 0 ? [controlWords.morePlaces(rest)] : [])]))}</p>;
}

/** What happened, looked up afterwards: where it was replaced, whether it came back, what may connect the two. */
export function ReplacedFacts({
  of,
  old,
  now: next,
  back,
}: {
  readonly of: SiteReport;
  readonly old: NumberReport;
  readonly now: NumberReport | null;
  readonly back: BringsBack;
}) {
  const acts = replacedAt(of.control, old.ended?.at ?? 0);
  const gone = acts.filter(({ act }) => act.outcome.is !== 'failed');
  const still = acts.filter(({ act }) => act.outcome.is === 'failed');
  const again = of.control.acts.filter(({ act }) => act.type === 'came-back' && act.number === old.number).length;
  const signedIn = of.leftAlone.some(({ kind, control }) => kind === 'login' && control.decision.verdict === 'keep');
  const taken = canComeBack(of.control.taken, back).find(({ number }) => number === old.number);
  return (
    <Block id="outcomes" head={controlWords.outcomesHead()}>
      {gone.length > 0 && (
        <Fact name={next === null ? controlWords.factRemoved() : controlWords.factReplaced()}>
          <Places of={gone} />
        </Fact>
      )}
      {still.length > 0 && (
        <Fact name={controlWords.factFailed()}>
          <Places of={still} />
        </Fact>
      )}
      <Fact name={controlWords.factCameBack()}>
        <p>
          <Figure fact="came-back" count={again} says={words.times} none={controlWords.no()} />{' '}
          {again === 0 && next !== null && next.total.requests > 0 && controlWords.carriedNew(next.total.requests)}
        </p>
      </Fact>
      {signedIn && next !== null && (
        <Fact name={controlWords.factConnect()}>
          <p>{controlWords.signedIn()}</p>
        </Fact>
      )}
      {taken !== undefined && (
        <p>
          <BringBack of={taken} does={back} look="link more">
            {controlWords.bringOldBack()}
          </BringBack>
        </p>
      )}
    </Block>
  );
}

function EarlierNumber({ of }: { readonly of: NumberReport }) {
  const now = useNow();
  return (
    <li class="other">
      <details>
        <summary>
          <Picture of={of.number} size="s" />
          <span class="other-says">
            <NumberCut value={of.number} />
            <span class="soft small">{untilText(of, now)}</span>
          </span>
          <Icon name="right" />
        </summary>
        <NumberFacts of={of} />
      </details>
    </li>
  );
}

/** The numbers before the two that the opening shows. */
export function Earlier({ of, old }: { readonly of: SiteReport; readonly old: NumberReport }) {
  const earlier = of.past.filter(({ key, party }) => key !== old.key && party === 'first');
  return (
    <Block id="earlier" head={controlWords.earlierHead()}>
      {earlier.length === 0 ? (
        <p class="soft">{controlWords.noneEarlier()}</p>
      ) : (
        <ShortList
          of={earlier}
          show={3}
          kind="last-ones"
          more={words.moreNumbers}
          entry={(number) => (
            <EarlierNumber key={`${number.key} ${hostOf(number.identifier)} ${number.since}`} of={number} />
          )}
        />
      )}
    </Block>
  );
}
