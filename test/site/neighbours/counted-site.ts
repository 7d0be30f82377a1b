import { answerReport, countPage, countRequest, isPage, recognise, REPORTS } from '../counted.ts';
import { fileReply, nothing, type DemoSite, type Exchange, type Reply } from '../exchange.ts';
import { html, NOTHING, type Markup } from '../html.ts';
import { siteFile } from '../page-files.ts';
import { createVisitorLog, type VisitorLog } from '../visitor-log.ts';

/** A site that gives each visitor a number and keeps a log like the shop's. */
export type CountedSite = DemoSite & { readonly visitors: VisitorLog };

const FILES = new Map<string, () => Reply>([
  ['/style.css', () => fileReply('text/css', siteFile('page/style.css'))],
  ['/script/stay.js', () => fileReply('text/javascript', siteFile('page/stay.js'))],
  ['/favicon.ico', () => nothing()],
]);

/** How a page looks on a site of one look. */
export interface SimplePage {
  readonly site: string;
  readonly title: string;
  readonly links: readonly (readonly [href: string, text: string])[];
  readonly content: Markup;
  /** Goes to the end: what the page asks other parties for. */
  readonly others?: Markup;
}

export function simplePage({ site, title, links, content, others = NOTHING }: SimplePage): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${site}</title>
        <link rel="stylesheet" href="/style.css" />
        <script src="/script/stay.js"></script>
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/">${site}</a>
          <nav>${links.map(([href, text]) => html`<a href="${href}">${text}</a> `)}</nav>
        </header>
        <main>${content}</main>
        ${others}
      </body>
    </html>`;
}

/** The third party's pixel, with the site's own number in clear in its address. */
export function pixel(site: string, number: string, path: string): Markup {
  const address = new URL('https://px.bluebird-metrics.example/p.gif');
  address.search = new URLSearchParams({ site, visitor: number, page: path }).toString();
  return html`<img class="pixel" src="${address.href}" alt="" width="1" height="1" />`;
}

/** A counted site whose pages come from a function of the request and the visitor's number. */
export function countedSite(
  host: string,
  { cookie, page }: { readonly cookie: string; readonly page: (exchange: Exchange, number: string) => Reply },
): CountedSite {
  const visitors = createVisitorLog(host, cookie);
  return {
    hosts: [host],
    visitors,
    log: () => visitors,
    answer: (exchange) => {
      const visitor = recognise(exchange, visitors);
      const counting = { log: visitors, visitor };
      const file = FILES.get(exchange.url.pathname);
      if (file !== undefined || REPORTS.has(exchange.url.pathname)) {
        countRequest(exchange, counting);
        return file?.() ?? answerReport(exchange, counting);
      }
      const reply = page(exchange, visitor.number);
      return isPage(exchange, reply) ? countPage(exchange, reply, counting) : reply;
    },
  };
}
