import type { Choice } from '#core/mode.ts';
import type { SiteSummary } from '#core/report.ts';
import { ask } from '#messages/ask.ts';
import { figure, monthName, shortDay } from '#ui/amounts.ts';
import { ModeMenu } from '#ui/mode-menu.tsx';
import { useNow } from '#ui/now.ts';
import { HostName, NumberCut } from '#ui/number.tsx';
import { Picture } from '#ui/picture.tsx';
import { standingOfMode } from '#ui/standing.ts';
import { optionWords } from '#ui/words-options.ts';
import type { Order } from './order.ts';
import { Wide } from './part.tsx';
import { hashOf } from './route.ts';
import { type Column, isUndecided, pressed } from './site-order.ts';
import { SortHead } from './sort-head.tsx';
import { Spark } from './spark.tsx';
import { type Doing, useDoing } from './use-doing.ts';

/** The choice of a site, as far as the list knows it: of a reset not the rhythm. */
function choiceOf({ chosen, mode }: SiteSummary): Choice | null {
  if (!chosen || mode === 'notify' || mode === 'ask') return null;
  return mode === 'reset' ? { mode, rhythm: { every: 'visit' } } : { mode };
}

function Decides({ of, run }: { readonly of: SiteSummary; readonly run: Doing['run'] }) {
  if (!of.chosen && !isUndecided(of)) return <span class="soft nowrap">{optionWords.nothingToDecide()}</span>;
  return (
    <ModeMenu
      standing={of.chosen ? standingOfMode(of.mode) : 'undecided'}
      chosen={choiceOf(of)}
      about={of.domain}
      none="undecided"
      choose={(choice) => run(async () => await ask('choose', { domain: of.domain, choice }))}
    />
  );
}

function Row({ of, run }: { readonly of: SiteSummary; readonly run: Doing['run'] }) {
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
      <td>
        <Decides of={of} run={run} />
      </td>
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
  changed,
}: {
  readonly of: readonly SiteSummary[];
  readonly order: Order<Column>;
  readonly sort: (order: Order<Column>) => void;
  /** Something was chosen. */
  readonly changed: () => void;
}) {
  const now = useNow();
  const { error, run } = useDoing(changed);
  const heads = { order, press: (by: Column) => sort(pressed(order, by)) };
  return (
    <>
      <Wide label={optionWords.sites()}>
        <table class="table">
          <thead>
            <tr>
              <SortHead by="site" name={optionWords.site()} {...heads} />
              <th scope="col">{optionWords.knowsYouAs()}</th>
              <SortHead by="since" name={optionWords.since()} {...heads} />
              <SortHead by="visits" name={optionWords.visitsIn(monthName(monthOf(now), now))} {...heads} />
              <SortHead by="companies" name={optionWords.companies()} kind="num" {...heads} />
              <th scope="col">{optionWords.itMay()}</th>
            </tr>
          </thead>
          <tbody>
            {of.map((site) => (
              <Row key={site.domain} of={site} run={run} />
            ))}
          </tbody>
        </table>
      </Wide>
      <p class="said" role="alert">
        {error !== null && optionWords.notDone(error)}
      </p>
    </>
  );
}
