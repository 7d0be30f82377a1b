import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd: ROOT, encoding: 'utf8' });
}

describe('known-as/decode', () => {
  it('is built by itself, and reads requests in Node as its example shows', () => {
    run(
      join(ROOT, 'node_modules', '.bin', 'vite'),
      'build',
      '--config',
      'vite.decode.config.ts',
      '--logLevel',
      'error',
    );
    const said = run(process.execPath, 'docs/examples/decode.mjs');
    expect(said).toContain('Google Analytics, known by its shape\n  view_search_results (search)\n');
    expect(said).toContain('    search: car mp3 player, stated in the body under ep.search_term\n');
    expect(said).toContain('unknown\n  wish_list (other)\n');
    expect(said).toContain('    email, clear, under email');
    expect(said).not.toContain('ada@');
  });
});
