import { setCookieLine } from '../cookie-header.ts';
import { formBody, htmlReply, nothing, redirect, type Exchange, type Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { shopPage, type ShopView } from './layout.ts';
import { euros, productOf, type Product } from './products.ts';

const CART = 'halden_cart';

/** A cart lasts two weeks. */
const CART_DAYS = 14;

/** The cookie's value: product ids with a dot between them. */
function cartLine(products: readonly Product[]): string {
  return setCookieLine(CART, products.map(({ id }) => id).join('.'), { days: CART_DAYS });
}

/** Throws the cart away. */
export const EMPTY_CART = setCookieLine(CART, '', { days: 0 });

/** What is in the cart; what the shop does not sell is left out. */
export function cartOf(exchange: Exchange): readonly Product[] {
  return (exchange.cookies.get(CART) ?? '').split('.').flatMap((id) => productOf(id) ?? []);
}

/** The form that puts a product into the cart. */
export function addButton(product: Product) {
  return html`<form method="post" action="/cart">
    <button name="add" value="${product.id}" class="main">Add to cart</button>
  </form>`;
}

/** `POST /cart`: adds a product and shows the cart. */
export function addToCart(exchange: Exchange): Reply {
  const product = productOf(formBody(exchange).get('add') ?? '');
  if (product === undefined) return nothing(400);
  return redirect('/cart', [['Set-Cookie', cartLine([...cartOf(exchange), product])]]);
}

export function total(products: readonly Product[]): string {
  return euros(products.reduce((sum, { price }) => sum + price, 0));
}

export function cartPage(view: ShopView, products: readonly Product[]): Reply {
  const rows = products.map(
    ({ id, name, kind, price }) =>
      html`<tr data-item="${id}">
        <td><a href="/hi-fi/${id}">${name}</a>, ${kind.toLowerCase()}</td>
        <td>${euros(price)}</td>
      </tr>`,
  );
  const content =
    products.length === 0
      ? html`<h1>Your cart</h1>
          <p>Empty, and quiet. <a href="/hi-fi">Here is what we make.</a></p>`
      : html`<h1>Your cart</h1>
          <table>
            ${rows}
            <tr>
              <th>Together</th>
              <th>${total(products)}</th>
            </tr>
          </table>
          <p><a class="main" href="/order" id="to-order">Order</a></p>`;
  return htmlReply(shopPage(view, 'Your cart', content));
}
