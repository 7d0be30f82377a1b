import { formBody, htmlReply, redirect, type Exchange, type Reply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { recordOrder, type VisitorRecord } from '../visitor-log.ts';
import { EMPTY_CART, total } from './cart.ts';
import { shopPage, type ShopView } from './layout.ts';
import type { Product } from './products.ts';

/** The orders the shop knows: what was ordered, by reference. Nobody's name, address or card is kept. */
export type Orders = Map<string, readonly Product[]>;

const FIRST_REFERENCE = 1042;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly autocomplete: string;
  readonly type?: 'text' | 'email' | 'tel';
}

const CONTACT: readonly Field[] = [
  { name: 'name', label: 'Name', autocomplete: 'name' },
  { name: 'email', label: 'E-mail', autocomplete: 'email', type: 'email' },
  { name: 'phone', label: 'Telephone', autocomplete: 'tel', type: 'tel' },
  { name: 'street', label: 'Street', autocomplete: 'street-address' },
  { name: 'postcode', label: 'Postcode', autocomplete: 'postal-code' },
  { name: 'city', label: 'City', autocomplete: 'address-level2' },
];

const CARD: readonly Field[] = [
  { name: 'card', label: 'Card number', autocomplete: 'cc-number' },
  { name: 'card-name', label: 'Name on the card', autocomplete: 'cc-name' },
  { name: 'card-until', label: 'Valid until', autocomplete: 'cc-exp' },
  { name: 'card-code', label: 'Security code', autocomplete: 'cc-csc' },
];

function field({ name, label, autocomplete, type = 'text' }: Field): Markup {
  return html`<label>${label} <input name="${name}" type="${type}" autocomplete="${autocomplete}" required /></label>`;
}

export function orderPage(view: ShopView, products: readonly Product[]): Reply {
  if (products.length === 0) return redirect('/cart');
  const content = html`<h1>Order</h1>
    <p>${products.map(({ name }) => name).join(', ')}: ${total(products)}, delivered by somebody careful.</p>
    <form method="post" action="/order" class="fields" id="order">
      <input type="hidden" name="csrf" value="${view.csrf}" />
      <fieldset>
        <legend>Where to</legend>
        ${CONTACT.map(field)}
      </fieldset>
      <fieldset>
        <legend>Paid with</legend>
        ${CARD.map(field)}
      </fieldset>
      <p><button class="main">Place the order</button></p>
    </form>
    <p class="soft">This is a demonstration: nothing is charged, and the card is neither stored nor logged.</p>`;
  return htmlReply(shopPage(view, 'Order', content));
}

function isComplete(exchange: Exchange): boolean {
  const form = formBody(exchange);
  return [...CONTACT, ...CARD].every(({ name }) => (form.get(name) ?? '').trim() !== '');
}

/** `POST /order`: takes the order and leads to its confirmation. Only what was ordered is kept. */
export function placeOrder(
  exchange: Exchange,
  products: readonly Product[],
  { orders, record }: { readonly orders: Orders; readonly record: VisitorRecord | undefined },
): Reply {
  if (products.length === 0 || !isComplete(exchange)) return redirect('/order');
  const reference = `H-${FIRST_REFERENCE + orders.size}`;
  orders.set(reference, products);
  if (record !== undefined) recordOrder(record, reference, exchange.at);
  return redirect(`/order/thank-you?order=${reference}`, [['Set-Cookie', EMPTY_CART]]);
}

/** The confirmation: shown as often as one likes, and never for an order that was not placed. */
export function thanksPage(view: ShopView, orders: Orders, reference: string): Reply {
  const products = orders.get(reference);
  if (products === undefined) return redirect('/your-account');
  const content = html`<h1>Thank you</h1>
    <p>Your order <strong>${reference}</strong> is on the bench: ${products.map(({ name }) => name).join(', ')}.</p>
    <p>While it is on its way, there are <a href="/stories">stories</a>.</p>`;
  return htmlReply(shopPage(view, 'Thank you', content));
}
