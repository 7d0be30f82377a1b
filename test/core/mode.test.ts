import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, MAX_HOURS, parseChoice, parseRhythm } from '#core/mode.ts';

const CHOICES: readonly Choice[] = [
  { mode: 'allow' },
  { mode: 'block' },
  { mode: 'reset', rhythm: { every: 'visit' } },
  { mode: 'reset', rhythm: { every: 'session' } },
  { mode: 'reset', rhythm: { every: 'hours', hours: 1 } },
  { mode: 'reset', rhythm: { every: 'hours', hours: MAX_HOURS } },
];

describe('a choice', () => {
  it.each(CHOICES)('comes back as it was sent: %o', (choice) => {
    expect(parseChoice(JSON.parse(JSON.stringify({ ...choice, more: 'of another version' })))).toEqual(choice);
  });

  it.each<[string, unknown]>([
    ['none', undefined],
    ['a mode of undecided sites', { mode: 'ask' }],
    ['a word', 'block'],
    ['a reset without a rhythm', { mode: 'reset' }],
    ['a reset in no hours', { mode: 'reset', rhythm: { every: 'hours', hours: 0 } }],
    ['a reset in half an hour', { mode: 'reset', rhythm: { every: 'hours', hours: 0.5 } }],
    ['a reset in more than a year', { mode: 'reset', rhythm: { every: 'hours', hours: MAX_HOURS + 1 } }],
    ['a reset in hours of text', { mode: 'reset', rhythm: { every: 'hours', hours: '24' } }],
    ['a reset at every page', { mode: 'reset', rhythm: { every: 'page' } }],
  ])('is not read out of %s', (_what, value) => {
    expect(parseChoice(value)).toBeUndefined();
  });

  it('of any shape is one, read again as it is, or none; and reading it never throws', () => {
    const field = fc.oneof(fc.anything(), fc.constantFrom('allow', 'block', 'reset', 'hours', 'visit'), fc.integer());
    const rhythm = fc.oneof(fc.anything(), fc.record({ every: field, hours: field }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ mode: field, rhythm })), rhythm, (choice, other) => {
        const parsed = parseChoice(choice);
        expect(parseChoice(parsed)).toEqual(parsed);
        const read = parseRhythm(other);
        expect(parseRhythm(read)).toEqual(read);
      }),
    );
  });
});
