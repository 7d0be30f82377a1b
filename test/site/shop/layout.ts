import { html, NOTHING, type Markup } from '../html.ts';
import { LONGEST_TERM } from './products.ts';

/** What every page of the shop needs to know of the visit. */
export interface ShopView {
  readonly number: string;
  readonly path: string;
  readonly inCart: number;
  /** The name given at sign-in; `null` where nobody is signed in. */
  readonly signedIn: string | null;
  readonly csrf: string;
  readonly term: string;
}

/** Under `/plain` nothing is set and nobody else is asked for anything. */
export function isPlain(path: string): boolean {
  return path === '/plain' || path.startsWith('/plain/');
}

function others({ number, path }: ShopView): Markup {
  const pixel = new URL('https://px.bluebird-metrics.example/p.gif');
  pixel.search = new URLSearchParams({ site: 'halden', visitor: number, page: path }).toString();
  return html`<script src="/script/numbers.js" defer></script>
    <script src="/vendor/posthog.js" defer></script>
    <script src="/vendor/snowplow.js" defer></script>
    <script src="/script/sdks.js" defer></script>
    <img class="pixel" src="${pixel.href}" alt="" width="1" height="1" />`;
}

/** A whole page of the shop. */
export function shopPage(view: ShopView, title: string, content: Markup): Markup {
  const plain = isPlain(view.path);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Halden Audio</title>
        <link rel="icon" href="/icon.svg" />
        ${plain ? NOTHING : html`<link rel="stylesheet" href="https://assets.plain-cdn.example/type.css" />`}
        <link rel="stylesheet" href="/style.css" />
        <link rel="stylesheet" href="/shop.css" />
        <script src="/script/stay.js"></script>
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/">Halden Audio</a>
          <nav aria-label="Shop">
            <a href="/hi-fi">Hi-fi</a> <a href="/stories">Stories</a> <a href="/support">Support</a>
          </nav>
          <form class="search" role="search" action="/search">
            <input
              type="search"
              name="q"
              maxlength="${LONGEST_TERM}"
              aria-label="Search the shop"
              placeholder="Search"
              value="${view.term}"
            />
            <button>Search</button>
          </form>
          <nav aria-label="You">
            <a href="/your-account">${view.signedIn ?? 'Sign in'}</a> <a href="/cart">Cart (${view.inCart})</a>
          </nav>
        </header>
        <main>${content}</main>
        <footer>
          <p>Halden Audio, 3 Weir Lane. Made slowly.</p>
          <nav aria-label="About">
            <a href="/privacy-policy">Privacy policy</a> <a href="/trends">Trends</a> <a href="/plain">Plain page</a>
          </nav>
          ${plain ? NOTHING : html`<img src="https://assets.plain-cdn.example/mark.png" alt="" width="16" height="16" />`}
        </footer>
        ${plain ? NOTHING : others(view)}
      </body>
    </html>`;
}
