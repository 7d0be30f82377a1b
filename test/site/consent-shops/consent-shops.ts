import { cmpFile } from '../cmps/cmps.ts';
import { fileReply, htmlReply, jsonBody, jsonReply, nothing, withHeaders } from '../exchange.ts';
import type { DemoSite, Exchange, Reply } from '../exchange.ts';
import { html, NOTHING, type Markup } from '../html.ts';
import { simplePage } from '../neighbours/counted-site.ts';
import { siteFile, sitePath } from '../page-files.ts';
import { bundle } from '../street/bundle.ts';
import { deedsOf, linesOf, type Manner, pageDeed, withChoice, withPage } from './cookies.ts';
import type { Pressed, ShopDeed, ShopLog } from './shop-log.ts';

/** Stores consent whatever is pressed, counts everybody, and says that it may. */
export const LYING_SHOP = 'lying-shop.example';
/** Does what was chosen. */
export const HONEST_SHOP = 'honest-shop.example';
/** Sets what it cannot do without before it asks, and nothing else. */
export const CLUMSY_SHOP = 'clumsy-shop.example';

const HOSTS: Readonly<Record<Manner, string>> = { lying: LYING_SHOP, honest: HONEST_SHOP, clumsy: CLUMSY_SHOP };

const PAGES: Readonly<Record<string, string>> = { '/': 'Good morning', '/hi-fi': 'Hi-fi', '/offers': 'Offers' };

const DAY_SECONDS = 86_400;

/**
 * What the two that count declare of their devices' storage.
 * @see https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/Vendor%20Device%20Storage%20%26%20Operational%20Disclosures.md
 */
const STORAGE = {
  disclosures: [
    { identifier: '_ga', type: 'cookie', maxAgeSeconds: 30 * DAY_SECONDS, cookieRefresh: false, purposes: [1, 8, 9] },
    { identifier: 'bbid', type: 'cookie', maxAgeSeconds: 30 * DAY_SECONDS, cookieRefresh: false, purposes: [1, 3, 4] },
  ],
};

function page(manner: Manner, title: string): Markup {
  const site = `The ${manner} shop`;
  const links = Object.entries(PAGES).map(([href, text]) => [href, text] as const);
  const content = html`<h1>${title}</h1>
    <button type="button" id="privacy-settings">Privacy settings</button>`;
  const others = html`<link rel="stylesheet" href="/dialog.css" />
    ${manner === 'clumsy' ? NOTHING : html`<script src="/tcf-stub.js"></script>`}
    <script src="/shop.js" type="module"></script>`;
  return simplePage({ site, title, links, content, others });
}

async function fileOf(manner: Manner, path: string): Promise<Reply | undefined> {
  switch (path) {
    case '/shop.js':
      return fileReply('text/javascript', await bundle(sitePath(`page/consent-shops/${manner}.js`)));
    case '/style.css':
      return fileReply('text/css', siteFile('page/style.css'));
    case '/script/stay.js':
      return fileReply('text/javascript', '');
    case '/device-storage.json':
      return manner === 'clumsy' ? nothing(404) : jsonReply(STORAGE);
    case '/.well-known/gpc.json':
      return manner === 'honest' ? jsonReply({ gpc: true, lastUpdate: '2026-03-01' }) : nothing(404);
    default:
      return await cmpFile(path);
  }
}

/** What a page told of a choice; `undefined`: nothing that can be read. */
function choiceIn(exchange: Exchange): { readonly pressed: Pressed; readonly text: string } | undefined {
  const told = jsonBody(exchange);
  if (typeof told !== 'object' || told === null || !('pressed' in told) || !('text' in told)) return undefined;
  const { pressed, text } = told;
  const isPress = pressed === 'accept' || pressed === 'reject' || pressed === 'save' || pressed === null;
  return isPress && typeof text === 'string' ? { pressed, text } : undefined;
}

function shop(manner: Manner, deeds: ShopDeed[]): DemoSite {
  return {
    hosts: [HOSTS[manner]],
    log: () => deeds,
    answer: async (exchange) => {
      const { url, method, at } = exchange;
      const title = PAGES[url.pathname];
      if (title !== undefined) {
        const cookies = withPage(manner, exchange);
        deeds.push(pageDeed(exchange), ...deedsOf(cookies, at));
        return withHeaders(htmlReply(page(manner, title)), linesOf(cookies));
      }
      if (`${method} ${url.pathname}` !== 'POST /choice') return (await fileOf(manner, url.pathname)) ?? nothing(404);
      const choice = choiceIn(exchange);
      if (choice === undefined) return nothing(400);
      const cookies = withChoice(manner, exchange, choice);
      deeds.push({ at, did: 'stored', ...choice }, ...deedsOf(cookies, at));
      return withHeaders(nothing(), linesOf(cookies));
    },
  };
}

/** Three shops that ask for consent, and what each wrote down of what it did. */
export function createConsentShops(): {
  readonly sites: readonly DemoSite[];
  readonly deeds: Readonly<Record<Manner, ShopLog>>;
} {
  const deeds: Readonly<Record<Manner, ShopDeed[]>> = { lying: [], honest: [], clumsy: [] };
  const manners = Object.keys(HOSTS) as readonly Manner[];
  return { sites: manners.map((manner) => shop(manner, deeds[manner])), deeds };
}
