import type { OverviewReport } from '#core/report.ts';
import { figure } from '#ui/amounts.ts';
import { Given, HostName, NumberCut } from '#ui/number.tsx';
import { Picture } from '#ui/picture.tsx';
import { words } from '#ui/words.ts';
import { optionWords } from '#ui/words-options.ts';
import { Wide } from './part.tsx';

type Company = OverviewReport['severalSites'][number];

/** Pictures shown of one who has several numbers. */
const PICTURES = 3;

/** Whether the company can join the sites by its numbers. */
function joinedText({ numbers, sites }: Company): string {
  if (numbers.length === 1) return optionWords.joinedOne();
  return numbers.length < sites ? optionWords.joinedPartly() : optionWords.joinedNot();
}

function KnowsAs({ numbers }: { readonly numbers: readonly string[] }) {
  const [only = ''] = numbers;
  if (numbers.length < 2) {
    return (
      <span class="with-picture">
        <Picture of={only} size="s" />
        <NumberCut value={only} />
      </span>
    );
  }
  return (
    <span class="with-picture">
      <span class="pictures">
        {numbers.slice(0, PICTURES).map((number) => (
          <Picture key={number} of={number} size="s" />
        ))}
      </span>
      <span class="nowrap">{words.numbers(numbers.length)}</span>
    </span>
  );
}

/** Those who know the person on more than one site, most first. */
export function Several({ of }: { readonly of: OverviewReport['severalSites'] }) {
  if (of.length === 0) return <p class="soft">{optionWords.severalNone()}</p>;
  return (
    <Wide label={optionWords.severalHead()}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{optionWords.company()}</th>
            <th scope="col">{optionWords.knowsYouAs()}</th>
            <th scope="col" class="num">
              {optionWords.sitesColumn()}
            </th>
            <th scope="col">{optionWords.joined()}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((company) => (
            <tr key={company.domain}>
              <th scope="row">
                {company.vendor === null ? <HostName of={company.domain} /> : <Given text={company.vendor} />}
                {company.vendor !== null && (
                  <small class="soft small">
                    <HostName of={company.domain} />
                  </small>
                )}
              </th>
              <td class="cell-number">
                <KnowsAs numbers={company.numbers} />
              </td>
              <td class="num">{figure(company.sites)}</td>
              <td class="soft nowrap">{joinedText(company)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
