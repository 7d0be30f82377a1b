import { readArguments } from './arguments.ts';
import { BUILD_DECODE, buildStage, runStages } from './stages.ts';

readArguments(
  {},
  'npm run build\n  Builds the extension into dist/chrome and dist/firefox, and known-as/decode into dist/decode.',
);
const ended = await runStages([buildStage('chrome'), buildStage('firefox'), BUILD_DECODE], { atOnce: 1 });
process.exitCode = ended.every(({ ok }) => ok) ? 0 : 1;
