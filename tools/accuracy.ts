import { readFileSync } from 'node:fs';
import type { Evidence, Verdict } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { withPurpose } from '#identify/purpose.ts';
import { parseLabelled } from '../test/accuracy/labelled.ts';
import { CLASSES, judgeAll, measure, renamed, type Accuracy, type Judged } from '../test/accuracy/measure.ts';
import { readCommand, refuse } from './arguments.ts';

const USAGE = `npm run accuracy -- cookies FILE [--json] [--misses]
  Judges labelled cookies and compares with what their sites declared: three classes (necessary with functional,
  analytics, advertising), how many necessary ones are taken for a visitor's number, how many tracking ones are found to
  be one, and the same again under names that mean nothing. FILE has one JSON object a line: site, name, domain, purpose,
  and seen, its successive values.
  --misses  names each one that was judged otherwise than declared
  --json    prints the four figures once more as the last line, as JSON`;

const { values, positionals } = readCommand({ json: { type: 'boolean' }, misses: { type: 'boolean' } }, USAGE);
const [what, file, ...more] = positionals;
if (what !== 'cookies' || file === undefined || more.length > 0) refuse('What is to be judged?', USAGE);

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return refuse(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, USAGE);
  }
}

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

const judged = judgeAll(cookies, judge);
const accuracy = measure(judged);
const under = measure(judgeAll(renamed(cookies), judge));
console.log(`${cookies.length} cookies\n`);
printConfusion(accuracy);
console.log(`
right class                              ${percent(accuracy.accuracy3)}
necessary ones taken for a number        ${percent(accuracy.necessaryAsRandomId)}
analytics and advertising ones found     ${percent(accuracy.analyticsAdsFound)}
right class, names replaced              ${percent(under.accuracy3)}`);
if (values.misses === true) {
  console.log('\nJudged otherwise than declared:');
  for (const one of judged) if (one.purpose !== one.verdict.purpose) printMiss(one);
}
if (values.json === true) {
  const { accuracy3, necessaryAsRandomId, analyticsAdsFound } = accuracy;
  console.log(JSON.stringify({ accuracy3, necessaryAsRandomId, analyticsAdsFound, accuracy3Renamed: under.accuracy3 }));
}
process.exitCode = faults.length === 0 ? 0 : 1;
