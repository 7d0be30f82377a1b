import {
  type DemoSite,
  type Exchange,
  fileReply,
  htmlReply,
  jsonReply,
  nothing,
  redirect,
  type Reply,
  withHeaders,
} from '../exchange.ts';
import { html } from '../html.ts';
import { siteFile } from '../page-files.ts';

/** States that it follows Global Privacy Control, and asks everybody in every way. */
export const MINDFUL = 'signal-mindful.example';
/** The same pages; states nothing. */
export const SILENT = 'signal-silent.example';
/** Whom both have in their pages. */
export const SIGNAL_PARTNER = 'signal-partner.example';

const SCRIPTS = ['signal', 'signal-worker'];

/** A page whose first script notes what it is told; the rest asks, and says so in the title when all is done. */
function page(asks: boolean): Reply {
  const first = { markup: `<script>globalThis.toldFirst = navigator.globalPrivacyControl;</script>` };
  const rest = asks
    ? { markup: `<script src="/signal.js" data-partner="${SIGNAL_PARTNER}"></script>` }
    : { markup: '' };
  return htmlReply(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          ${first}
          <title>Asking</title>
        </head>
        <body>
          <h1>A signal</h1>
          ${rest}
        </body>
      </html>`,
  );
}

function answer({ url, method, headers }: Exchange): Reply {
  const open = [['Access-Control-Allow-Origin', headers.origin ?? '*']] as const;
  const name = SCRIPTS.find((one) => url.pathname === `/${one}.js`);
  if (name !== undefined) return fileReply('text/javascript', siteFile(`page/${name}.js`), 'no-store');
  if (url.pathname === '/.well-known/gpc.json')
    return url.hostname === MINDFUL ? jsonReply({ gpc: true, lastUpdate: '2026-03-01' }) : nothing(404);
  if (url.pathname === '/away') return redirect(url.searchParams.get('to') ?? '/');
  if (url.pathname === '/' || url.pathname === '/frame') return page(url.pathname === '/');
  return withHeaders(method === 'GET' ? fileReply('text/plain', 'heard', 'no-store') : nothing(), open);
}

/** Two sites whose pages ask in every way, and a third party in both. */
export function createSignal(): DemoSite {
  return { hosts: [MINDFUL, SILENT, SIGNAL_PARTNER], log: () => [], answer };
}
