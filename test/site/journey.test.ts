import { readFileSync } from 'node:fs';
import { assert, json, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJourney, stepText } from './journey.ts';

describe('a journey file', () => {
  it('is read step by step', () => {
    const steps = [
      { visit: '/hi-fi/model-2' },
      { search: ' ' },
      { wait: 2.5 },
      { 'add to cart': 'model-2' },
      'sign in',
    ];
    expect(parseJourney(JSON.stringify([...steps, 'order', { visit: 'http://copperkettle.example/kettles' }]))).toEqual(
      {
        ok: true,
        steps: [
          { do: 'visit', url: 'https://halden-audio.example/hi-fi/model-2' },
          { do: 'search', term: ' ' },
          { do: 'wait', seconds: 2.5 },
          { do: 'add to cart', product: 'model-2' },
          { do: 'sign in', name: 'Ada' },
          { do: 'order', product: 'model-2' },
          { do: 'visit', url: 'http://copperkettle.example/kettles' },
        ],
      },
    );
  });

  it.each([
    ['[', 'no JSON'],
    ['{}', 'A journey is a JSON list'],
    ['[]', 'no steps'],
    ['[{"wait":1},{"dance":1}]', 'Step 2: “dance” is not known'],
    ['["visit"]', 'Step 1: "visit" is no step'],
    ['[null]', 'Step 1: null is no step'],
    ['[{}]', 'Step 1: a step has exactly one key'],
    ['[{"wait":1,"visit":"/"}]', 'Step 1: a step has exactly one key'],
    ['[{"wait":"1"}]', 'Step 1: a wait needs a number'],
    ['[{"wait":-1}]', 'Step 1: a wait needs a number'],
    ['[{"search":3}]', 'Step 1: a search needs its words'],
    ['[{"order":"model-9"}]', 'Step 1: the shop has no “model-9”'],
    ['[{"sign in":" "}]', 'Step 1: a sign-in needs a name'],
    ['[{"visit":"https://other.example/"}]', 'Step 1: “other.example” is no demo site'],
    ['[{"visit":"//other.example/"}]', 'Step 1: “other.example” is no demo site'],
    ['[{"visit":"javascript:1"}]', 'no web address'],
    ['[{"visit":"https://"}]', 'is no address'],
    ['[{"visit":"/__log"}]', '“/__log” is no page'],
  ])('%s is refused: %s', (text, error) => {
    expect(parseJourney(text)).toEqual({ ok: false, error: expect.stringContaining(error) as string });
  });

  it('is steps or a sentence, whatever the file holds', () => {
    const anything = property(oneof(json(), string()), (text) => {
      const journey = parseJourney(text);
      expect(journey.ok ? journey.steps : journey.error).not.toHaveLength(0);
    });
    expect(() => assert(anything)).not.toThrow();
  });

  it('is there as a default: searches, a sign-in and an order in about ten seconds', () => {
    const journey = parseJourney(readFileSync(new URL('journeys/default.json', import.meta.url), 'utf8'));
    const steps = journey.ok ? journey.steps : [];
    const waited = steps.reduce((sum, step) => sum + (step.do === 'wait' ? step.seconds : 0), 0);
    expect(steps.map((step) => step.do)).toEqual(expect.arrayContaining(['visit', 'search', 'sign in', 'order']));
    expect(waited).toBeLessThan(8);
    expect(stepText(steps[3] ?? { do: 'wait', seconds: 0 })).toBe('search “car mp3 player”');
  });
});
