import { htmlReply, type Reply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { monthOf, type MonthRecord, type VisitorLog } from '../visitor-log.ts';
import { shopPage, type ShopView } from './layout.ts';

/** Pixels. */
const WIDEST = 240;

function sum(months: readonly MonthRecord[], of: (month: MonthRecord) => number): number {
  return months.reduce((total, month) => total + of(month), 0);
}

/** Counts by key, added up over months, most first. */
function ranked(months: readonly MonthRecord[]): readonly (readonly [string, number])[] {
  const totals = new Map<string, number>();
  for (const { sections } of months) {
    for (const [section, pages] of Object.entries(sections)) totals.set(section, (totals.get(section) ?? 0) + pages);
  }
  return [...totals].sort((a, b) => b[1] - a[1]);
}

function figure(amount: number | string, [one, many]: readonly [one: string, many: string]): Markup {
  return html`<li><strong>${amount}</strong> ${amount === 1 ? one : many}</li>`;
}

/** The shop's own view of its visitors, from the same log that the oracle shows. */
export function trendsPage(view: ShopView, log: VisitorLog, at: number): Reply {
  const month = monthOf(at);
  const months = log.visitors.flatMap((visitor) => visitor.months[month] ?? []);
  const sections = ranked(months);
  const most = sections[0]?.[1] ?? 1;
  const minutes = sum(months, ({ milliseconds }) => milliseconds) / 60_000;
  const searches = log.visitors.flatMap(({ searches: all }) => all).sort((a, b) => b.at - a.at);
  const bars = sections.map(
    ([section, pages]) =>
      html`<tr>
        <th scope="row">${section}</th>
        <td><span class="bar" style="width: ${Math.round((pages / most) * WIDEST)}px"></span>${pages}</td>
      </tr>`,
  );
  const content = html`<h1>Trends, ${month}</h1>
    <ul class="figures">
      ${figure(months.length, ['number seen', 'numbers seen'])}
      ${figure(
        sum(months, ({ visits }) => visits),
        ['visit', 'visits'],
      )}
      ${figure(
        sum(months, ({ pages }) => pages),
        ['page', 'pages'],
      )}
      ${figure(minutes.toFixed(1), ['minute in the shop', 'minutes in the shop'])}
      ${figure(
        sum(months, ({ orders }) => orders),
        ['order', 'orders'],
      )}
    </ul>
    <h2>Where they go</h2>
    <table>
      ${bars}
    </table>
    <h2>What they ask for</h2>
    <p>
      ${
        searches.length === 0
          ? 'Nothing yet.'
          : searches
              .slice(0, 8)
              .map(({ term }) => term.slice(0, 60))
              .join(' · ')
      }
    </p>
    <p class="soft">You are number ${view.number}.</p>`;
  return htmlReply(shopPage(view, 'Trends', content));
}
