import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GIVEN_KINDS } from '#core/given.ts';
import { type FieldDescription, kindOfField } from '#content/fields/kind-of-field.ts';
import { ENGLISH } from './english-fields.ts';
import { LABELS, LABELS_OF_THINGS } from './labels.ts';
import { described } from './markup.ts';
import { NOTHING_OF_A_PERSON } from './no-fields-of-persons.ts';
import { CZECH, JAPANESE, POLISH, RUSSIAN, SWEDISH, TURKISH } from './northern-and-eastern-fields.ts';
import { DUTCH, FRENCH, GERMAN, ITALIAN, PORTUGUESE, SPANISH } from './western-fields.ts';

describe('a field in English', () => {
  it.each(ENGLISH)('%s asks for %s', (row, kind) => {
    expect(kindOfField(described(row))).toBe(kind);
  });
});

describe.each([
  ['German', GERMAN],
  ['French', FRENCH],
  ['Spanish', SPANISH],
  ['Italian', ITALIAN],
  ['Portuguese', PORTUGUESE],
  ['Dutch', DUTCH],
  ['Polish', POLISH],
  ['Swedish', SWEDISH],
  ['Turkish', TURKISH],
  ['Japanese', JAPANESE],
  ['Russian', RUSSIAN],
  ['Czech', CZECH],
])('a field in %s', (_language, rows) => {
  it.each(rows)('%s asks for %s', (row, kind) => {
    expect(kindOfField(described(row))).toBe(kind);
  });

  it.each(rows)('%s does so by its label alone', (row, kind) => {
    const { label, type, tag } = described(row);
    if (label === '') return;
    expect([kind, null]).toContain(kindOfField({ ...described('<input>'), label, type, tag }));
  });
});

describe('a field with nothing but a label', () => {
  const rows = Object.entries(LABELS).flatMap(([kind, labels]) =>
    labels.split('|').map((label) => [label, kind] as const),
  );

  it.each(rows)('%s asks for %s', (label, kind) => {
    const field = { ...described('<input type="text" name="field_1">'), label };
    expect(kindOfField(field)).toBe(kind === 'part of a card' ? 'card-part' : kind);
  });
});

describe('a field that looks as though it asked for something of a person', () => {
  it.each(NOTHING_OF_A_PERSON)('asks for nothing: %s', (row) => {
    expect(kindOfField(described(row))).toBeNull();
  });

  it.each(LABELS_OF_THINGS)('asks for nothing: %s', (label) => {
    expect(kindOfField({ ...described('<input type="text" name="field_1">'), label })).toBeNull();
  });
});

/** Any text, mostly made of what stands in forms. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom('name', 'E-Mail', 'card', '[', ']', '.', '\u0130', '\u0301', '\ud800', '郵便', ' ', '-', '7'),
    )
    .map((parts) => parts.join('')),
);

const anyField: fc.Arbitrary<FieldDescription> = fc.record({
  tag: fc.constantFrom('input', 'select', 'textarea'),
  type: fc.oneof(fc.constantFrom('', 'text', 'tel', 'password', 'email', 'radio', 'date'), text),
  autocomplete: text,
  inputMode: text,
  name: text,
  id: text,
  label: text,
  placeholder: text,
  ariaLabel: text,
  maxLength: fc.integer(),
  pattern: text,
});

describe('any field at all', () => {
  it('asks for a kind that is known, or for nothing', () => {
    fc.assert(
      fc.property(anyField, (field) => {
        expect([...GIVEN_KINDS, 'card-part', null]).toContain(kindOfField(field));
      }),
    );
  });

  it.each(['a', ' ', 'aB', 'e-mail ', '[x]', '(', '\u0301', 'ﷺ', '-_', 'İ', '\n'])(
    'is read at once however long its texts are: %j over and over',
    (piece) => {
      const long = piece.repeat(1_000_000);
      const began = performance.now();
      kindOfField({
        tag: 'input',
        type: 'text',
        autocomplete: long,
        inputMode: long,
        name: long,
        id: long,
        label: long,
        placeholder: long,
        ariaLabel: long,
        maxLength: -1,
        pattern: long,
      });
      expect(performance.now() - began).toBeLessThan(200);
    },
  );
});
