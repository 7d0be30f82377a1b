import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The repository's folder. */
export const ROOT = join(import.meta.dirname, '..');

/** Where what is made for looking at goes: reports, screenshots. */
export const OUT = join(ROOT, '.out');

/** How a command ended. */
export interface Ran {
  readonly ok: boolean;
  /** What it printed, both streams. */
  readonly output: string;
  readonly seconds: number;
}

export interface RunOptions {
  /** Prints along while it runs, instead of only keeping what it printed. */
  readonly aloud?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a package's program in the repository's folder. Never throws: a program that cannot start has failed. */
export async function run(name: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const start = performance.now();
  const chunks: Buffer[] = [];
  const ok = await new Promise<boolean>((resolve) => {
    const child = spawn(join(ROOT, 'node_modules', '.bin', name), args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...options.env },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (options.aloud) process.stdout.write(chunk);
      });
    }
    child.on('error', (error) => {
      chunks.push(Buffer.from(String(error)));
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  return { ok, output: Buffer.concat(chunks).toString('utf8'), seconds: (performance.now() - start) / 1000 };
}
