import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { type BrowserName, programOf } from '../support/engine.ts';

/** `Chromium 156.0.8078.79`: the browser as it calls itself, without what follows its version. */
export function versionIn(said: string): string {
  return /^(?:Mozilla )?([A-Z]\w+ [\d.]+\w*)/mu.exec(said)?.[1] ?? said.trim();
}

function versionOf(browser: BrowserName): string {
  // What the program complains of besides goes to the other stream.
  return versionIn(
    execFileSync(programOf(browser), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

/** When, where and by which programs something was measured, in one line. */
export function describeMachine(browsers: readonly BrowserName[], at: Date): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return [
    at.toISOString().slice(0, 10),
    `${availableParallelism()} cores (${processor})`,
    `${memory} GiB`,
    `${process.platform}, ${load} programs wanting a core beforehand`,
    ...browsers.map(versionOf),
    `Node ${process.versions.node}`,
  ].join(' · ');
}
