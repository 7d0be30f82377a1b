import { readArguments } from './arguments.ts';
import { run } from './run.ts';
import { CHECKS, runStages, type Stage } from './stages.ts';

readArguments({}, 'npm run check\n  Types, lint, format, unused code and unit tests.');
const unit: Stage = {
  name: 'unit',
  go: () => run('vitest', ['run', '--project', 'unit*', '--reporter', 'dot'], { env: { QUICK: '1' } }),
};
const ended = await runStages([unit, ...CHECKS], { atOnce: 3 });
process.exitCode = ended.every(({ ok }) => ok) ? 0 : 1;
