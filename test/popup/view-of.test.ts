import { describe, expect, test } from 'vitest';
import { viewOf } from '../../popup/view-of.ts';
import { BLUEBIRD, DAY, NOW } from '../ui/actors.ts';
import { BLOCK, chose, control, EVERY_VISIT, taken } from '../ui/control.ts';
import { number, site } from '../ui/reports.ts';

const third = number({ number: BLUEBIRD, party: 'third' });
const replacedAt = (at: number) => number({ ended: { at, how: 'reset' }, control: null });

describe('what the popup opens with', () => {
  test('is the number at work, whether or not it was chosen to be kept', () => {
    expect(viewOf(site(), NOW).is).toBe('known');
    expect(viewOf(site({ control: chose({ mode: 'allow' }) }), NOW).is).toBe('known');
  });

  test('is a held number only while the site has none of its own at work', () => {
    const held = control({ mode: 'ask', held: [taken({ why: 'hold' })] });
    expect(viewOf(site({ control: held, numbers: [third] }), NOW).is).toBe('held');
    expect(viewOf(site({ control: held }), NOW).is).toBe('known');
  });

  test('is what came of Block, but for the number that a paused site has again', () => {
    const pause = { at: NOW, until: null, why: 'paused', everywhere: false } as const;
    expect(viewOf(site({ control: chose(BLOCK) }), NOW).is).toBe('blocked');
    expect(viewOf(site({ control: chose(BLOCK, { pause }) }), NOW).is).toBe('known');
    expect(viewOf(site({ control: chose(BLOCK, { pause }), numbers: [third] }), NOW).is).toBe('blocked');
  });

  test('is before and after under Reset, and once only for a day', () => {
    const old = replacedAt(NOW - 3 * DAY);
    expect(viewOf(site({ control: chose(EVERY_VISIT), past: [old] }), NOW)).toMatchObject({ is: 'replaced', old });
    expect(viewOf(site({ past: [old] }), NOW).is).toBe('known');
    expect(viewOf(site({ past: [replacedAt(NOW - DAY / 2)] }), NOW).is).toBe('replaced');
  });

  test('has no number after, where a third party alone has one', () => {
    const view = viewOf(site({ control: chose(EVERY_VISIT), past: [replacedAt(NOW)], numbers: [third] }), NOW);
    expect(view).toMatchObject({ is: 'replaced', now: null });
  });

  test('is an empty badge where nobody numbers the person', () => {
    expect(viewOf(site({ numbers: [], past: [] }), NOW).is).toBe('empty');
  });
});
