import { fileReply, htmlReply, jsonReply, nothing, type DemoSite, type Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { packageFile, siteFile, sitePath } from '../page-files.ts';
import { bundle } from '../street/bundle.ts';
import { VENDOR_LIST } from './vendor-list.ts';

/** A framework of the IAB; of the European one also what “Reject all” leaves on. */
type Framework =
  | { readonly is: 'tcf'; readonly rejecting: 'objects' | 'keeps-interest' }
  | { readonly is: 'gpp'; readonly rejecting: 'all' };

/** Sites that ask by the IAB's own libraries, unmodified, with a banner of their own. */
const CMPS = {
  'tcf-banner.example': { is: 'tcf', rejecting: 'objects' },
  'tcf-interest-banner.example': { is: 'tcf', rejecting: 'keeps-interest' },
  'gpp-banner.example': { is: 'gpp', rejecting: 'all' },
} as const satisfies Readonly<Record<string, Framework>>;

/** Rejects legitimate interest with the rest. */
export const TCF_BANNER = 'tcf-banner.example';
/** Rejects consent alone. */
export const TCF_INTEREST_BANNER = 'tcf-interest-banner.example';
/** Asks by the national section and California's. */
export const GPP_BANNER = 'gpp-banner.example';

/** Files that a page with a CMP of the IAB's frameworks asks for; `undefined`: it is none of them. */
export async function cmpFile(path: string): Promise<Reply | undefined> {
  switch (path) {
    case '/clock.js':
      return fileReply('text/javascript', siteFile('page/cmps/clock.js'));
    case '/tcf-stub.js':
      return fileReply('text/javascript', packageFile('@iabtechlabtcf/stub/lib/stub.js'));
    case '/gpp-stub.js':
      return fileReply('text/javascript', siteFile('page/cmps/gpp-stub.js'));
    case '/tcf.js':
    case '/gpp.js':
      return fileReply('text/javascript', await bundle(sitePath(`page/cmps${path}`)));
    case '/dialog.css':
      return fileReply('text/css', siteFile('page/cmps/dialog.css'));
    case '/vendor-list/vendor-list.json':
      return jsonReply(VENDOR_LIST);
    default:
      return undefined;
  }
}

function page({ is, rejecting }: Framework): Reply {
  return htmlReply(
    html`<!doctype html>
      <html lang="en" data-rejecting="${rejecting}">
        <head>
          <meta charset="utf-8" />
          <title>Asked by ${is}</title>
          <link rel="stylesheet" href="/dialog.css" />
          <script src="/${is}-stub.js"></script>
          <script src="/${is}.js" type="module"></script>
          <script src="/clock.js" defer></script>
        </head>
        <body>
          <h1>Asked by ${is}</h1>
          <p>Good morning. It is <time id="clock"></time>.</p>
          <button type="button" id="privacy-settings">Privacy settings</button>
        </body>
      </html>`,
  );
}

/** All of them. */
export function createCmpSites(): readonly DemoSite[] {
  return Object.entries(CMPS).map(([host, framework]) => ({
    hosts: [host],
    log: () => [],
    answer: async ({ url }) => {
      if (url.pathname === '/') return page(framework);
      return (await cmpFile(url.pathname)) ?? nothing(404);
    },
  }));
}
