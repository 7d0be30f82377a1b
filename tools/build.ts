import { readArguments } from './arguments.ts';
import { buildStage, runStages } from './stages.ts';

readArguments({}, 'npm run build\n  Builds the extension into dist/chrome and dist/firefox.');
const ended = await runStages([buildStage('chrome'), buildStage('firefox')], { atOnce: 1 });
process.exitCode = ended.every(({ ok }) => ok) ? 0 : 1;
