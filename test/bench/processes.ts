import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** What the kernel says of a process. */
export interface Process {
  readonly id: number;
  readonly parent: number;
  /** Time on a processor, in ticks: its own threads', and that of those it started that have ended. */
  readonly ticks: number;
}

/** Ticks a second: so many on every Linux a browser runs on. */
const TICKS = 100;

/**
 * One process as /proc/PID/stat has it. A program's name stands in brackets and may hold anything, brackets too.
 * @see proc_pid_stat(5)
 */
export function parseStat(text: string): Process {
  const after = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [utime = 0, stime = 0, childrenUtime = 0, childrenStime = 0] = after.slice(11, 15);
  return { id: Number.parseInt(text, 10), parent: after[1] ?? 0, ticks: utime + stime + childrenUtime + childrenStime };
}

/** A process, and those it started, and those they started. */
export function treeOf(root: number, all: readonly Process[]): readonly Process[] {
  const found = all.filter(({ id }) => id === root);
  for (const process of found) found.push(...all.filter(({ parent }) => parent === process.id));
  return found;
}

function readProcess(id: string): Process | null {
  try {
    return parseStat(readFileSync(`/proc/${id}/stat`, 'utf8'));
  } catch (error) {
    // It ended since it was listed.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null;
    throw error;
  }
}

function ticksOf(root: number): number {
  if (!existsSync('/proc/self/stat')) throw new Error('What processes cost is read from /proc, which is Linux alone.');
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(readProcess)
    .filter((process) => process !== null);
  return treeOf(root, all).reduce((sum, { ticks }) => sum + ticks, 0);
}

/** Processor time that a program and all its processes have taken since it was started, in ms. */
export function processorTime(root: number): number {
  return (ticksOf(root) * 1000) / TICKS;
}

/** How long a program is looked at, ms, and how much it may do meanwhile, in ticks, to count as quiet. */
const LOOK = 150;
const QUIET = 1;
const LOOKS = 40;

/** Waits until a program has nothing left to do; six seconds at most, since some never rest. */
export async function untilQuiet(root: number): Promise<void> {
  let before = ticksOf(root);
  for (let look = 0; look < LOOKS; look += 1) {
    await pause(LOOK);
    const ticks = ticksOf(root);
    if (ticks - before <= QUIET) return;
    before = ticks;
  }
}
