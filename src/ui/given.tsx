import type { GivenHow, GivenKind, GivenReport } from '#core/given.ts';
import type { EventLine, NumberReport } from '#core/report.ts';
import type { ComponentChildren } from 'preact';
import { fullDay } from './amounts.ts';
import { Basis } from './basis.tsx';
import { Row, Table } from './evidence-table.tsx';
import { joinedText } from './join.ts';
import { Given as Name } from './number.tsx';
import { givenWords } from './words-given.ts';

type GivenLine = Extract<EventLine, { type: 'given' }>;

/** `name, e-mail address and card` */
export function kindsText(kinds: readonly GivenKind[]): string {
  return joinedText([...new Set(kinds.map((kind) => givenWords.kind[kind]()))]);
}

function said(how: GivenHow, what: ComponentChildren, target: string | null): ComponentChildren {
  if (how === 'left') return givenWords.left(what);
  if (target === null) return givenWords.gave(what);
  const who = <Name text={target} />;
  return how === 'came-back' ? givenWords.cameBack(who) : givenWords.gaveTo(who, what);
}

/** That the person gave the site something, in a sentence: never what it was. */
export function GivenSays({ of: { how, kinds, target } }: { readonly of: GivenLine }) {
  return (
    <>
      {said(how, <b>{kindsText(kinds)}</b>, target)}
      <small>
        <Basis how="inferred" says={how === 'came-back' ? givenWords.byAddress() : givenWords.byFields()} />
      </small>
    </>
  );
}

/** What is known of it: the kinds, and where the form went. */
export function GivenEvidence({ of: { kinds, target } }: { readonly of: GivenLine }) {
  return (
    <Table>
      <Row name={givenWords.what()}>{kindsText(kinds)}</Row>
      {target !== null && (
        <Row name={givenWords.target()}>
          <Name text={target} />
        </Row>
      )}
    </Table>
  );
}

/** Kinds by the day they were given first. */
function byDay(all: readonly GivenReport[]): readonly (readonly [string, readonly GivenReport[]])[] {
  const days = new Map<string, GivenReport[]>();
  for (const one of all.toSorted((a, b) => a.first - b.first)) {
    const key = fullDay(one.first);
    days.set(key, [...(days.get(key) ?? []), one]);
  }
  return [...days];
}

/** What a person told the site: since when its number has a name. */
export function YouTold({ of, number }: { readonly of: readonly GivenReport[]; readonly number: NumberReport }) {
  const sent = of.filter((one) => one.sent);
  const left = of.filter((one) => !one.sent);
  const [named] = sent.toSorted((a, b) => a.first - b.first);
  return (
    <>
      {byDay(sent).map(([day, kinds]) => (
        <p key={day}>{givenWords.onDay(kindsText(kinds.map(({ kind }) => kind)), day)}</p>
      ))}
      {named !== undefined && number.since <= named.last && <p>{givenWords.fromThen()}</p>}
      {byDay(left).map(([day, kinds]) => (
        <p key={day} class="soft small">
          {givenWords.leftOnDay(kindsText(kinds.map(({ kind }) => kind)), day)}
        </p>
      ))}
      <p class="small">
        <Basis how="inferred" says={givenWords.byFields()} />
      </p>
    </>
  );
}
