import { fileReply, type Reply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { squarePng } from './cdn.ts';
import { pixel } from './counted-site.ts';

/** How much of each kind the front page asks for, besides what every page does: 60 in all. */
const ASKS = { pictures: 30, parts: 5, marks: 15, pixels: 10 } as const;

const PICTURE = squarePng(24, [38, 92, 122]);

function places(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place + 1);
}

/** A full front page: pictures and scripts of the paper's own, a content host's marks, and the third party's pixels. */
export function frontPage(number: string): Markup {
  return html`<h1>The front page</h1>
    ${places(ASKS.pictures).map((place) => html`<img src="/picture/${place}.png" alt="" width="24" height="24" />`)}
    ${places(ASKS.marks).map(
      (place) => html`<img src="https://assets.plain-cdn.example/mark.png?${place}" alt="" width="16" height="16" />`,
    )}
    ${places(ASKS.pixels).map((place) => pixel('northwind', number, `/front/${place}`))}
    ${places(ASKS.parts).map((place) => html`<script src="/part/${place}.js"></script>`)}`;
}

/** What the front page asks the paper itself for; `undefined` for any other path. */
export function frontFile(path: string): Reply | undefined {
  if (path.startsWith('/picture/')) return fileReply('image/png', PICTURE, 'no-store');
  if (path.startsWith('/part/')) return fileReply('text/javascript', 'document.title;\n', 'no-store');
  return undefined;
}
