import { htmlReply, type Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { shopPage, type ShopView } from './layout.ts';

/** The policy the shop opens with: paragraphs, with an empty line between them. */
export const FIRST_POLICY = `When you first come to our shop we assign a random number to you and keep it in a cookie on your computer. By itself the number does not tell us who you are.

Under that number we record how often you visit us each month, which parts of the shop you go to, how long you stay on a page, what you search for, and what you order.

We do not know who you are unless you tell us: by signing in, or on the order form. The order form asks for a card; we do not store it.

You can set your browser to notify you when you receive a cookie, and decide whether to accept it. Without cookies some of our pages, such as the cart, may not work.

Others help us to count: Bluebird Metrics, Hog and Snow receive what you look at, each under a number of its own. Bluebird Metrics is also told ours.

We may change this policy at any time.`;

export function policyPage(view: ShopView, text: string): Reply {
  const paragraphs = text
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${paragraph}</p>`);
  const content = html`<h1>Privacy policy</h1>
    <div id="policy">${paragraphs}</div>
    <p class="soft">What we have counted so far is on our <a href="/trends">trends</a> page.</p>`;
  return htmlReply(shopPage(view, 'Privacy policy', content));
}
