/** What the person is at in the page, as far as the page's document shows it: a card must not come between. */

/** Inputs that take presses, not words. */
const PRESSED = new Set(['button', 'submit', 'reset', 'image', 'hidden']);

/** Roles of what pages build themselves for typing. @see https://www.w3.org/TR/wai-aria-1.2/#textbox */
const TYPED_IN = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton']);

/** The document of a frame of the same origin; `null` for one that the browser keeps from us. */
function documentIn(frame: Element): Document | null {
  return frame instanceof HTMLIFrameElement || frame instanceof HTMLFrameElement ? frame.contentDocument : null;
}

function isFrame(element: Element): boolean {
  return element.localName === 'iframe' || element.localName === 'frame';
}

/** A custom element with a closed root: what has the focus inside is not to be seen. */
function isClosed(element: Element): boolean {
  return element.localName.includes('-') && element.shadowRoot === null;
}

function takesWords(element: Element): boolean {
  if (element.localName === 'input') return !PRESSED.has((element as HTMLInputElement).type);
  if (element.localName === 'textarea' || element.localName === 'select') return true;
  if (TYPED_IN.has(element.getAttribute('role') ?? '')) return true;
  return (element as HTMLElement).isContentEditable || element.ownerDocument.designMode === 'on';
}

/**
 * Whether the focus is where one types: in a field, also inside shadow roots and frames. Where it is in a frame or root
 * that cannot be looked into, it is taken for typing.
 */
export function isTyping(root: DocumentOrShadowRoot): boolean {
  const active = root.activeElement;
  if (active === null) return false;
  if (isFrame(active)) {
    const inside = documentIn(active);
    return inside === null || isTyping(inside);
  }
  if (active.shadowRoot !== null) return isTyping(active.shadowRoot);
  return takesWords(active) || isClosed(active);
}

/** The option a menu begins with. @see https://html.spec.whatwg.org/multipage/form-elements.html#ask-for-a-reset */
function isMenuChanged(menu: HTMLSelectElement): boolean {
  const options = [...menu.options];
  const preset = options.some(({ defaultSelected }) => defaultSelected);
  if (preset || menu.multiple) return options.some((option) => option.selected !== option.defaultSelected);
  return menu.selectedIndex > options.findIndex(({ disabled }) => !disabled);
}

function isChanged(field: Element): boolean {
  if (field.localName === 'select') return isMenuChanged(field as HTMLSelectElement);
  const input = field as HTMLInputElement | HTMLTextAreaElement;
  if (PRESSED.has(input.type)) return false;
  if (input.type === 'checkbox' || input.type === 'radio') {
    const { checked, defaultChecked } = input as HTMLInputElement;
    return checked !== defaultChecked;
  }
  return input.value !== input.defaultValue;
}

/** Whether a form was begun: a field holds something else than the page put there. */
export function hasBegunForm(root: Document | ShadowRoot): boolean {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches('input, textarea, select') && isChanged(element)) return true;
    if (element.shadowRoot !== null && hasBegunForm(element.shadowRoot)) return true;
    const inside = isFrame(element) ? documentIn(element) : null;
    if (inside !== null && hasBegunForm(inside)) return true;
  }
  return false;
}

/** Whether the person is at something that a card must not disturb, or not looking at the page at all. */
export function isBusy(page: Document): boolean {
  if (page.visibilityState !== 'visible' || page.fullscreenElement instanceof Element) return true;
  return isTyping(page) || hasBegunForm(page);
}
