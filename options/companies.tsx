import { useState } from 'preact/hooks';
import type { CompanySummary } from '#core/company-report.ts';
import { shortDay } from '#ui/amounts.ts';
import { Basis } from '#ui/basis.tsx';
import { useNow } from '#ui/now.ts';
import { companyWords } from '#ui/words-companies.ts';
import { optionWords } from '#ui/words-options.ts';
import { CompanyCells } from './company-cells.tsx';
import { arranged, type Column, type Filter, FIRST_ORDER, isShownBy, pressed } from './company-order.ts';
import { Filters } from './filters.tsx';
import { InSteps } from './in-steps.tsx';
import type { Order } from './order.ts';
import { Wide } from './part.tsx';
import { Shown } from './shown.tsx';
import { SortHead } from './sort-head.tsx';
import { useReport } from './use-report.ts';

const FILTERS: readonly { readonly value: Filter; readonly name: () => string }[] = [
  { value: 'all', name: optionWords.all },
  { value: 'several', name: companyWords.onSeveral },
  { value: 'joined', name: companyWords.onlyJoined },
];

function CompaniesTable({
  of,
  order,
  press,
}: {
  readonly of: readonly CompanySummary[];
  readonly order: Order<Column>;
  readonly press: (by: Column) => void;
}) {
  const now = useNow();
  const heads = { order, press };
  return (
    <Wide label={companyWords.companies()}>
      <table class="table">
        <thead>
          <tr>
            <SortHead by="company" name={companyWords.company()} {...heads} />
            <th scope="col">{optionWords.knowsYouAs()}</th>
            <SortHead by="sites" name={optionWords.sitesColumn()} kind="num" {...heads} />
            <th scope="col">{companyWords.joined()}</th>
            <SortHead by="last" name={companyWords.last()} {...heads} />
          </tr>
        </thead>
        <tbody>
          {of.map((company) => (
            <tr key={company.domain}>
              <CompanyCells of={company} />
              <td class="nowrap">{shortDay(company.last, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** All companies that know the person, to be searched, filtered and sorted. */
function CompaniesList({ of }: { readonly of: readonly CompanySummary[] }) {
  const [filter, choose] = useState<Filter>('all');
  const [search, find] = useState('');
  const [order, sort] = useState(FIRST_ORDER);
  const joined = of.filter((company) => isShownBy(company, 'joined')).length;
  const count = (which: Filter): number => of.filter((company) => isShownBy(company, which)).length;
  if (of.length === 0) {
    return (
      <header class="page-lead">
        <h1>{companyWords.none()}</h1>
        <p>{companyWords.noneSays()}</p>
      </header>
    );
  }
  return (
    <>
      <header class="page-lead">
        <h1>{companyWords.lead(of.length)}</h1>
        <p>
          {companyWords.leadSays()} {joined === 0 ? companyWords.leadJoinedNone() : companyWords.leadJoined(joined)}{' '}
          <Basis how="inferred" />
        </p>
      </header>
      <Filters
        label={companyWords.filter()}
        searchLabel={companyWords.search()}
        chips={FILTERS.map(({ value, name }) => ({ value, name: name(), count: count(value) }))}
        chosen={filter}
        choose={choose}
        search={find}
      />
      <InSteps of={arranged(of, { filter, search, order })} all={of.length} none={companyWords.noneMatch()}>
        {(shown) => <CompaniesTable of={shown} order={order} press={(by) => sort(pressed(order, by))} />}
      </InSteps>
    </>
  );
}

export function Companies() {
  const { loaded, refresh } = useReport('companies', null);
  return (
    <Shown loaded={loaded} again={refresh}>
      {(companies) => <CompaniesList of={companies} />}
    </Shown>
  );
}
