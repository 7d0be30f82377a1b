import { hostOf, nameOf } from '#core/identifier.ts';
import type { NumberReport } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import { ask } from '#messages/ask.ts';
import { shortDay } from '#ui/amounts.ts';
import { IdentifierMode } from '#ui/identifier-mode.tsx';
import { useNow } from '#ui/now.ts';
import { Given, NumberWhole } from '#ui/number.tsx';
import { NumberFacts, tallyText, untilText } from '#ui/number-facts.tsx';
import { Picture } from '#ui/picture.tsx';
import { optionWords } from '#ui/words-options.ts';
import { Wide } from './part.tsx';
import { NotDone } from './setting.tsx';
import { type Doing, useDoing } from './use-doing.ts';

/** What was chosen for this very number, or that the site's choice counts for it. */
function Decides({
  of,
  domain,
  run,
}: {
  readonly of: NumberReport;
  readonly domain: Domain;
  readonly run: Doing['run'];
}) {
  const { control, identifier } = of;
  if (control === null) return null;
  return (
    <IdentifierMode
      identifier={identifier}
      control={control}
      about={nameOf(identifier)}
      isNumber
      choose={(_, choice) => run(async () => await ask('chooseForThis', { domain, identifier, choice }))}
    />
  );
}

function Row({
  of,
  domain,
  run,
}: {
  readonly of: NumberReport;
  readonly domain: Domain;
  /** `null`: there is nothing to decide in the whole table. */
  readonly run: Doing['run'] | null;
}) {
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
            <small class="soft small">
              {of.vendor === null && of.party === 'first' ? (
                optionWords.theSiteItself()
              ) : (
                <Given text={of.vendor ?? hostOf(of.identifier)} />
              )}
            </small>
            <details class="all">
              <summary>{optionWords.allKnown()}</summary>
              <NumberFacts of={of} />
            </details>
          </div>
        </div>
      </td>
      <td class="nowrap">{of.setBy.how === 'found' ? optionWords.foundDay(since) : since}</td>
      <td>{of.ended === null ? optionWords.now(until) : until}</td>
      <td class="soft">{tallyText(of.total)}</td>
      {run !== null && (
        <td>
          <Decides of={of} domain={domain} run={run} />
        </td>
      )}
    </tr>
  );
}

/** Every number here, at work or gone, with its history. */
export function NumbersTable({
  of,
  domain,
  changed,
}: {
  readonly of: readonly NumberReport[];
  readonly domain: Domain;
  /** Something was chosen. */
  readonly changed: () => void;
}) {
  const { error, run } = useDoing(changed);
  const decides = of.some(({ control }) => control !== null);
  return (
    <>
      <Wide label={optionWords.numbersHead()}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{optionWords.numberColumn()}</th>
              <th scope="col">{optionWords.from()}</th>
              <th scope="col">{optionWords.until()}</th>
              <th scope="col">{optionWords.recordedUnder()}</th>
              {decides && <th scope="col">{optionWords.itMay()}</th>}
            </tr>
          </thead>
          <tbody>
            {of.map((number) => (
              <Row key={number.key} of={number} domain={domain} run={decides ? run : null} />
            ))}
          </tbody>
        </table>
      </Wide>
      <NotDone error={error} />
    </>
  );
}
