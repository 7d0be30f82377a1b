import { textIn, textOn } from './fields/label-of.ts';
import { attributeOf, findAllIn, isMatching } from './fields/taken.ts';

/** What banners are answered with. */
export const BUTTONS = 'button, a, [role="button"], input[type="button"], input[type="submit"]';
/** So many of them are looked at. */
const MOST = 2000;
/** So much of a banner’s text is read, with what stands on its buttons. */
const OF_A_BANNER = {
  nodes: 2000,
  length: 5000,
  apart: (node: Node): boolean => node instanceof Element && isMatching(node, 'script, style, template, textarea'),
};

/** The buttons of a page, or in an element of it, or what else a selector finds. */
export function buttonsIn(node: Document | Element, selector = BUTTONS): readonly Element[] {
  return findAllIn(node, selector).slice(0, MOST);
}

/** What stands on a button, else what it is called to who does not see it; empty where that is longer than `longest`. */
export function labelOn(button: Element, longest: number): string {
  const own = button instanceof HTMLInputElement ? attributeOf(button, 'value').trim() : textOn(button);
  const label = own === '' ? attributeOf(button, 'aria-label').trim() : own;
  return label.length > longest ? '' : label;
}

/** Whether an element lies over the page, as banners do, or is its dialog. */
export function liesOver(element: Element): boolean {
  if (isMatching(element, 'dialog[open], [role$="dialog"], [aria-modal="true"]')) return true;
  return /^(?:fixed|sticky)$/u.test(getComputedStyle(element).position);
}

/** The text of a banner, as much of it as is read. */
export function textOfBanner(banner: Element): string {
  return textIn(banner, OF_A_BANNER);
}
