import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../tools/run.ts';

it.each(['start', 'test', 'check', 'build', 'dev', 'switched-off', 'bench', 'accuracy'])(
  'npm run %s can be started, and says how it is used',
  (program) => {
    const said = execFileSync(process.execPath, [join(ROOT, 'tools', `${program}.mjs`), '--help'], {
      encoding: 'utf8',
    });
    expect(said).toMatch(new RegExp(`^npm (run )?${program}`, 'u'));
  },
);
