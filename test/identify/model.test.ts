import { describe, expect, it } from 'vitest';
import { resemblance } from '#identify/model.ts';

const MODEL = {
  '': [10, 0, 0],
  'life:session': [80, -40, -40],
  'company:Criteo': [-100, -50, 200],
  'look:uuid': [-20, 10, 30],
};

describe('what a value resembles', () => {
  it('is the class its features speak most for, and which of them did', () => {
    expect(resemblance(MODEL, ['company:Criteo', 'look:uuid'])).toMatchObject({
      class: 'advertising',
      by: ['company', 'look'],
    });
    expect(resemblance(MODEL, ['life:session'])).toMatchObject({ class: 'necessary', by: ['life'] });
  });

  it('is what is said before anything is known, where no feature is', () => {
    const found = resemblance(MODEL, ['name:unheard of']);
    expect(found).toMatchObject({ class: 'necessary', by: [] });
    expect(found.share).toBeCloseTo(Math.exp(0.1) / (Math.exp(0.1) + 2));
  });

  it('is surer the more speaks for it', () => {
    const one = resemblance(MODEL, ['company:Criteo']).share;
    expect(resemblance(MODEL, ['company:Criteo', 'look:uuid']).share).toBeGreaterThan(one);
    expect(resemblance(MODEL, ['company:Criteo', 'life:session']).share).toBeLessThan(one);
  });
});
