import { fileReply, htmlReply, nothing, type DemoSite, type Exchange, type Reply } from '../exchange.ts';
import { html, NOTHING, type Markup } from '../html.ts';
import { collector, type Collector, type CollectorLog } from '../neighbours/collector.ts';
import type { Collected } from '../neighbours/payloads.ts';
import { simplePage } from '../neighbours/counted-site.ts';
import { packageFile, packagePath, siteFile } from '../page-files.ts';
import { bundle } from './bundle.ts';
import type { Sdk, Shipped } from './sdk.ts';
import { hostOf, relayingHostOf, STREET, STREET_NAMES, type StreetName } from './sdks.ts';

/** What each SDK's collector wrote down. */
export type StreetLog = Readonly<Record<StreetName, CollectorLog>>;

/** Where a site is its own SDK's collector. */
const OWN = '/_vercel/';

/** Where a site takes what its SDK tells, and hands it on. */
const RELAY = '/relay';

function scripts({ as }: Shipped, start: string): Markup {
  if (as !== 'script') return html`<script src="${start}" type="module"></script>`;
  return html`<script src="/sdk.js" defer></script>
    <script src="${start}" defer></script>`;
}

/** Tells a story's script where to report. */
function whereTo({ url }: Exchange, name: StreetName): Markup {
  const [host = ''] = STREET[name].collectors;
  const relayed = url.hostname === relayingHostOf(name);
  const street = { collector: relayed ? `${url.origin}${RELAY}` : `https://${host}`, relayed };
  return { markup: `<script>const street = ${JSON.stringify(street)};</script>` };
}

async function codeOf({ as, path }: Shipped): Promise<string> {
  return as === 'modules' ? await bundle(packagePath(path)) : packageFile(path);
}

async function answer(exchange: Exchange, name: StreetName): Promise<Reply> {
  const { maker, shipped } = STREET[name];
  switch (exchange.url.pathname) {
    case '/style.css':
      return fileReply('text/css', siteFile('page/style.css'));
    case '/sdk.js':
      return fileReply('text/javascript', await codeOf(shipped));
    case '/start.js':
      return fileReply('text/javascript', siteFile(`page/street/${name}.js`));
    case '/story.js':
      return fileReply('text/javascript', siteFile(`page/street/stories/${name}.js`));
    case '/script/stay.js':
      return fileReply('text/javascript', '');
    case '/favicon.ico':
      return nothing();
    case '/story': {
      const others = [whereTo(exchange, name), scripts(shipped, '/story.js')];
      const content = html`<h1>A story</h1>
        <p>It is told by the SDK of ${maker}.</p>`;
      return htmlReply(
        simplePage({ site: `${maker}’s shop`, title: 'A story', links: [], content, others: html`${others}` }),
      );
    }
    default: {
      const content = html`<h1>Good morning</h1>
        <p>You are counted here with the SDK of ${maker}.</p>`;
      const page = { site: `${maker}’s shop`, title: 'Welcome', links: [], content };
      return htmlReply(simplePage({ ...page, others: isPlain(exchange) ? NOTHING : scripts(shipped, '/start.js') }));
    }
  }
}

/** A page of the site that loads nothing. */
function isPlain({ url }: Exchange): boolean {
  return url.pathname === '/plain';
}

/** The request that arrived at the site, as it is handed on. */
function handedOn(exchange: Exchange): Exchange {
  const url = new URL(exchange.url);
  url.pathname = url.pathname.slice(RELAY.length);
  return { ...exchange, url };
}

function shop(name: StreetName, collecting: Collector): DemoSite {
  return {
    hosts: [hostOf(name), relayingHostOf(name)],
    log: () => collecting.collected,
    answer: async (exchange) => {
      if (exchange.url.pathname.startsWith(`${RELAY}/`)) return collecting.answer(handedOn(exchange));
      return exchange.url.pathname.startsWith(OWN) ? collecting.answer(exchange) : await answer(exchange, name);
    },
  };
}

function collectorOf(name: StreetName): Collector {
  const sdk: Sdk = STREET[name];
  const seen = new Set<string>();
  const read = (exchange: Exchange): Collected => {
    const said = sdk.read(exchange);
    return { ...said, events: sdk.events?.(exchange, seen) ?? said.events };
  };
  return collector(sdk.collectors, { read, answer: sdk.answer });
}

/** A street of shops, each with another SDK that counts its visitors, and the collectors these report to. */
export function createStreet(): { readonly sites: readonly DemoSite[]; readonly collected: StreetLog } {
  const collectors = STREET_NAMES.map((name) => [name, collectorOf(name)] as const);
  return {
    sites: collectors.flatMap(([name, collecting]) => [shop(name, collecting), collecting]),
    collected: Object.fromEntries(collectors.map(([name, { collected }]) => [name, collected])) as StreetLog,
  };
}
