import type { FieldDescription } from '#content/fields/kind-of-field.ts';

function attribute(markup: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(markup)?.[1] ?? '';
}

/** The description of a field that is written as its label and its tag: `Vorname <input type="text" name="fname">`. */
export function described(row: string): FieldDescription {
  const [, label = '', tag = '', attributes = ''] = /^([^<]*)<(input|select|textarea)([^>]*)>$/u.exec(row) ?? [];
  if (tag !== 'input' && tag !== 'select' && tag !== 'textarea') throw new Error(`${row} is no field`);
  const maxLength = attribute(attributes, 'maxlength');
  return {
    tag,
    type: attribute(attributes, 'type'),
    autocomplete: attribute(attributes, 'autocomplete'),
    inputMode: attribute(attributes, 'inputmode'),
    name: attribute(attributes, 'name'),
    id: attribute(attributes, 'id'),
    label: label.trim(),
    placeholder: attribute(attributes, 'placeholder'),
    ariaLabel: attribute(attributes, 'aria-label'),
    maxLength: maxLength === '' ? -1 : Number(maxLength),
    pattern: attribute(attributes, 'pattern'),
  };
}
