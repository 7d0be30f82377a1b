import { meaningOfPress, speaksOfConsent } from '#consent/press-words.ts';
import { LONGEST_LABEL, type Press, type PressMeaning } from '#core/press.ts';
import { textOn } from './fields/label-of.ts';
import { attributeOf } from './fields/taken.ts';

/** How far above what was pressed in a button is looked for, and above that what it stands in. */
const TO_BUTTON = 5;
const TO_BANNER = 12;
/** So much of a banner is read. */
const LONGEST_BANNER = 4000;

/** What can be pressed and has a text of its own. */
const PRESSABLE = /^(?:button|a|input|label|summary)$/u;

function isPressable(node: EventTarget): node is Element {
  if (!(node instanceof Element)) return false;
  return PRESSABLE.test(node.localName) || /^(?:button|link|menuitem|switch)$/u.test(attributeOf(node, 'role'));
}

/** The text of a button; empty where it is longer than buttons have. */
function labelOn(button: Element): string {
  const own = button.localName === 'input' ? attributeOf(button, 'value') : textOn(button);
  const label = own === '' ? attributeOf(button, 'aria-label').trim() : own.trim();
  return label.length > LONGEST_LABEL ? '' : label;
}

/** Whether something lies over the page, or is its dialog. */
function isOverPage(element: Element): boolean {
  if (element.localName === 'dialog' || attributeOf(element, 'role').endsWith('dialog')) return true;
  return /^(?:fixed|sticky)$/u.test(getComputedStyle(element).position);
}

/** What a button stands in: what lies over the page, else the page's own part that it is in. */
function bannerAround(path: readonly EventTarget[]): Element | undefined {
  const above = path.slice(0, TO_BANNER).filter((node): node is Element => node instanceof Element);
  return (
    above.findLast(isOverPage) ?? above.find(({ localName }) => /^(?:form|section|aside|footer)$/u.test(localName))
  );
}

/** What a button does among others: of several that say the same each is for one thing alone. */
function meaningIn(banner: Element | undefined, label: string): PressMeaning | null {
  const means = meaningOfPress(label);
  if (means === null || banner === undefined) return means;
  const alike = [...banner.querySelectorAll('button, a, [role="button"], input')].filter(
    (one) => labelOn(one) === label,
  );
  return alike.length > 1 ? 'choose' : means;
}

/** What a press was; of what is none of a banner's words nothing but when. */
function pressOf(event: Event): Press {
  const path = event.composedPath();
  const at = Date.now();
  const index = path.slice(0, TO_BUTTON).findIndex(isPressable);
  const button = path[index];
  const label = button instanceof Element ? labelOn(button) : '';
  if (label === '' || meaningOfPress(label) === null) return { at, label: null, means: null, ofBanner: false };
  const banner = bannerAround(path.slice(index + 1));
  const text = `${label} ${(banner?.textContent ?? '').slice(0, LONGEST_BANNER)}`;
  return { at, label, means: meaningIn(banner, label), ofBanner: speaksOfConsent(text) };
}

/**
 * Hears what the person presses in this frame. `answers` is told at once of what a consent banner has on its buttons;
 * what is returned answers with the last press of all. What a script presses is no press of theirs.
 */
export function watchPresses(page: Document, answers: (press: Press) => void): () => Press | null {
  let last: Press | null = null;
  page.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      last = pressOf(event);
      if (last.means !== null) answers(last);
    },
    { capture: true, passive: true },
  );
  return () => last;
}
