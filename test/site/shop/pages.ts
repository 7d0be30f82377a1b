import { htmlReply, type Reply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { addButton } from './cart.ts';
import { drawing } from './drawings.ts';
import { shopPage, type ShopView } from './layout.ts';
import { euros, findProducts, PRODUCTS, type Product } from './products.ts';

function card({ id, name, kind, line, price }: Product): Markup {
  return html`<li>
    <a class="card" href="/hi-fi/${id}"
      >${drawing(id)}<strong>${name}</strong> <span class="soft">${kind}</span> <span>${line}</span>
      <span class="price">${euros(price)}</span></a
    >
  </li>`;
}

function cards(products: readonly Product[]): Markup {
  return html`<ul class="cards">
    ${products.map(card)}
  </ul>`;
}

export function homePage(view: ShopView): Reply {
  const content = html`<section class="hero">
      <div>
        <h1>Listen for a long time</h1>
        <p>We make five things that play music. We have been meaning to make a sixth.</p>
        <p><a class="main" href="/hi-fi">See all five</a></p>
      </div>
      ${drawing('model-1')}
    </section>
    <p class="hint">
      Try it: search for <a href="/search?q=car+mp3+player">car mp3 player</a>, put something into the cart, sign in,
      read a <a href="/stories">story</a>. This shop does what its <a href="/privacy-policy">privacy policy</a> says.
    </p>
    ${cards(PRODUCTS.slice(1, 4))}`;
  return htmlReply(shopPage(view, 'Home', content));
}

export function departmentPage(view: ShopView): Reply {
  const content = html`<h1>Hi-fi</h1>
    <p>All of it. We checked the shelf.</p>
    ${cards(PRODUCTS)}`;
  return htmlReply(shopPage(view, 'Hi-fi', content));
}

export function productPage(view: ShopView, product: Product): Reply {
  const content = html`<section class="hero">
    <div>
      <h1>${product.name}</h1>
      <p class="soft">${product.kind}</p>
      <p>${product.line} ${product.story}</p>
      <p class="price">${euros(product.price)}</p>
      ${addButton(product)}
    </div>
    ${drawing(product.id)}
  </section>`;
  return htmlReply(shopPage(view, `${product.name}, ${product.kind}`, content));
}

export function searchPage(view: ShopView): Reply {
  const found = findProducts(view.term);
  const heading = view.term === '' ? html`<h1>Search</h1>` : html`<h1>Results for “${view.term}”</h1>`;
  const results =
    found.length > 0 ? cards(found) : html`<p>Nothing by that name. Perhaps <a href="/hi-fi">by that sound</a>?</p>`;
  return htmlReply(
    shopPage(
      view,
      'Search',
      html`${heading} ${view.term === '' ? html`<p>What would you like to hear?</p>` : results}`,
    ),
  );
}

export function supportPage(view: ShopView, topic: string | undefined): Reply {
  const content =
    topic === 'cables'
      ? html`<h1>Cables</h1>
          <p>The short one is for the short distance. <a href="/support">Back to support</a></p>`
      : html`<h1>Support</h1>
          <h2>It makes no sound</h2>
          <p>Turn the large knob. If it turns, turn it the other way.</p>
          <h2>It makes a sound</h2>
          <p>Lovely. Sit down. Otherwise, see <a href="/support/cables">cables</a>.</p>`;
  return htmlReply(shopPage(view, topic === 'cables' ? 'Cables' : 'Support', content));
}

export function plainPage(view: ShopView): Reply {
  const content = html`<h1>A plain page</h1>
    <p>No number is given here, nothing is stored, and nobody else is asked for anything.</p>
    <p><a href="/plain/again">Another one</a></p>`;
  return htmlReply(shopPage(view, 'A plain page', content));
}

/** Its statistics go out in an address instead of a body. */
export function byAddressPage(view: ShopView): Reply {
  const content = html`<h1>By address</h1>
    <p>What this page reports to Snow can be read in the address.</p>`;
  return htmlReply(shopPage(view, 'By address', content));
}

/** A form came back without the cookie that vouches for it. */
export function strangeFormPage(view: ShopView): Reply {
  const content = html`<h1>We did not recognise that form</h1>
    <p>It came without its cookie. If your browser keeps cookies away from us, forms cannot work.</p>`;
  return htmlReply(shopPage(view, 'Form not recognised', content), 403);
}

export function missingPage(view: ShopView): Reply {
  const content = html`<h1>We looked everywhere</h1>
    <p>Even behind the loudspeakers. There is no such page; <a href="/">home</a> is still where it was.</p>`;
  return htmlReply(shopPage(view, 'No such page', content), 404);
}
