import type { SiteSummary } from '#core/report.ts';
import { figure, monthName, shortDay } from '#ui/amounts.ts';
import { Icon } from '#ui/icon.tsx';
import { useNow } from '#ui/now.ts';
import { HostName, NumberCut } from '#ui/number.tsx';
import { Picture } from '#ui/picture.tsx';
import { optionWords } from '#ui/words-options.ts';
import { Wide } from './part.tsx';
import { hashOf } from './route.ts';
import { type Column, type Order, pressed } from './site-order.ts';
import { Spark } from './spark.tsx';

function Head({
  by,
  name,
  order,
  sort,
  kind,
}: {
  readonly by: Column;
  readonly name: string;
  readonly order: Order;
  readonly sort: (order: Order) => void;
  readonly kind?: string;
}) {
  const sorted = order.by === by;
  return (
    <th scope="col" aria-sort={sorted ? order.way : 'none'} class={kind}>
      <button type="button" class="sort" onClick={() => sort(pressed(order, by))}>
        {name}
        {sorted && <Icon name={order.way === 'ascending' ? 'rising' : 'falling'} />}
      </button>
    </th>
  );
}

function Row({ of }: { readonly of: SiteSummary }) {
  const now = useNow();
  const since = shortDay(of.since, now);
  return (
    <tr>
      <th scope="row" class="cell-site">
        <a class="who" href={hashOf({ page: 'site', domain: of.domain })} title={of.domain}>
          <HostName of={of.domain} />
        </a>
      </th>
      <td class="cell-number">
        {of.number === null ? (
          <span class="soft">{optionWords.noNumber()}</span>
        ) : (
          <span class="with-picture">
            <Picture of={of.number} size="s" />
            <NumberCut value={of.number} />
          </span>
        )}
      </td>
      <td class="nowrap">{of.found ? optionWords.foundDay(since) : since}</td>
      <td>
        <span class="with-picture">
          <Spark of={of.recentDays} />
          <span>{figure(of.visitsThisMonth)}</span>
        </span>
      </td>
      <td class="num">{figure(of.companies)}</td>
    </tr>
  );
}

/** `2026-11` of a moment. */
function monthOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}`;
}

/** The sites, one a row, sorted by a press on a column's head. */
export function SitesTable({
  of,
  order,
  sort,
}: {
  readonly of: readonly SiteSummary[];
  readonly order: Order;
  readonly sort: (order: Order) => void;
}) {
  const now = useNow();
  const heads = { order, sort };
  return (
    <Wide label={optionWords.sites()}>
      <table class="table">
        <thead>
          <tr>
            <Head by="site" name={optionWords.site()} {...heads} />
            <th scope="col">{optionWords.knowsYouAs()}</th>
            <Head by="since" name={optionWords.since()} {...heads} />
            <Head by="visits" name={optionWords.visitsIn(monthName(monthOf(now), now))} {...heads} />
            <Head by="companies" name={optionWords.companies()} kind="num" {...heads} />
          </tr>
        </thead>
        <tbody>
          {of.map((site) => (
            <Row key={site.domain} of={site} />
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
