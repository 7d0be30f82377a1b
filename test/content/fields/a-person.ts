import { isField } from '#content/fields/taken.ts';

/** An event of the person's, or of the browser for them; a page can only make others. */
export function happens(event: Event, at: EventTarget, isTrusted = true): void {
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  at.dispatchEvent(event);
}

export function find(selector: string, root: Document | ShadowRoot = document): Element {
  const element = root.querySelector(selector);
  if (element === null) throw new Error(`there is no ${selector}`);
  return element;
}

/** Somebody writes in a field; an event that says so leaves a shadow tree. */
export function fill(
  selector: string,
  value: string,
  { root, by = 'person' }: { root?: ShadowRoot; by?: string } = {},
): void {
  const field = find(selector, root);
  if (!isField(field)) throw new Error(`${selector} is no field`);
  field.value = value;
  happens(new Event('input', { bubbles: true, composed: true }), field, by === 'person');
}

export function leave(selector: string, root?: ShadowRoot): void {
  happens(new FocusEvent('blur', { composed: root === undefined }), find(selector, root));
}

export function submit(
  selector = 'form',
  { submitter = null, root }: { submitter?: HTMLElement | null; root?: ShadowRoot } = {},
): void {
  happens(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }), find(selector, root));
}

export function press(selector: string, isTrusted = true): void {
  happens(new MouseEvent('click', { bubbles: true, composed: true }), find(selector), isTrusted);
}

export function enter(selector: string, init: KeyboardEventInit = {}): void {
  happens(new KeyboardEvent('keydown', { bubbles: true, composed: true, key: 'Enter', ...init }), find(selector));
}

export function show(html: string): void {
  document.body.innerHTML = html;
}

/** A check-out with what is of a person and what is not. */
export const CHECKOUT = `
  <form action="https://pay.example/order?x=1" method="post">
    <label>Name <input name="name"></label> <label>E-mail <input name="email"></label>
    <label>Phone <input type="tel" name="phone"></label> <label>Message <textarea name="message"></textarea></label>
    <input name="newsletter_coupon"> <button>Buy</button>
  </form>`;
