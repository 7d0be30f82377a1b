import { breakable, cut, legible, visible } from './hostile.ts';
import { words } from './words.ts';

/** Characters that fit on a tag's three lines. */
const TAG_KEEPS = 62;

/** A number in full, to be read and selected: its text is the value, character by character. */
function NumberText({ value }: { readonly value: string }) {
  return (
    <bdi class="number" dir="ltr">
      {breakable(visible(value)).map((piece, index) => (
        <>
          {index > 0 && <wbr />}
          {piece}
        </>
      ))}
    </bdi>
  );
}

/** A number on one line: the middle gives way, the last four characters stay. */
export function NumberCut({ value }: { readonly value: string }) {
  const shown = visible(value);
  const ends = cut(shown, 8);
  return (
    <bdi class="number number-cut" dir="ltr" title={shown}>
      <span>{ends === null ? shown : Array.from(shown).slice(0, -4).join('')}</span>
      {ends !== null && <span>{ends.tail}</span>}
    </bdi>
  );
}

/** The number as the whole of a tag or fact: a long one is cut, and all of it opens in place. */
export function NumberWhole({ value, fact }: { readonly value: string; readonly fact?: string }) {
  const ends = cut(value, TAG_KEEPS);
  if (ends === null) {
    return (
      <span data-fact={fact}>
        <NumberText value={value} />
      </span>
    );
  }
  return (
    <div>
      <span class="number">{`${visible(ends.head)}…${visible(ends.tail)}`}</span>
      <details class="all">
        <summary>{words.allCharacters(Array.from(value).length)}</summary>
        <span data-fact={fact}>
          <NumberText value={value} />
        </span>
      </details>
    </div>
  );
}

/** A stored value with the part that is the number marked in it; just the value where it is not in there as it is. */
export function MarkedValue({ value, number }: { readonly value: string; readonly number: string }) {
  const at = number === '' ? -1 : value.indexOf(number);
  if (at === -1) return <NumberText value={value} />;
  return (
    <bdi class="number" dir="ltr">
      {visible(value.slice(0, at))}
      <mark>{visible(number)}</mark>
      {visible(value.slice(at + number.length))}
    </bdi>
  );
}

/** A host's name, that may break after its dots and hyphens. */
export function HostName({ of }: { readonly of: string }) {
  return (
    <bdi dir="ltr">
      {breakable(visible(of)).map((piece) => (
        <>
          {piece}
          <wbr />
        </>
      ))}
    </bdi>
  );
}

/** Words or names that a page gave us: set apart, so that they cannot turn the sentence around them. */
export function Given({ text, quoted = false }: { readonly text: string; readonly quoted?: boolean }) {
  const ends = cut(legible(text), 160, 12);
  const shown = ends === null ? legible(text) : `${ends.head}…${ends.tail}`;
  return quoted ? (
    <q>
      <bdi>{shown}</bdi>
    </q>
  ) : (
    <bdi>{shown}</bdi>
  );
}
