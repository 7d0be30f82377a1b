import { useState } from 'preact/hooks';
import type { SiteSummary } from '#core/report.ts';
import { figure } from '#ui/amounts.ts';
import { Icon } from '#ui/icon.tsx';
import { optionWords } from '#ui/words-options.ts';
import { Shown } from './shown.tsx';
import { arranged, type Filter, FIRST_ORDER, isShownBy, isUndecided } from './site-order.ts';
import { SitesTable } from './sites-table.tsx';
import { useReport } from './use-report.ts';

/** Rows that stand there at first, and that each press adds. */
const STEP = 25;

const FILTERS: readonly { readonly value: Filter; readonly name: () => string }[] = [
  { value: 'all', name: optionWords.all },
  { value: 'undecided', name: optionWords.filterBy.undecided },
  { value: 'allow', name: optionWords.filterBy.allow },
  { value: 'block', name: optionWords.filterBy.block },
  { value: 'reset', name: optionWords.filterBy.reset },
  { value: 'without', name: optionWords.withoutNumber },
];

function Filters({
  of,
  filter,
  choose,
  search,
}: {
  readonly of: readonly SiteSummary[];
  readonly filter: Filter;
  readonly choose: (filter: Filter) => void;
  readonly search: (words: string) => void;
}) {
  const chips = FILTERS.map(({ value, name }) => ({
    value,
    name: name(),
    count: of.filter((site) => isShownBy(site, value)).length,
  }));
  return (
    <div class="filters" role="group" aria-label={optionWords.filter()}>
      <label class="search">
        <Icon name="search" />
        <span class="for-ears">{optionWords.searchSites()}</span>
        <input
          type="search"
          placeholder={optionWords.searchSites()}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </label>
      {chips.map(({ value, name, count }) => (
        <label key={value} class="chip">
          <input type="radio" name="filter" checked={filter === value} onChange={() => choose(value)} />
          {name} <span>{figure(count)}</span>
        </label>
      ))}
    </div>
  );
}

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
  const [rows, show] = useState(STEP);
  const numbered = of.filter(({ number }) => number !== null).length;
  const without = of.filter((site) => isShownBy(site, 'without')).length;
  const found = arranged(of, { filter, search, order });
  const shown = found.slice(0, rows);
  const rest = Math.min(STEP, found.length - shown.length);
  return (
    <>
      <header class="page-lead">
        <h1>{numbered === 0 ? optionWords.sitesNone() : optionWords.sitesLead(numbered)}</h1>
        <p>
          <Waiting of={of} /> {without > 0 && optionWords.sitesWithout(without)}
        </p>
      </header>
      {of.length > 0 && <Filters of={of} filter={filter} choose={choose} search={find} />}
      {shown.length > 0 && <SitesTable of={shown} order={order} sort={sort} changed={changed} />}
      <p class="list-foot" role="status">
        {rest > 0 && (
          <button type="button" class="button" onClick={() => show(rows + STEP)}>
            {optionWords.showMore(rest)}
          </button>
        )}
        {of.length > 0 && (
          <span class="soft">
            {found.length === 0 ? optionWords.noneMatch() : optionWords.shown(figure(shown.length), figure(of.length))}
          </span>
        )}
      </p>
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
