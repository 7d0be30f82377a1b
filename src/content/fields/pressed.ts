import { aboveOf, attributeOf, type Field, formOf, isWithin } from './taken.ts';

/** How far above what was pressed in a button is looked for, and above that the fields that it may send. */
const TO_BUTTON = 5;
const TO_FIELDS = 4;

/** What is a button by its markup. */
function isButton(node: EventTarget): boolean {
  if (!(node instanceof Element)) return false;
  if (node.localName === 'input') return /^(?:submit|button|image)$/iu.test(attributeOf(node, 'type'));
  return node.localName === 'button' || attributeOf(node, 'role') === 'button';
}

/** Whether nothing submits a field but the page itself: it is in no form, nor is the shadow tree that it is in. */
function isFormless(field: Field): boolean {
  if (formOf(field) !== null) return false;
  let at = aboveOf(field);
  for (let depth = 0; at !== null && depth < 200; depth += 1) {
    if (at instanceof HTMLFormElement) return false;
    at = aboveOf(at);
  }
  return true;
}

/** Those of the fields that are in the smallest of some containers, given from the smallest on, that has any. */
function inSmallest(containers: readonly EventTarget[], fields: readonly Field[]): readonly Field[] {
  for (const container of containers) {
    if (!(container instanceof Node)) continue;
    const within = fields.filter((field) => isWithin(field, container));
    if (within.length > 0) return within;
  }
  return [];
}

/** Of some filled fields those in no form that a press of a button may send: in the smallest container they share. */
export function besideButton(event: Event, fields: readonly Field[]): readonly Field[] {
  const path = event.composedPath();
  const button = path.slice(0, TO_BUTTON).findIndex(isButton);
  if (button === -1) return [];
  return inSmallest(path.slice(button + 1, button + 1 + TO_FIELDS), fields.filter(isFormless));
}

/** The same for Enter in one of them, which goes with those nearest to it. */
export function besideEnter(event: Event, fields: readonly Field[]): readonly Field[] {
  if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing) return [];
  const path = event.composedPath();
  const field = fields.find((one) => one === path[0]);
  if (!(field instanceof HTMLInputElement) || !isFormless(field)) return [];
  const others = fields.filter((one) => one !== field && isFormless(one));
  return [...inSmallest(path.slice(1, 1 + TO_FIELDS), others), field];
}
