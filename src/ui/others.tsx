import { hostOf } from '#core/identifier.ts';
import type { NumberReport } from '#core/report.ts';
import { Icon } from './icon.tsx';
import { Given, NumberCut } from './number.tsx';
import { NumberFacts } from './number-facts.tsx';
import { Picture } from './picture.tsx';
import { words } from './words.ts';

/** How many stand there before the rest opens. */
const SHOWN = 6;

/** One number on one line, that opens to all that is known of it. */
function OtherNumber({ of }: { readonly of: NumberReport }) {
  return (
    <li class="other" data-number={of.party}>
      <details>
        <summary>
          <Picture of={of.number} size="s" />
          <span class="other-says">
            <b>
              <Given text={of.vendor ?? hostOf(of.identifier)} />
            </b>
            <NumberCut value={of.number} />
          </span>
          <Icon name="right" />
        </summary>
        <NumberFacts of={of} />
      </details>
    </li>
  );
}

/** The other numbers at work: the site's own further ones first, then third parties'. */
export function Others({ of }: { readonly of: readonly NumberReport[] }) {
  const shown = of.length <= SHOWN + 1 ? of : of.slice(0, SHOWN);
  const rest = of.slice(shown.length);
  return (
    <div>
      <ul>
        {shown.map((report) => (
          <OtherNumber key={report.key} of={report} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details class="all">
          <summary>{words.moreNumbers(rest.length)}</summary>
          <ul>
            {rest.map((report) => (
              <OtherNumber key={report.key} of={report} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
