import { identifierKey, nameOf } from '#core/identifier.ts';
import type { LeftAlone } from '#core/report.ts';
import { fullDay } from './amounts.ts';
import { Fact } from './fact.tsx';
import { joinedText } from './join.ts';
import { Given } from './number.tsx';
import { ShortList } from './short-list.tsx';
import { words } from './words.ts';

type LeftKind = LeftAlone['kind'];

/** How long a value that is left alone stays. */
function stays({ expires, identifier }: LeftAlone): string {
  if (expires === 'never') return words.keptNever();
  if (expires === 'session') return identifier.area === 'session-storage' ? words.keptTab() : words.keptSession();
  return words.keptUntil(fullDay(expires));
}

function Value({ of }: { readonly of: LeftAlone }) {
  const name = (
    <span class="number">
      <Given text={nameOf(of.identifier)} />
    </span>
  );
  return (
    <li>
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
    </li>
  );
}

/** What is stored and is no number, by kind. */
export function StoredValues({ of }: { readonly of: readonly LeftAlone[] }) {
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
            entry={(value) => <Value key={identifierKey(value.identifier)} of={value} />}
          />
        </Fact>
      ))}
    </>
  );
}

/** The same in one sentence: how many, of which kinds. */
export function leftAloneText(of: readonly LeftAlone[]): string {
  const kinds: readonly LeftKind[] = [...new Set(of.map(({ kind }) => kind))];
  return words.leftAlone(words.storedValues(of.length), joinedText(kinds.map((kind) => words.kind[kind]())));
}
