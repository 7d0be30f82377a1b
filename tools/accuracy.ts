import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence, Purpose, Verdict } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { withPurpose } from '#identify/purpose.ts';
import { CLASSES } from '#identify/model.ts';
import { type CrossJudged, crossValidate, modelOf } from '../test/accuracy/cross-validate.ts';
import { parseLabelled } from '../test/accuracy/labelled.ts';
import { judgeAll, measure, renamed, type Accuracy, type Judged } from '../test/accuracy/measure.ts';
import { readCommand, refuse } from './arguments.ts';

const MODEL = join(import.meta.dirname, '..', 'src', 'identify', 'model.json');

const USAGE = `npm run accuracy -- cookies FILE [--cross-validate] [--json] [--misses]
  Judges labelled cookies and compares with what their sites declared: three classes (necessary with functional,
  analytics, advertising), how many necessary ones are taken for a visitor's number, how many tracking ones are found to
  be one, and the same again under names that mean nothing. FILE has one JSON object a line: site, name, domain, purpose,
  and seen, its successive values.
  --cross-validate  judges each site's cookies by a model fitted to the other sites' of the same file alone
  --misses          names each one that was judged otherwise than declared
  --json            prints the four figures once more as the last line, as JSON
npm run accuracy -- fit FILE
  Fits the model anew to the labelled cookies of a file, and writes src/identify/model.json`;

const { values, positionals } = readCommand(
  { json: { type: 'boolean' }, misses: { type: 'boolean' }, 'cross-validate': { type: 'boolean' } },
  USAGE,
);
const [what, file, ...more] = positionals;
if ((what !== 'cookies' && what !== 'fit') || file === undefined || more.length > 0) {
  refuse('What is to be judged?', USAGE);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return refuse(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, USAGE);
  }
}

const PURPOSES: readonly Purpose[] = ['necessary', 'functional', 'analytics', 'advertising'];

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function printConfusion({ confusion }: Accuracy): void {
  const width = 13;
  console.log(`${'declared'.padEnd(width)}${CLASSES.map((found) => found.padStart(width)).join('')}   judged`);
  for (const declared of CLASSES) {
    console.log(
      declared.padEnd(width) + CLASSES.map((found) => String(confusion[declared][found]).padStart(width)).join(''),
    );
  }
}

function printMiss({ purpose, evidence, verdict }: Judged): void {
  const { name, host, party } = evidence;
  const reasons = verdict.reasons.map(({ says }) => says).join(', ');
  console.log(`  ${purpose}: ${name} of ${host} (${party}) judged ${verdict.purpose}, ${verdict.kind}: ${reasons}`);
}

/** As a cookie is judged when it is seen. */
function judge(evidence: Evidence): Verdict {
  return withPurpose(identify(evidence), evidence);
}

const { cookies, faults } = parseLabelled(read(file));
for (const fault of faults) console.error(`${file}, ${fault}`);
if (cookies.length === 0) refuse(`${file} holds no labelled cookie.`, USAGE);

/** As they are judged when they are seen. */
function judgedNow(): CrossJudged {
  return { named: judgeAll(cookies, judge), renamed: judgeAll(renamed(cookies), judge) };
}

/** Misses by what was declared, each kind by itself. */
function printMisses(all: readonly Judged[]): void {
  for (const declared of PURPOSES) {
    const missed = all.filter(({ purpose, verdict }) => purpose === declared && purpose !== verdict.purpose);
    console.log(`\nDeclared ${declared}, judged otherwise (${missed.length}):`);
    for (const one of missed) printMiss(one);
  }
}

function tell({ named, renamed: under }: CrossJudged): void {
  const accuracy = measure(named);
  const { accuracy3: accuracy3Renamed } = measure(under);
  console.log(`${cookies.length} cookies\n`);
  printConfusion(accuracy);
  console.log(`
right class                              ${percent(accuracy.accuracy3)}
necessary ones taken for a number        ${percent(accuracy.necessaryAsRandomId)}
analytics and advertising ones found     ${percent(accuracy.analyticsAdsFound)}
right class, names replaced              ${percent(accuracy3Renamed)}`);
  if (values.misses === true) printMisses(named);
  if (values.json === true) {
    const { accuracy3, necessaryAsRandomId, analyticsAdsFound } = accuracy;
    console.log(JSON.stringify({ accuracy3, necessaryAsRandomId, analyticsAdsFound, accuracy3Renamed }));
  }
}

function writeModel(): void {
  const says = 'Fitted by npm run accuracy -- fit FILE to cookies whose sites declared their purposes.';
  const text = JSON.stringify({ says, model: modelOf(cookies) });
  writeFileSync(MODEL, `${text}\n`);
  console.log(`${MODEL}: ${text.length} bytes, of ${cookies.length} cookies`);
}

if (what === 'fit') writeModel();
else tell(values['cross-validate'] === true ? crossValidate(cookies) : judgedNow());
process.exitCode = faults.length === 0 ? 0 : 1;
