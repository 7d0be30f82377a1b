import type AutoConsent from '@duckduckgo/autoconsent';
import { isPayOrAccept, saysPay } from '#consent/pay-or-accept.ts';

/** What is pressed in banners. */
const PRESSED = 'button, a[href], [role="button"], input[type="button"], input[type="submit"]';
/** So many of them are looked at, and so many signs of each; of a banner's text so many. */
const MOST = 2000;
const LONGEST = 150;
const LONGEST_TEXT = 5000;

function textOf(element: Element): string {
  const text = element instanceof HTMLInputElement ? element.value : (element.textContent ?? '');
  return text.length > LONGEST ? '' : text.replaceAll(/\s+/gu, ' ').trim();
}

function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
}

/** Whether an element lies over the page, as banners do. */
function liesOver(element: Element): boolean {
  if (element.matches('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]')) return true;
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'sticky';
}

function bannerOf(pressed: Element, frame: boolean): Element | null {
  if (frame) return pressed.ownerDocument.body;
  for (let element: Element | null = pressed; element !== null; element = element.parentElement) {
    if (liesOver(element)) return element;
  }
  return null;
}

function pressedIn(root: ParentNode): readonly Element[] {
  return [...root.querySelectorAll(PRESSED)].slice(0, MOST);
}

/** Whether something over the page asks to pay or to accept. `frame`: the document is a banner's own, all of it. */
export function hasPayOrAccept(page: Document, { frame }: { readonly frame: boolean }): boolean {
  const banners = new Set(
    pressedIn(page).flatMap((pressed) => {
      if (!saysPay(textOf(pressed)) || !isShown(pressed)) return [];
      const banner = bannerOf(pressed, frame);
      return banner === null ? [] : [banner];
    }),
  );
  return [...banners].some((banner) =>
    isPayOrAccept({
      buttons: pressedIn(banner)
        .filter((pressed) => isShown(pressed))
        .map((pressed) => textOf(pressed)),
      text: (banner.textContent ?? '').slice(0, LONGEST_TEXT),
    }),
  );
}

type Rule = AutoConsent['rules'][number];

/** What the engine is told of such a banner: that it is there. Nobody's rules have anything to press in it. */
export const PAY_OR_ACCEPT: Rule = {
  name: 'pay-or-accept',
  hasSelfTest: false,
  isIntermediate: false,
  isCosmetic: false,
  runContext: { main: true, frame: false },
  checkRunContext: () => globalThis.top === globalThis.self,
  checkFrameContext: (isTop) => isTop,
  hasMatchingUrlPattern: () => false,
  detectCmp: async () => hasPayOrAccept(document, { frame: false }),
  detectPopup: async () => hasPayOrAccept(document, { frame: false }),
  optOut: async () => false,
  optIn: async () => false,
  openCmp: async () => false,
  test: async () => false,
};
