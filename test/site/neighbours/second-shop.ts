import { htmlReply } from '../exchange.ts';
import { html } from '../html.ts';
import { countedSite, pixel, simplePage, type CountedSite } from './counted-site.ts';

const LINKS = [
  ['/kettles', 'Kettles'],
  ['/teapots', 'Teapots'],
] as const;

/** Copperkettle: a second shop with the same third party. */
export function createSecondShop(): CountedSite {
  return countedSite('copperkettle.example', {
    cookie: 'ck_visitor',
    page: ({ url }, number) => {
      const link = LINKS.find(([path]) => path === url.pathname);
      const title = url.pathname === '/' ? 'Welcome' : (link?.[1] ?? 'Off the boil');
      const text = title === 'Off the boil' ? 'There is no such page.' : 'Hand-beaten, and none the worse for it.';
      const content = html`<h1>${title}</h1>
        <p>${text}</p>`;
      const others = pixel('copperkettle', number, url.pathname);
      const known = url.pathname === '/' || link !== undefined;
      return htmlReply(simplePage({ site: 'Copperkettle', title, links: LINKS, content, others }), known ? 200 : 404);
    },
  });
}
