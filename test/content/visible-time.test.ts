// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countVisibleTime } from '#content/visible-time.ts';
import { arrive, become, depart, pass } from './simulated-page.ts';

describe('visible time', () => {
  beforeEach(() => arrive());
  afterEach(depart);

  it('is counted while the page is visible, and only then', () => {
    const time = countVisibleTime();
    pass(3000);
    become('hidden');
    pass(60_000);
    expect(time.sofar()).toBe(3000);
    become('visible');
    pass(500);
    expect(time.sofar()).toBe(3500);
  });

  it('of a tab opened in the background begins when it comes to the front', () => {
    become('hidden');
    const time = countVisibleTime();
    pass(10_000);
    expect(time.sofar()).toBe(0);
    become('visible');
    pass(2000);
    expect(time.sofar()).toBe(2000);
  });

  it('is taken once: what comes later is counted anew', () => {
    const time = countVisibleTime();
    pass(1000);
    expect(time.take()).toBe(1000);
    expect(time.take()).toBe(0);
    pass(250);
    expect(time.take()).toBe(250);
  });

  it('is complete for whoever reports it on the very event that hides the page', () => {
    const taken: number[] = [];
    document.addEventListener('visibilitychange', () => taken.push(time.take()), { once: true });
    const time = countVisibleTime();
    pass(4000);
    become('hidden');
    expect(taken).toEqual([4000]);
  });

  it('does not count what the page before it was still shown', () => {
    depart();
    arrive({ after: 800 });
    pass(1000);
    expect(countVisibleTime().sofar()).toBe(performance.now() - 800);
  });
});
