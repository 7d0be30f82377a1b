import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connected } from '#core/connected.ts';

describe('what is connected', () => {
  it('directly or by way of others has one that stands for all, and what is in no pair stands for itself', () => {
    const standsFor = connected([
      ['a', 'b'],
      ['c', 'd'],
      ['b', 'c'],
      ['x', 'y'],
    ]);
    expect(new Set(['a', 'b', 'c', 'd'].map(standsFor)).size).toBe(1);
    expect(standsFor('x')).toBe(standsFor('y'));
    expect(standsFor('x')).not.toBe(standsFor('a'));
    expect(standsFor('alone')).toBe('alone');
  });

  it('is what can be reached from pair to pair, in whatever order they come', () => {
    const item = fc.nat(12);
    fc.assert(
      fc.property(fc.array(fc.tuple(item, item), { maxLength: 20 }), (pairs) => {
        const reached = (from: number): ReadonlySet<number> => {
          const seen = new Set([from]);
          for (const at of seen) {
            for (const [one, other] of pairs) {
              if (one === at) seen.add(other);
              if (other === at) seen.add(one);
            }
          }
          return seen;
        };
        const [forwards, backwards] = [connected(pairs), connected(pairs.toReversed())];
        for (let one = 0; one <= 12; one += 1) {
          for (let other = 0; other <= 12; other += 1) {
            expect(forwards(one) === forwards(other)).toBe(reached(one).has(other));
            expect(backwards(one) === backwards(other)).toBe(reached(one).has(other));
          }
        }
      }),
    );
  });
});
