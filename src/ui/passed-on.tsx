import type { ContactSent, GotOfPerson, NamedReport } from '#core/person.ts';
import type { EventLine } from '#core/report.ts';
import type { ComponentChildren } from 'preact';
import { day } from './amounts.ts';
import { Basis } from './basis.tsx';
import { Row } from './evidence-table.tsx';
import { visible } from './hostile.ts';
import { joinedText } from './join.ts';
import { useNow } from './now.ts';
import { Given, HostName } from './number.tsx';
import { formText } from './recipients.tsx';
import { ShortList } from './short-list.tsx';
import { followedWords } from './words-followed.ts';
import { givenWords } from './words-given.ts';
import { toldWords } from './words-told.ts';
import { words } from './words.ts';

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** `your e-mail address, hashed (SHA-256)`; what is only stated is not said to be the person's. */
function gotText({ what, form }: GotOfPerson): string {
  if (what === 'user') return givenWords.user();
  if (form === 'clear' || form === 'hashed') return toldWords.personal[what][form]();
  return givenWords.yours(givenWords.kind[what](), formText(form));
}

/** How it is known, each way once. */
function Known({ of }: { readonly of: readonly GotOfPerson[] }) {
  const isTyped = of.some(({ basis }) => basis === 'inferred');
  return (
    <>
      {isTyped && <Basis how="inferred" says={givenWords.asTyped()} />}{' '}
      {of.some(({ basis }) => basis === 'stated') && <Basis how="stated" />}
    </>
  );
}

function Recipient({ of }: { readonly of: NamedReport }) {
  const now = useNow();
  const [first, last] = [day(of.first, now), day(of.last, now)];
  const name = of.vendor?.name ?? of.company?.name ?? null;
  return (
    <li data-recipient={of.recipient}>
      <span class="recipient-name">
        {name !== null && (
          <b>
            <Given text={name} />
          </b>
        )}
        <HostName of={of.recipient} />
      </span>
      <small>{joinedText(distinct(of.got.map(gotText)))}</small>
      <span>{words.times(of.requests)}</span>
      <small>{first === last ? followedWords.once(first) : followedWords.span(first, last)}</small>
      <small class="recipient-more">
        {of.got.some(({ early }) => early) && `${givenWords.early()} · `}
        <Known of={of.got} />
      </small>
    </li>
  );
}

/** Who got something of the person on the site's pages: in what form, how many times, and from when to when. */
export function PassedOn({ of }: { readonly of: readonly NamedReport[] }) {
  return (
    <ShortList
      of={of}
      show={5}
      kind="recipients"
      more={givenWords.more}
      fact="passed-on"
      entry={(one) => <Recipient key={`${one.recipient} ${one.vendor?.id ?? ''}`} of={one} />}
    />
  );
}

type Line = Extract<EventLine, { type: 'request' | 'told' }>;

function contactsIn(lines: readonly Line[]): readonly ContactSent[] {
  return lines.flatMap(({ contacts }) => contacts ?? []);
}

/** `e-mail address and phone number` */
function whatText(all: readonly ContactSent[]): string {
  return joinedText(distinct(all.map(({ what }) => givenWords.kind[what]())));
}

function howText(all: readonly ContactSent[]): string {
  return joinedText(distinct(all.map(({ form }) => formText(form))));
}

/** That somebody got what the person typed, in a sentence of its own; `null` where nobody did. */
export function contactSays(lines: readonly Line[], who: ComponentChildren): ComponentChildren | null {
  const all = contactsIn(lines);
  if (all.length === 0) return null;
  const says = all.some(({ early }) => early) ? givenWords.took : givenWords.got;
  const isSeen = lines.every(({ arrival = 'answered' }) => arrival === 'answered');
  return (
    <>
      {says(who, <b>{whatText(all)}</b>, howText(all))}
      <small>
        {!isSeen && `${toldWords.arrival.unknown()}, `}
        <Basis how="inferred" says={givenWords.asTyped()} />
      </small>
    </>
  );
}

/** That it went along with something else that was told. */
export function ContactNote({ of }: { readonly of: readonly Line[] }) {
  const all = contactsIn(of);
  if (all.length === 0) return null;
  return (
    <small>
      {givenWords.wentAlong(whatText(all), howText(all))}
      {all.some(({ early }) => early) && `, ${givenWords.early()}`} <Basis how="inferred" says={givenWords.asTyped()} />
    </small>
  );
}

/** Where in a request it stood, and how: what it is stays there. */
export function ContactRows({ of = [] }: { readonly of: readonly ContactSent[] | undefined }) {
  return (
    <>
      {of.map(({ what, form, as, parameter }) => (
        <Row
          key={`${as} ${what} ${form} ${parameter ?? ''}`}
          name={parameter === null ? followedWords.in[as]() : <code>{visible(parameter)}</code>}
        >
          {givenWords.yours(givenWords.kind[what](), formText(form))}{' '}
          <Basis how="inferred" says={givenWords.asTyped()} />
        </Row>
      ))}
    </>
  );
}
