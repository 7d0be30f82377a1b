import { natives } from './natives.ts';

const ADDRESS = /https?:\/\/[^\s)]+?(?=:\d+(?::\d+)?(?:[\s)]|$))/u;

/** The script that is running, by the stack: the first address of the web in it; `null` where there is none. */
export function runningScript(): string | null {
  const { stack } = new natives.Error();
  if (typeof stack !== 'string') return null;
  return natives.apply(natives.exec, ADDRESS, [stack])?.[0] ?? null;
}
