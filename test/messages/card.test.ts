import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCardContent, parseCardMessage } from '#messages/card.ts';

const CONTENT = {
  domain: 'halden-audio.example',
  number: '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44',
  expires: 1_830_000_000_000,
  held: true,
  companies: 3,
};

describe('what a card tells', () => {
  it.each([
    { from: 'card', type: 'ready' },
    { from: 'card', type: 'shown' },
    { from: 'card', type: 'dismissed' },
    { from: 'card', type: 'more' },
    { from: 'card', type: 'answer', choice: { mode: 'allow' } },
    { from: 'card', type: 'answer', choice: { mode: 'reset', rhythm: { every: 'visit' } } },
  ])('is understood: %o', (message) => {
    expect(parseCardMessage(structuredClone(message))).toEqual(message);
  });

  it.each([
    null,
    'ready',
    { type: 'ready' },
    { from: 'view', type: 'ready' },
    { from: 'card', type: 'answer' },
    { from: 'card', type: 'answer', choice: { mode: 'ask' } },
    { from: 'card', type: 'answer', choice: { mode: 'reset' } },
    { from: 'card', type: 'wipe' },
  ])('is nothing else: %o', (message) => {
    expect(parseCardMessage(message)).toBeUndefined();
  });

  it('carries nothing that is not asked for', () => {
    expect(parseCardMessage({ from: 'card', type: 'ready', domain: 'other.example' })).toEqual({
      from: 'card',
      type: 'ready',
    });
  });
});

describe('what a card is given', () => {
  it.each([CONTENT, { ...CONTENT, expires: 'session' }, { ...CONTENT, expires: 'never', held: false }])(
    'is read: %o',
    (content) => expect(parseCardContent(structuredClone(content))).toEqual(content),
  );

  it('may say what came of the banner, and leaves out what is not of that form', () => {
    const banner = { wanted: { is: 'refuse' }, outcome: { is: 'hidden' } };
    expect(parseCardContent({ ...CONTENT, banner })).toEqual({ ...CONTENT, banner });
    expect(parseCardContent({ ...CONTENT, banner: { outcome: 'hidden' } })).toEqual(CONTENT);
  });

  it.each(Object.keys(CONTENT))('is nothing without its %s', (field) => {
    expect(parseCardContent({ ...CONTENT, [field]: undefined })).toBeNull();
  });

  it('of any shape is a content or nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (answer) => {
        const content = parseCardContent(answer);
        expect(content === null || typeof content.number === 'string').toBe(true);
      }),
    );
  });
});
