import { htmlReply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { countedSite, pixel, simplePage, type CountedSite } from './counted-site.ts';
import { frontFile, frontPage } from './front.ts';

const LINKS = [
  ['/world', 'World'],
  ['/culture', 'Culture'],
  ['/weather', 'Weather'],
] as const;

const ARTICLES = new Map<string, readonly [title: string, text: string]>([
  ['/world/ferry', ['The ferry is on time', 'Passengers, unprepared, were left standing with half a coffee.']],
  ['/world/bridge', ['A bridge is thanked', 'It has carried the town for a hundred years and asked for paint twice.']],
  ['/culture/quartet', ['Quartet plays to one', 'He liked it, and so the hall was full of praise.']],
  ['/culture/radio', ['Radio, repaired', 'It had only been turned down, since 1987.']],
]);

const LIST = html`<ul>
  ${[...ARTICLES].map(([path, [title]]) => html`<li><a href="${path}">${title}</a></li>`)}
</ul>`;

/** What every page of the paper asks the third party for: a pixel, a frame, and an image behind three redirects. */
function others(number: string, path: string): Markup {
  return html`${pixel('northwind', number, path)}

    <img class="pixel" src="https://r.bluebird-metrics.example/hop?n=3" alt="" width="1" height="1" />`;
}

/** Northwind News: another site with the same third party. */
export function createNews(): CountedSite {
  return countedSite('northwind-news.example', {
    cookie: 'nw_id',
    page: ({ url }, number) => {
      const file = frontFile(url.pathname);
      if (file !== undefined) return file;
      if (url.pathname === '/front') {
        const front = { site: 'Northwind News', title: 'Front page', links: LINKS, content: frontPage(number) };
        return htmlReply(simplePage(front));
      }
      const article = ARTICLES.get(url.pathname);
      const known = article !== undefined || url.pathname === '/' || LINKS.some(([path]) => path === url.pathname);
      const [title, text] =
        article ?? (known ? ['Today', 'Quiet, with a chance of news.'] : ['Not printed', 'No such page.']);
      const content = html`<h1>${title}</h1>
        <p>${text}</p>
        ${LIST}
        <p>
          <a href="https://r.bluebird-metrics.example/hop?n=3&amp;to=https%3A%2F%2Fhalden-audio.example%2Fhi-fi">
            Halden Audio: a word from our advertiser</a
          >
        </p>
        <iframe
          class="word"
          src="https://frame.bluebird-metrics.example/frame"
          title="Bluebird"
          width="160"
          height="44"
        ></iframe>`;
      const page = { site: 'Northwind News', title, links: LINKS, content, others: others(number, url.pathname) };
      return htmlReply(simplePage(page), known ? 200 : 404);
    },
  });
}
