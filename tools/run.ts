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

/** The path of a program that a package brings. */
export function programOf(name: string): string {
  return join(ROOT, 'node_modules', '.bin', name);
}

/** Runs a package's program in the repository's folder. Never throws: a program that cannot start has failed. */
export async function run(name: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const start = performance.now();
  const { promise, resolve } = withResolvers<Ran>();
  const chunks: Buffer[] = [];
  const finish = (ok: boolean): void => {
    const seconds = (performance.now() - start) / 1000;
    resolve({ ok, output: Buffer.concat(chunks).toString('utf8'), seconds });
  };
  const child = spawn(programOf(name), args, {
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
    finish(false);
  });
  child.on('close', (code) => finish(code === 0));
  return await promise;
}

function withResolvers<Value>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
