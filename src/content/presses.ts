import { meaningOfPress, speaksOfConsent } from '#consent/press-words.ts';
import { LONGEST_LABEL, type Press, type PressMeaning } from '#core/press.ts';
import { BUTTONS, buttonsIn, labelOn, liesOver, textOfBanner } from './buttons.ts';
import { isMatching } from './fields/taken.ts';

/** How far above what was pressed in a button is looked for, and above that what it stands in. */
const TO_BUTTON = 5;
const TO_BANNER = 12;

/** What has a text that says what a press on it does: buttons, and what else is pressed. */
const SAYS = `${BUTTONS}, input`;
const PRESSABLE = `${SAYS}, label, summary, [role="link"], [role="menuitem"], [role="switch"]`;

function isElement(node: EventTarget): node is Element {
  return node instanceof Element;
}

/** What a button stands in: what lies over the page, else the page's own part that it is in. */
function bannerAround(path: readonly EventTarget[]): Element | undefined {
  const above = path.slice(0, TO_BANNER).filter(isElement);
  return above.findLast(liesOver) ?? above.find((node) => isMatching(node, 'form, section, aside, footer'));
}

/** What a button does among others: of several that say the same each is for one thing alone. */
function meaningIn(banner: Element | undefined, label: string): PressMeaning | null {
  const means = meaningOfPress(label);
  if (means === null || banner === undefined) return means;
  const alike = buttonsIn(banner, SAYS).filter((one) => labelOn(one, LONGEST_LABEL) === label);
  return alike.length > 1 ? 'choose' : means;
}

/** What a press was; of what is none of a banner's words nothing but when. */
function pressOf(event: Event): Press {
  const path = event.composedPath();
  const at = Date.now();
  const index = path.slice(0, TO_BUTTON).findIndex((node) => isElement(node) && isMatching(node, PRESSABLE));
  const button = path[index];
  const label = button instanceof Element ? labelOn(button, LONGEST_LABEL) : '';
  if (label === '' || meaningOfPress(label) === null) return { at, label: null, means: null, ofBanner: false };
  const banner = bannerAround(path.slice(index + 1));
  const text = `${label} ${banner === undefined ? '' : textOfBanner(banner)}`;
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
