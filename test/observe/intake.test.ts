import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '#core/event.ts';
import { openIntake } from '#observe/intake.ts';
import { story } from '../support/fakes/story.ts';

const [VISIT] = story().visits('https://shop.example/').events();
const [ASKED] = story().visits('https://shop.example/').asks('https://metrics.example/').events().slice(1);

function events(count: number, from = 0, of = VISIT): readonly LedgerEvent[] {
  if (of === undefined) throw new Error('nothing happened');
  return Array.from({ length: count }, (_, index) => ({ ...of, id: `${from + index}` }));
}

/** A request that a page made. */
function request(id: number): readonly LedgerEvent[] {
  return events(1, id, ASKED);
}

/** A clock whose moments come when they are called for. */
function heldClock() {
  const due: (() => void)[] = [];
  return { due, later: (_: number, run: () => void): void => void due.push(run) };
}

/** A disk that writes when it is told to, and can refuse. */
function slowDisk() {
  const waiting: { readonly ids: readonly string[]; readonly end: (error?: Error) => void }[] = [];
  return {
    waiting,
    write: async (batch: readonly LedgerEvent[]): Promise<void> => {
      await new Promise<void>((resolve, reject) => {
        const end = (error?: Error): void => (error === undefined ? resolve() : reject(error));
        waiting.push({ ids: batch.map(({ id }) => id), end });
      });
    },
  };
}

async function aTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('taking in', () => {
  it('writes at once when it is quiet, and gathers what comes meanwhile into the next write', async () => {
    const disk = slowDisk();
    const intake = openIntake(disk.write);
    const first = intake.take(events(1));
    const rest = [intake.take(events(1, 1)), intake.take(events(1, 2))];
    expect(disk.waiting.map(({ ids }) => ids)).toEqual([['0']]);
    disk.waiting[0]?.end();
    await first;
    await aTurn();
    expect(disk.waiting.map(({ ids }) => ids)).toEqual([['0'], ['1', '2']]);
    disk.waiting[1]?.end();
    await Promise.all(rest);
  });

  it('resolves only once the events are kept', async () => {
    const disk = slowDisk();
    let kept = false;
    const taking = openIntake(disk.write)
      .take(events(1))
      .then(() => (kept = true));
    await aTurn();
    expect(kept).toBe(false);
    disk.waiting[0]?.end();
    await taking;
    expect(kept).toBe(true);
  });

  it('fails those whose batch failed, and takes in what comes next', async () => {
    const disk = slowDisk();
    const intake = openIntake(disk.write);
    const takings = Promise.allSettled([intake.take(events(1)), intake.take(events(1, 1))]);
    disk.waiting[0]?.end(new Error('disk full'));
    await aTurn();
    disk.waiting[1]?.end();
    expect(await takings).toMatchObject([
      { status: 'rejected', reason: { message: 'disk full' } },
      { status: 'fulfilled' },
    ]);
  });

  it('lets requests wait for each other, a moment long', async () => {
    const disk = slowDisk();
    const clock = heldClock();
    const intake = openIntake(disk.write, clock.later);
    const takings = [1, 2, 3].map(async (id) => await intake.take(request(id)));
    expect([disk.waiting.length, clock.due.length]).toEqual([0, 1]);
    clock.due[0]?.();
    expect(disk.waiting.map(({ ids }) => ids)).toEqual([['1', '2', '3']]);
    const later = intake.take(request(4));
    disk.waiting[0]?.end();
    await Promise.all(takings);
    await aTurn();
    // What came while those were written waits for its own moment.
    expect([disk.waiting.length, clock.due.length]).toEqual([1, 2]);
    clock.due[1]?.();
    disk.waiting[1]?.end();
    await later;
  });

  it('lets nothing else wait for them: it goes at once, after those that came before', async () => {
    const disk = slowDisk();
    const clock = heldClock();
    const intake = openIntake(disk.write, clock.later);
    const takings = [intake.take(request(1)), intake.take(events(1, 2))];
    expect(disk.waiting.map(({ ids }) => ids)).toEqual([['1', '2']]);
    takings.push(intake.take(request(3)), intake.take(events(1, 4)));
    disk.waiting[0]?.end();
    await aTurn();
    expect(disk.waiting[1]?.ids).toEqual(['3', '4']);
    disk.waiting[1]?.end();
    await Promise.all(takings);
    // The moment that was waited for comes, and nothing is left to write.
    clock.due[0]?.();
    expect(disk.waiting).toHaveLength(2);
  });

  it('writes requests without end without waiting', async () => {
    const disk = slowDisk();
    const clock = heldClock();
    const intake = openIntake(disk.write, clock.later);
    const takings = [intake.take(events(1))];
    for (let id = 1; id <= 1200; id += 1) takings.push(intake.take(request(id)));
    for (const size of [1, 500, 500]) {
      expect(disk.waiting.at(-1)?.ids).toHaveLength(size);
      disk.waiting.at(-1)?.end();
      await aTurn();
    }
    expect(clock.due).toHaveLength(1);
    clock.due[0]?.();
    expect(disk.waiting.at(-1)?.ids).toHaveLength(200);
    disk.waiting.at(-1)?.end();
    await Promise.all(takings);
  });

  it('writes nothing for nothing', async () => {
    const disk = slowDisk();
    await openIntake(disk.write).take([]);
    expect(disk.waiting).toEqual([]);
  });

  it('writes every event once, in order, never more than 500 at a time unless they came as one', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(sizes, async (counts) => {
        const batches: (readonly string[])[] = [];
        const intake = openIntake(async (batch) => {
          await aTurn();
          batches.push(batch.map(({ id }) => id));
        });
        let from = 0;
        const takings = counts.map(async (count) => {
          from += count;
          await intake.take(events(count, from - count));
        });
        await Promise.all(takings);
        expect(batches.flat()).toEqual(Array.from({ length: from }, (_, index) => `${index}`));
        const largest = Math.max(500, ...counts);
        for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(largest);
      }),
      { numRuns: 30 },
    );
  });
});
