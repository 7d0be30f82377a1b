import { AlsoOn } from './also-on.tsx';
import { followedWords } from './words-followed.ts';
import { hostOf, type Identifier, nameOf } from '#core/identifier.ts';
import type { CookieSays, NumberReport, Tally } from '#core/report.ts';
import type { ComponentChildren } from 'preact';
import { day, durationExactly } from './amounts.ts';
import { Basis } from './basis.tsx';
import { becauseText } from './because.tsx';
import { Correct } from './correct.tsx';
import { joinedText, listed } from './join.ts';
import { useNow } from './now.ts';
import { Given, MarkedValue, NumberWhole } from './number.tsx';
import { Reasons } from './reasons.tsx';
import { Recipients } from './recipients.tsx';
import { lasts, Setter } from './setter.tsx';
import { standingOf } from './standing.ts';
import { TakenFor } from './taken-for.tsx';
import { TryVisits } from './try.tsx';
import { controlWords } from './words-control.ts';
import { toldWords } from './words-told.ts';
import { whyWords } from './words-why.ts';
import { words } from './words.ts';

/** Where a value is stored: what kind of place, under which name, whose. */
export function StoredIn({ identifier }: { readonly identifier: Identifier }) {
  const name = <Given text={nameOf(identifier)} />;
  return (
    <>{words.storedIn(words.where[identifier.area](), <code>{name}</code>, <Given text={hostOf(identifier)} />)}</>
  );
}

/** Counts in words, only what there is of each. */
function tallyTexts({ visits, searches, orders }: Tally): readonly string[] {
  return [
    visits > 0 && words.visits(visits),
    searches > 0 && words.searches(searches),
    orders > 0 && words.orders(orders),
  ].filter((text) => text !== false);
}

/** In a sentence: `14 visits, 6 searches and 2 orders`. */
export function tallyText(of: Tally): string {
  const all = tallyTexts(of);
  return all.length === 0 ? words.nothing() : joinedText(all);
}

/** On a badge: `14 visits, 6 searches, 2 orders`. */
export function tallyList(of: Tally): string {
  const all = tallyTexts(of);
  return all.length === 0 ? words.nothing() : listed(all);
}

/** Until when a number is at work, or when and how it ended. */
export function untilText(of: NumberReport, now: number): string {
  if (of.ended === null) return lasts(of.expires, of.identifier.area);
  return words.until[of.ended.how](day(of.ended.at, now));
}

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}

/** What is decided about a number at work, and why. */
function Decided({ of }: { readonly of: NonNullable<NumberReport['control']> }) {
  const now = useNow();
  return (
    <Row name={controlWords.factDecided()}>
      {controlWords.standing[standingOf(of.decision)]()}
      <small>
        {of.chosen === null ? becauseText(of.decision.because) : controlWords.chosenForThisOn(day(of.chosen.at, now))}
      </small>
    </Row>
  );
}

/** What the cookie itself says, which holds since before Known As came too. */
function Says({ of: { firstVisit, lastVisit, visits } }: { readonly of: CookieSays }) {
  const now = useNow();
  const texts = [
    firstVisit !== undefined && toldWords.firstVisit(day(firstVisit, now)),
    lastVisit !== undefined && toldWords.lastVisit(day(lastVisit, now)),
    visits !== undefined && toldWords.visits(visits),
  ].filter((text) => text !== false);
  return (
    <Row name={toldWords.factSays()}>
      {listed(texts)}
      <small>
        <Basis how="stated" />
      </small>
    </Row>
  );
}

/** All that is known of one number, as a table; `whole` leaves out the value where it already stands above. */
export function NumberFacts({ of, whole = true }: { readonly of: NumberReport; readonly whole?: boolean }) {
  const now = useNow();
  const since = day(of.since, now);
  return (
    <div class="evidence">
      <table class="evidence-table">
        <tbody>
          {whole && (
            <Row name={words.factNumber()}>
              <NumberWhole value={of.number} />
              {of.value !== of.number && (
                <small>
                  {words.storedAs()} <MarkedValue value={of.value} number={of.number} />
                </small>
              )}
            </Row>
          )}
          {!whole && (
            <Row name={whyWords.factPart()}>
              {of.value === of.number ? whyWords.wholeValue() : <MarkedValue value={of.value} number={of.number} />}
            </Row>
          )}
          <Row name={whyWords.factKind()}>
            <TakenFor of={of} said={of.control?.said ?? null} />
          </Row>
          <Row name={words.factStored()}>
            <StoredIn identifier={of.identifier} />
          </Row>
          <Row name={words.factSince()}>{of.setBy.how === 'found' ? words.foundOn(since) : since}</Row>
          {of.says !== null && <Says of={of.says} />}
          <Row name={words.factSetBy()}>
            <Setter by={of.setBy} />
          </Row>
          {of.control !== null && <Decided of={of.control} />}
          <Row name={words.factLasts()}>{untilText(of, now)}</Row>
          <Row name={words.factSeen()}>{day(of.lastSeen, now)}</Row>
          <Row name={words.factPurpose()}>{words.purpose[of.purpose]()}</Row>
          {whole && (
            <>
              <Row name={words.factRecorded()}>
                {tallyText(of.total)}
                {of.total.milliseconds > 0 && <small>{durationExactly(of.total.milliseconds)}</small>}
              </Row>
              <Row name={words.factGot()}>
                <Recipients of={of.recipients} />
              </Row>
            </>
          )}
          {of.alsoOn.length > 0 && (
            <Row name={followedWords.alsoOn()}>
              <AlsoOn of={of.alsoOn} />
            </Row>
          )}
          <Row name={words.factWhy()}>
            <Reasons of={of.reasons} />
          </Row>
        </tbody>
      </table>
      {of.control !== null && <Correct identifier={of.identifier} said={of.control.said} isNumber />}
      {of.control?.said === null && <TryVisits of={of} />}
    </div>
  );
}
