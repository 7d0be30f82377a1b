import { describe, expect, it } from 'vitest';
import { groupBy } from '#core/group.ts';

describe('grouping', () => {
  it('keeps groups in order of first appearance, and their items in order', () => {
    const groups = groupBy([3, 1, 4, 1, 5, 9, 2, 6], (number) => (number % 2 === 0 ? 'even' : 'odd'));
    expect([...groups]).toEqual([
      ['odd', [3, 1, 1, 5, 9]],
      ['even', [4, 2, 6]],
    ]);
  });
});
