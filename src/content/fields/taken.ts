/** A field of a form in which something is written or chosen. */
export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function isField(value: unknown): value is Field {
  return (
    value instanceof HTMLInputElement || value instanceof HTMLSelectElement || value instanceof HTMLTextAreaElement
  );
}

/**
 * Reads a property by the getter of its interface: a form and a document show their fields under their own properties'
 * names, whatever these are (`<input name="parentNode">`).
 * @see https://html.spec.whatwg.org/multipage/forms.html#dom-form-nameditem
 */
function reads<Of extends object, Key extends keyof Of>(prototype: Of, key: Key): (of: Of) => Of[Key] {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get as (this: Of) => Of[Key];
  return (of) => get.call(of);
}

export const parentOf = reads(Node.prototype, 'parentNode');
export const firstChildOf = reads(Node.prototype, 'firstChild');
export const nextSiblingOf = reads(Node.prototype, 'nextSibling');
export const previousSiblingOf = reads(Node.prototype, 'previousSibling');
export const isConnected = reads(Node.prototype, 'isConnected');
export const baseOf = reads(Node.prototype, 'baseURI');
const typeOf = reads(Node.prototype, 'nodeType');
const { getRootNode } = Node.prototype;
const { getAttribute, getBoundingClientRect, matches, querySelector, querySelectorAll } = Element.prototype;
const findInFragment = DocumentFragment.prototype.querySelector;
const { querySelector: findInDocument, querySelectorAll: findAllInDocument } = Document.prototype;

const inputValue = reads(HTMLInputElement.prototype, 'value');
const areaValue = reads(HTMLTextAreaElement.prototype, 'value');
const selectValue = reads(HTMLSelectElement.prototype, 'value');
const inputForm = reads(HTMLInputElement.prototype, 'form');
const areaForm = reads(HTMLTextAreaElement.prototype, 'form');
const selectForm = reads(HTMLSelectElement.prototype, 'form');

/** What is in a field. */
export function valueOf(field: Field): string {
  if (field instanceof HTMLInputElement) return inputValue(field);
  return field instanceof HTMLSelectElement ? selectValue(field) : areaValue(field);
}

/** The form that a field is sent with. */
export function formOf(field: Field): HTMLFormElement | null {
  if (field instanceof HTMLInputElement) return inputForm(field);
  return field instanceof HTMLSelectElement ? selectForm(field) : areaForm(field);
}

/** An attribute as it is written, cut at 200 characters; empty where there is none. */
export function attributeOf(element: Element, name: string): string {
  return getAttribute.call(element, name)?.slice(0, 200) ?? '';
}

export function rootOf(node: Node): Node {
  return getRootNode.call(node);
}

/** The first element below a node that a selector finds; below what holds no elements there is none. */
export function findIn(node: Node, selector: string): Element | null {
  if (node instanceof Element) return querySelector.call(node, selector);
  if (node instanceof DocumentFragment) return findInFragment.call(node, selector);
  return typeOf(node) === Node.DOCUMENT_NODE ? findInDocument.call(node as Document, selector) : null;
}

/** All elements of a document, or below an element, that a selector finds. */
export function findAllIn(node: Document | Element, selector: string): readonly Element[] {
  return [...(node instanceof Element ? querySelectorAll : findAllInDocument).call(node, selector)];
}

/** Whether a selector finds an element. */
export function isMatching(element: Element, selector: string): boolean {
  return matches.call(element, selector);
}

/** Where an element stands, and how large it is. */
export function boxOf(element: Element): DOMRect {
  return getBoundingClientRect.call(element);
}

/** What a node is in: its parent, or of a shadow tree the element that has it. */
export function aboveOf(node: Node): Node | null {
  return parentOf(node) ?? (node instanceof ShadowRoot ? node.host : null);
}

/** Deepest nesting that is followed. */
const DEEPEST = 200;

/** Whether a node is in another or is that one, across shadow trees. */
export function isWithin(node: Node, container: Node): boolean {
  let at: Node | null = node;
  for (let depth = 0; at !== null && depth < DEEPEST; depth += 1) {
    if (at === container) return true;
    at = aboveOf(at);
  }
  return false;
}
