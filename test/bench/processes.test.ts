import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseStat, processorTime, treeOf } from './processes.ts';

it('a process is read with its parent and the time of those it outlived, whatever its name', () => {
  const text = '4242 (a) b (c 7) S 17 4242 4242 0 -1 4194560 9 8 7 6 100 20 3 4 20 0 5 0 5550 1 2 3';
  expect(parseStat(text)).toEqual({ id: 4242, parent: 17, ticks: 127 });
});

it('a tree is a process and all that came of it, and nobody else', () => {
  const of = (id: number, parent: number) => ({ id, parent, ticks: 1 });
  const all = [of(5, 3), of(3, 1), of(4, 3), of(6, 5), of(2, 1), of(7, 9)];
  expect(treeOf(3, all).map(({ id }) => id)).toEqual([3, 5, 4, 6]);
  expect(treeOf(99, all)).toEqual([]);
});

/** Ms that this very program takes for some work. */
function timeOfWork(): number {
  const before = processorTime(process.pid);
  const end = performance.now() + 200;
  while (performance.now() < end) Math.sqrt(end);
  return processorTime(process.pid) - before;
}

it('the time of this very program grows with what it does, where the system tells', () => {
  expect(existsSync('/proc/self/stat') ? timeOfWork() : 1).toBeGreaterThan(0);
});
