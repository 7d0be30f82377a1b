import { hostOf } from '#core/identifier.ts';
import type { NumberReport } from '#core/report.ts';
import { shortDay } from '#ui/amounts.ts';
import { useNow } from '#ui/now.ts';
import { Given, NumberWhole } from '#ui/number.tsx';
import { NumberFacts, tallyText, untilText } from '#ui/number-facts.tsx';
import { Picture } from '#ui/picture.tsx';
import { optionWords } from '#ui/words-options.ts';
import { Wide } from './part.tsx';

function Row({ of }: { readonly of: NumberReport }) {
  const now = useNow();
  const since = shortDay(of.since, now);
  const until = untilText(of, now);
  return (
    <tr class={of.ended === null ? undefined : 'past'}>
      <td class="cell-whole">
        <div class="with-picture">
          <Picture of={of.number} size="s" />
          <div>
            <NumberWhole value={of.number} />
            <details class="all">
              <summary>{optionWords.allKnown()}</summary>
              <NumberFacts of={of} />
            </details>
          </div>
        </div>
      </td>
      <td>
        {of.vendor === null && of.party === 'first' ? (
          optionWords.theSiteItself()
        ) : (
          <Given text={of.vendor ?? hostOf(of.identifier)} />
        )}
      </td>
      <td class="nowrap">{of.setBy.how === 'found' ? optionWords.foundDay(since) : since}</td>
      <td>{of.ended === null ? optionWords.now(until) : until}</td>
      <td class="soft">{tallyText(of.total)}</td>
    </tr>
  );
}

/** Every number here, at work or gone, with its history. */
export function NumbersTable({ of }: { readonly of: readonly NumberReport[] }) {
  return (
    <Wide label={optionWords.numbersHead()}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{optionWords.numberColumn()}</th>
            <th scope="col">{optionWords.whose()}</th>
            <th scope="col">{optionWords.from()}</th>
            <th scope="col">{optionWords.until()}</th>
            <th scope="col">{optionWords.recordedUnder()}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((number) => (
            <Row key={number.key} of={number} />
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
