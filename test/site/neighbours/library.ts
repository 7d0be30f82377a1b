import { randomBytes } from 'node:crypto';
import { setCookieLine } from '../cookie-header.ts';
import { fileReply, htmlReply, nothing, type DemoSite, type Header } from '../exchange.ts';
import { html } from '../html.ts';
import { siteFile } from '../page-files.ts';
import { logged, type LoggedRequest, type RequestLog } from '../request-log.ts';
import { simplePage } from './counted-site.ts';

const LINKS = [
  ['/opening-hours', 'Opening hours'],
  ['/catalogue', 'Catalogue'],
] as const;

const YEAR = 365;

/** Riverside Library: a site that keeps preferences and a form token, and gives nobody a number. */
export function createLibrary(): DemoSite & { readonly requests: RequestLog } {
  const requests: LoggedRequest[] = [];
  return {
    hosts: ['riverside-library.example'],
    requests,
    log: () => ({ site: 'riverside-library.example', requests }),
    answer: (exchange) => {
      requests.push(logged(exchange));
      const { pathname } = exchange.url;
      if (pathname === '/style.css') return fileReply('text/css', siteFile('page/style.css'));
      if (exchange.method !== 'GET' || pathname.startsWith('/script/') || pathname === '/favicon.ico') return nothing();
      const title = LINKS.find(([path]) => path === pathname)?.[1] ?? 'Welcome';
      const content = html`<h1>${title}</h1>
        <p>Open every day but the quiet one. Nobody counts you here; please bring the book back.</p>`;
      const cookies: Header[] = [
        ['Set-Cookie', setCookieLine('lang', 'en', { days: YEAR })],
        ['Set-Cookie', setCookieLine('theme', 'large-type', { days: YEAR })],
      ];
      if (!exchange.cookies.has('csrf')) {
        cookies.push(['Set-Cookie', setCookieLine('csrf', randomBytes(16).toString('hex'), { httpOnly: true })]);
      }
      return htmlReply(simplePage({ site: 'Riverside Library', title, links: LINKS, content }), 200, cookies);
    },
  };
}
