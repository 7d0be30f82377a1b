import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryTables } from '#store/memory-tables.ts';
import { actsBefore } from '#store/report/activity.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';
import { SHOP, actRow } from './row-of.ts';

it('what was done is read page by page, each act once, however many were at one moment', async () => {
  const moments = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(moments, fc.integer({ min: 1, max: 7 }), async (at, limit) => {
      const tables = await memoryTables(fakeStorage());
      await tables.write({ acts: at.map((moment, index) => actRow(`act ${index}`, SHOP, moment)) });
      const read: string[] = [];
      let before: number | null = Number.MAX_SAFE_INTEGER;
      for (let page = 0; before !== null && page <= at.length; page += 1) {
        const { lines, next }: Awaited<ReturnType<typeof actsBefore>> = await actsBefore(tables, { before, limit });
        read.push(...lines.map(({ key }) => key));
        before = next;
      }
      expect(before).toBeNull();
      expect(read.toSorted()).toEqual(at.map((_, index) => `act ${index}`).toSorted());
    }),
  );
});
