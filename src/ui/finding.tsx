import type { ComponentChildren } from 'preact';
import type { Expiry } from '#core/event.ts';
import type { Finding, FindingEvidence, RuleSource, VisitReport } from '#core/visit.ts';
import { duration, fullDay } from './amounts.ts';
import { Basis } from './basis.tsx';
import { Marker, Row, Table } from './evidence-table.tsx';
import { Icon } from './icon.tsx';
import { joinedText } from './join.ts';
import { Given } from './number.tsx';
import { seconds } from './time-line.tsx';
import { bannerWords } from './words-banner.ts';
import { choiceSays } from './visit-moments.ts';
import { visitWords } from './words-visit.ts';

type Of<Type extends FindingEvidence['type']> = Extract<FindingEvidence, { type: Type }>;

function first<Type extends FindingEvidence['type']>(of: Finding, type: Type): Of<Type> | undefined {
  return of.evidence.find((one): one is Of<Type> => one.type === type);
}

/** Who got something, by name. */
function who(of: Finding): ComponentChildren {
  const got = first(of, 'recipient');
  return <b>{got !== undefined && <Given text={got.recipient} />}</b>;
}

/** What was found, in a sentence. */
function sentence(of: Finding): ComponentChildren {
  const isGot = first(of, 'recipient') !== undefined;
  switch (of.rule) {
    case 'after-refusal':
    case 'after-withdrawal':
    case 'gpc-not-honoured':
      return isGot ? visitWords.is[`${of.rule}-got`](who(of)) : visitWords.is[of.rule]();
    case 'hit-contradicts-choice':
      return visitWords.is[of.rule](who(of));
    case 'before-choice':
    case 'longer-than-declared':
    case 'consent-without-press':
    case 'refusal-stored-as-consent':
    case 'legitimate-interest-left-on':
      return visitWords.is[of.rule]();
  }
}

/** When it was, and what it is about. */
function Detail({ of, start }: { readonly of: Finding; readonly start: number }) {
  const number = first(of, 'number');
  const purposes = of.evidence.flatMap((one) => (one.type === 'purpose' ? [bannerWords.purpose[one.purpose]()] : []));
  return (
    <small>
      {visitWords.afterOpening(seconds(of.at - start))}
      {number !== undefined && (
        <>
          {': '}
          <span class="number">
            <Given text={number.name} />
          </span>
          {`, ${visitWords.forPurpose(bannerWords.purpose[number.purpose]())}`}
        </>
      )}
      {number === undefined && purposes.length > 0 && `: ${joinedText([...new Set(purposes)])}`}
    </small>
  );
}

/** Whether it is a time that a date can hold. */
function isTime(expires: Expiry): expires is number {
  return typeof expires === 'number' && Math.abs(expires) <= 8.64e15;
}

function lastsText(lasts: number | 'session'): string {
  return lasts === 'session' ? visitWords.session() : duration(lasts * 1000);
}

/** One thing that shows it. */
function EvidenceRows({ of, start }: { readonly of: FindingEvidence; readonly start: number }) {
  switch (of.type) {
    case 'number':
      return (
        <>
          <Row name={visitWords.number()}>
            <code>
              <Given text={of.name} />
            </code>{' '}
            <small>{visitWords.after(seconds(of.at - start))}</small>
          </Row>
          {isTime(of.expires) && <Row name={visitWords.keptUntil()}>{fullDay(of.expires)}</Row>}
        </>
      );
    case 'recipient':
      return (
        <Row name={visitWords.gotAt()}>
          <Given text={of.recipient} /> <small>{visitWords.after(seconds(of.at - start))}</small>
        </Row>
      );
    case 'choice':
      return (
        <Row name={visitWords.chosenAt()}>
          {of.by === 'earlier-visit'
            ? visitWords.moment.chosenBefore()
            : visitWords.choice[choiceSays({ by: of.by, wanted: of.wanted })]()}
          {of.by !== 'earlier-visit' && <small>{visitWords.after(seconds(of.at - start))}</small>}
        </Row>
      );
    case 'purpose':
      return (
        <Row name={<Given text={of.name} />}>
          {bannerWords.is[of.is]()} <small>{bannerWords.purpose[of.purpose]()}</small>
        </Row>
      );
    case 'text':
      return (
        <Row
          name={
            <code>
              <Given text={of.text.name} />
            </code>
          }
        >
          <code>
            <Marker value={of.text.value} />
          </code>
        </Row>
      );
    case 'declared':
      return <Row name={visitWords.declaredAs()}>{lastsText(of.lasts)}</Row>;
    case 'gpc':
      return <Row name={visitWords.gpcSent()}>{visitWords.after(seconds(of.at - start))}</Row>;
  }
}

function Source({ of }: { readonly of: RuleSource }) {
  return (
    <>
      {of.name}, {of.part}
    </>
  );
}

/** A finding: a sentence, and opened its evidence and the rule that it is measured by. */
export function FindingLine({
  of,
  place,
  visit,
}: {
  readonly of: Finding;
  /** Its number in the picture, from 1. */
  readonly place: number;
  readonly visit: VisitReport;
}) {
  const { start, rules } = visit;
  return (
    <details class="line" data-line="finding" data-rule={of.rule}>
      <summary>
        <span class="key-badge">{place}</span>
        <span class="says">
          {sentence(of)} <Detail of={of} start={start} />
        </span>
        <Icon name="right" />
      </summary>
      <div class="evidence">
        <Table>
          {of.evidence.map((one, index) => (
            <EvidenceRows key={index} of={one} start={start} />
          ))}
          {(rules[of.rule] ?? []).map((source) => (
            <Row key={source.name} name={visitWords.rule()}>
              <Source of={source} />
            </Row>
          ))}
        </Table>
        <p>
          <Basis how={of.basis} />
        </p>
      </div>
    </details>
  );
}
