import type { CompanySummary } from '#core/company-report.ts';
import { companyWords } from '#ui/words-companies.ts';
import { optionWords } from '#ui/words-options.ts';
import { CompanyCells } from './company-cells.tsx';
import { Wide } from './part.tsx';

/** Those who know the person on more than one site, most first. */
export function Several({ of }: { readonly of: readonly CompanySummary[] }) {
  if (of.length === 0) return <p class="soft">{optionWords.severalNone()}</p>;
  return (
    <Wide label={optionWords.severalHead()}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{companyWords.company()}</th>
            <th scope="col">{optionWords.knowsYouAs()}</th>
            <th scope="col" class="num">
              {optionWords.sitesColumn()}
            </th>
            <th scope="col">{companyWords.joined()}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((company) => (
            <tr key={company.domain}>
              <CompanyCells of={company} />
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
