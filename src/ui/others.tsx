import { hostOf } from '#core/identifier.ts';
import type { NumberReport } from '#core/report.ts';
import { Icon } from './icon.tsx';
import { type ChooseForThis, IdentifierMode } from './identifier-mode.tsx';
import { Given, NumberCut } from './number.tsx';
import { NumberFacts } from './number-facts.tsx';
import { Picture } from './picture.tsx';
import { followedWords } from './words-followed.ts';
import { controlWords } from './words-control.ts';
import { words } from './words.ts';

/** How many stand there before the rest opens. */
const SHOWN = 6;

/** One number on one line, that opens to all that is known of it. */
function OtherNumber({ of, choose }: { readonly of: NumberReport; readonly choose: ChooseForThis }) {
  const name = of.vendor ?? hostOf(of.identifier);
  return (
    <li class={of.control === null ? 'other' : 'other other-decided'} data-number={of.party}>
      <details>
        <summary>
          <Picture of={of.number} size="s" />
          <span class="other-says">
            <b>
              <Given text={name} />
            </b>
            <NumberCut value={of.number} />
            {of.alsoOn.length > 0 && <span class="soft small">{followedWords.onOthers(of.alsoOn.length)}</span>}
            {of.control?.chosen !== null && of.control !== null && (
              <span class="soft small">{controlWords.chosenForThis()}</span>
            )}
          </span>
          <Icon name="right" />
        </summary>
        <NumberFacts of={of} />
      </details>
      {of.control !== null && (
        <IdentifierMode identifier={of.identifier} control={of.control} about={name} isNumber choose={choose} />
      )}
    </li>
  );
}

/** The other numbers at work: the site's own further ones first, then third parties'. */
export function Others({
  of,
  choose,
}: {
  readonly of: readonly NumberReport[];
  /** Chooses for one of them alone. */
  readonly choose: ChooseForThis;
}) {
  const shown = of.length <= SHOWN + 1 ? of : of.slice(0, SHOWN);
  const rest = of.slice(shown.length);
  return (
    <div>
      <ul>
        {shown.map((report) => (
          <OtherNumber key={report.key} of={report} choose={choose} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details class="all">
          <summary>{words.moreNumbers(rest.length)}</summary>
          <ul>
            {rest.map((report) => (
              <OtherNumber key={report.key} of={report} choose={choose} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
