import { meaningOfPress } from '#consent/press-words.ts';
import { LONGEST_LABEL, type Press } from '#core/press.ts';
import { textOn } from './fields/label-of.ts';
import { attributeOf } from './fields/taken.ts';

/** How far above what was pressed in a button is looked for. */
const TO_BUTTON = 5;

/** What can be pressed and has a text of its own. */
const PRESSABLE = /^(?:button|a|input|label|summary)$/u;

function isPressable(node: EventTarget): node is Element {
  if (!(node instanceof Element)) return false;
  return PRESSABLE.test(node.localName) || /^(?:button|link|menuitem|switch)$/u.test(attributeOf(node, 'role'));
}

/** The text of the button that a press was on; empty where it was on none, or on one with a longer text. */
function labelOf(event: Event): string {
  const button = event.composedPath().slice(0, TO_BUTTON).find(isPressable);
  if (button === undefined) return '';
  const own = button.localName === 'input' ? attributeOf(button, 'value') : textOn(button);
  const label = own === '' ? attributeOf(button, 'aria-label').trim() : own.trim();
  return label.length > LONGEST_LABEL ? '' : label;
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
      const label = labelOf(event);
      const means = label === '' ? null : meaningOfPress(label);
      last = { at: Date.now(), label: means === null ? null : label, means };
      if (means !== null) answers(last);
    },
    { capture: true, passive: true },
  );
  return () => last;
}
