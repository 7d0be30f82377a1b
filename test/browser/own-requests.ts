import type { DemoSites } from '../site/sites.ts';
import type { TestBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';

/** Hosts that the bare browsers ask by themselves. */
const OF_THE_BROWSERS = /(?:^|\.)(?:google|googleapis|gstatic|mozilla|firefox|mozgcp)\.(?:com|net|org)(?::|$)/u;

/** Requests of the extension's own since a moment, as the proxy saw them. */
export interface OwnRequests {
  /** Addresses that the extension itself asked for. */
  readonly made: () => readonly string[];
  /** What was asked for that is neither a demo site's nor known to be the browser's. */
  readonly strange: () => readonly string[];
}

/** Begins to look for them; first it has the extension make two, to see that one would be seen and known for one. */
export async function watchOwnRequests(sites: DemoSites, browser: TestBrowser): Promise<OwnRequests> {
  await browser.inExtension(async () => {
    await fetch('https://planted.example/by-the-extension').catch(() => undefined);
    await fetch('https://riverside-library.example/by-the-extension').catch(() => undefined);
  });
  const since = (at: number): readonly string[] =>
    sites.proxyLog
      .slice(at)
      .filter(({ host, headers, kind }) => {
        const origin = `${headers['origin'] ?? ''} ${headers['referer'] ?? ''}`;
        // What an extension asks a site for has the mode of a script's request, but no page behind it.
        if (headers['sec-fetch-mode'] === 'cors' && origin === ' ') return true;
        return host.startsWith('planted.example') || (kind === 'request' && /(?:chrome|moz)-extension:/u.test(origin));
      })
      .map(({ url }) => url);
  await until('both planted requests at the proxy', () => new Set(since(0)).size >= 2);
  const begun = sites.proxyLog.length;
  return {
    made: () => since(begun),
    strange: () =>
      sites.proxyLog
        .slice(begun)
        .filter(({ known, host }) => !known && !OF_THE_BROWSERS.test(host))
        .map(({ url }) => url),
  };
}
