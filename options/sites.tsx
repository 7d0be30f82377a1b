import { useState } from 'preact/hooks';
import type { SiteSummary } from '#core/report.ts';
import { optionWords } from '#ui/words-options.ts';
import { Filters } from './filters.tsx';
import { InSteps } from './in-steps.tsx';
import { Shown } from './shown.tsx';
import { arranged, type Filter, FIRST_ORDER, isShownBy, isUndecided } from './site-order.ts';
import { SitesTable } from './sites-table.tsx';
import { useReport } from './use-report.ts';

const FILTERS: readonly { readonly value: Filter; readonly name: () => string }[] = [
  { value: 'all', name: optionWords.all },
  { value: 'undecided', name: optionWords.filterBy.undecided },
  { value: 'allow', name: optionWords.filterBy.allow },
  { value: 'block', name: optionWords.filterBy.block },
  { value: 'reset', name: optionWords.filterBy.reset },
  { value: 'without', name: optionWords.withoutNumber },
];

/** How many wait for the person's decision, and what they may do meanwhile. */
function Waiting({ of }: { readonly of: readonly SiteSummary[] }) {
  const waiting = of.filter(isUndecided);
  const held = waiting.filter(({ mode }) => mode !== 'notify').length;
  const kept = waiting.length - held;
  return (
    <>
      {kept > 0 && optionWords.waitKept(kept)} {held > 0 && optionWords.waitHeld(held)}
    </>
  );
}

/** All sites known, to be searched, filtered and sorted. */
function SitesList({ of, changed }: { readonly of: readonly SiteSummary[]; readonly changed: () => void }) {
  const [filter, choose] = useState<Filter>('all');
  const [search, find] = useState('');
  const [order, sort] = useState(FIRST_ORDER);
  const numbered = of.filter(({ number }) => number !== null).length;
  const without = of.filter((site) => isShownBy(site, 'without')).length;
  const found = arranged(of, { filter, search, order });
  const chips = FILTERS.map(({ value, name }) => ({
    value,
    name: name(),
    count: of.filter((site) => isShownBy(site, value)).length,
  }));
  return (
    <>
      <header class="page-lead">
        <h1>{numbered === 0 ? optionWords.sitesNone() : optionWords.sitesLead(numbered)}</h1>
        <p>
          <Waiting of={of} /> {without > 0 && optionWords.sitesWithout(without)}
        </p>
      </header>
      {of.length > 0 && (
        <Filters
          label={optionWords.filter()}
          searchLabel={optionWords.searchSites()}
          chips={chips}
          chosen={filter}
          choose={choose}
          search={find}
        />
      )}
      <InSteps of={found} all={of.length} none={optionWords.noneMatch()}>
        {(shown) => <SitesTable of={shown} order={order} sort={sort} changed={changed} />}
      </InSteps>
    </>
  );
}

export function Sites() {
  const { loaded, refresh } = useReport('sites', null);
  return (
    <Shown loaded={loaded} again={refresh}>
      {(sites) => <SitesList of={sites} changed={refresh} />}
    </Shown>
  );
}
