import { fileReply, htmlReply, nothing, type DemoSite, type Exchange, type Reply } from '../exchange.ts';
import { html, NOTHING, type Markup } from '../html.ts';
import { collector, type Collector, type CollectorLog } from '../neighbours/collector.ts';
import { simplePage } from '../neighbours/counted-site.ts';
import { packageFile, siteFile } from '../page-files.ts';
import { bundle } from './bundle.ts';
import type { Shipped } from './sdk.ts';
import { hostOf, SDK_NAMES, SDKS, type SdkName } from './sdks.ts';

/** What each SDK's collector wrote down. */
export type StreetLog = Readonly<Record<SdkName, CollectorLog>>;

/** Where a site is its own SDK's collector. */
const OWN = '/_vercel/';

function scripts({ as }: Shipped): Markup {
  if (as !== 'script') return html`<script src="/start.js" type="module"></script>`;
  return html`<script src="/sdk.js" defer></script>
    <script src="/start.js" defer></script>`;
}

async function codeOf({ as, path }: Shipped): Promise<string> {
  return as === 'modules' ? await bundle(path) : packageFile(path);
}

async function answer(exchange: Exchange, name: SdkName): Promise<Reply> {
  const { maker, shipped } = SDKS[name];
  switch (exchange.url.pathname) {
    case '/style.css':
      return fileReply('text/css', siteFile('page/style.css'));
    case '/sdk.js':
      return fileReply('text/javascript', await codeOf(shipped));
    case '/start.js':
      return fileReply('text/javascript', siteFile(`page/street/${name}.js`));
    case '/favicon.ico':
      return nothing();
    default: {
      const content = html`<h1>Good morning</h1>
        <p>You are counted here with the SDK of ${maker}.</p>`;
      const page = { site: `${maker}’s shop`, title: 'Welcome', links: [], content };
      return htmlReply(simplePage({ ...page, others: isPlain(exchange) ? NOTHING : scripts(shipped) }));
    }
  }
}

/** A page of the site that loads nothing. */
function isPlain({ url }: Exchange): boolean {
  return url.pathname === '/plain';
}

function shop(name: SdkName, collecting: Collector): DemoSite {
  return {
    hosts: [hostOf(name)],
    log: () => collecting.collected,
    answer: async (exchange) =>
      exchange.url.pathname.startsWith(OWN) ? collecting.answer(exchange) : await answer(exchange, name),
  };
}

/** A street of shops, each with another SDK that counts its visitors, and the collectors these report to. */
export function createStreet(): { readonly sites: readonly DemoSite[]; readonly collected: StreetLog } {
  const collectors = SDK_NAMES.map((name) => [name, collector(SDKS[name].collectors, SDKS[name])] as const);
  return {
    sites: collectors.flatMap(([name, collecting]) => [shop(name, collecting), collecting]),
    collected: Object.fromEntries(collectors.map(([name, { collected }]) => [name, collected])) as StreetLog,
  };
}
