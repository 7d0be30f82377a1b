import type AutoConsent from '@duckduckgo/autoconsent';
import { isPayOrAccept, saysPay } from '#consent/pay-or-accept.ts';
import { buttonsIn, labelOn, liesOver, textOfBanner } from '../buttons.ts';
import { aboveOf, boxOf, findIn } from '../fields/taken.ts';

/** The longest offer on a button. */
const LONGEST_OFFER = 110;

function isShown(element: Element): boolean {
  const { width, height } = boxOf(element);
  return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
}

/** The nearest that lies over the page and has a button in it. */
function bannerAround(button: Element): Element | null {
  for (let at: Node | null = button; at instanceof Element; at = aboveOf(at)) {
    if (liesOver(at)) return at;
  }
  return null;
}

/** Whether something over the page asks to pay or to accept. `frame`: the document is a banner's own, all of it. */
export function hasPayOrAccept(page: Document, { frame }: { readonly frame: boolean }): boolean {
  const whole = frame ? findIn(page, 'body') : null;
  const banners = new Set(
    buttonsIn(page)
      .filter((button) => saysPay(labelOn(button, LONGEST_OFFER)) && isShown(button))
      .map((button) => whole ?? bannerAround(button)),
  );
  return [...banners].some(
    (banner) =>
      banner !== null &&
      isPayOrAccept({
        buttons: buttonsIn(banner)
          .filter(isShown)
          .map((button) => labelOn(button, LONGEST_OFFER)),
        text: textOfBanner(banner),
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
