import { identifierKey, nameOf } from '#core/identifier.ts';
import type { LeftAlone } from '#core/report.ts';
import { Fact } from './fact.tsx';
import { type ChooseForThis, IdentifierMode } from './identifier-mode.tsx';
import { joinedText } from './join.ts';
import { Given } from './number.tsx';
import { ShortList } from './short-list.tsx';
import { stays, ValueFacts } from './value-facts.tsx';
import { controlWords } from './words-control.ts';
import { whyWords } from './words-why.ts';
import { words } from './words.ts';

type LeftKind = LeftAlone['kind'];

function Value({ of, choose }: { readonly of: LeftAlone; readonly choose: ChooseForThis | undefined }) {
  const name = (
    <span class="number">
      <Given text={nameOf(of.identifier)} />
    </span>
  );
  const { chosen } = of.control;
  return (
    <li class="value">
      <span>
        {name}{' '}
        {of.preview === null ? (
          <span class="soft">{stays(of)}</span>
        ) : (
          <>
            <span class="soft">{words.holds()}</span>{' '}
            <span class="number">
              <Given text={of.preview} />
            </span>
          </>
        )}
        {chosen !== null && <span class="soft small">{controlWords.chosenForThis()}</span>}
      </span>
      {choose !== undefined && (
        <IdentifierMode
          identifier={of.identifier}
          control={of.control}
          about={nameOf(of.identifier)}
          isNumber={false}
          choose={choose}
        />
      )}
      <details class="all value-why">
        <summary>
          {whyWords.why()}{' '}
          <span class="for-ears">
            <Given text={nameOf(of.identifier)} />
          </span>
        </summary>
        <ValueFacts of={of} />
      </details>
    </li>
  );
}

/** What is stored and is no number, by kind. */
export function StoredValues({
  of,
  choose,
}: {
  readonly of: readonly LeftAlone[];
  /** Chooses for one of them alone; without it there is nothing to press. */
  readonly choose?: ChooseForThis;
}) {
  const kinds = [...new Set(of.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((kind) => (
        <Fact key={kind} name={words.kind[kind]()}>
          <ShortList
            of={of.filter((value) => value.kind === kind)}
            show={4}
            kind="values"
            more={words.more}
            entry={(value) => <Value key={identifierKey(value.identifier)} of={value} choose={choose} />}
          />
        </Fact>
      ))}
    </>
  );
}

/** The same in one sentence: how many are left alone, of which kinds; none for what the person chose otherwise. */
export function leftAloneText(all: readonly LeftAlone[]): string {
  const of = all.filter(({ control }) => control.decision.verdict === 'keep');
  if (of.length === 0) return '';
  const kinds: readonly LeftKind[] = [...new Set(of.map(({ kind }) => kind))];
  return words.leftAlone(words.storedValues(of.length), joinedText(kinds.map((kind) => words.kind[kind]())));
}
