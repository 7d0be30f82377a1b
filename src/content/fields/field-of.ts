import type { FieldDescription } from './kind-of-field.ts';
import { labelOf } from './label-of.ts';
import { attributeOf, type Field } from './taken.ts';

function tagOf(field: Field): FieldDescription['tag'] {
  if (field instanceof HTMLInputElement) return 'input';
  return field instanceof HTMLSelectElement ? 'select' : 'textarea';
}

function lengthOf(field: Field): number {
  const length = attributeOf(field, 'maxlength').trim();
  return /^\d{1,9}$/u.test(length) ? Number(length) : -1;
}

/** How the page describes a field. Nothing that is in the field is read; what a page does to its elements does not matter. */
export function fieldOf(field: Field): FieldDescription {
  return {
    tag: tagOf(field),
    type: attributeOf(field, 'type').trim().toLowerCase(),
    autocomplete: attributeOf(field, 'autocomplete'),
    inputMode: attributeOf(field, 'inputmode').trim().toLowerCase(),
    name: attributeOf(field, 'name'),
    id: attributeOf(field, 'id'),
    label: labelOf(field),
    placeholder: attributeOf(field, 'placeholder'),
    ariaLabel: attributeOf(field, 'aria-label'),
    maxLength: lengthOf(field),
    pattern: attributeOf(field, 'pattern'),
  };
}
