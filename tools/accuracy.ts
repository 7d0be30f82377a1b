import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence, Purpose, Verdict } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { withPurpose } from '#identify/purpose.ts';
import { type CrossJudged, crossValidate, modelOf } from '../test/accuracy/cross-validate.ts';
import { parseLabelled } from '../test/accuracy/labelled.ts';
import { judgeAll, measure, renamed, type Judged } from '../test/accuracy/measure.ts';
import { confusionTable, missTable, shareTable } from '../test/accuracy/tables.ts';
import { asMarkdown, asText } from '../test/bench/table.ts';
import { writeSection } from './figures.ts';
import { readCommand, refuse } from './arguments.ts';

const MODEL = join(import.meta.dirname, '..', 'src', 'identify', 'model.json');

const USAGE = `npm run accuracy -- cookies FILE [--cross-validate] [--json] [--misses] [--write]
  Judges labelled cookies and compares with what their sites declared: three classes (necessary with functional,
  analytics, advertising), how many necessary ones are taken for a visitor's number, how many tracking ones are found to
  be one, and the same again under names that mean nothing. FILE has one JSON object a line: site, name, domain, purpose,
  and seen, its successive values.
  --cross-validate  judges each site's cookies by a model fitted to the other sites' of the same file alone
  --misses          names each one that was judged otherwise than declared
  --write           puts what is printed into docs/figures.md
  --json            prints the four figures once more as the last line, as JSON
npm run accuracy -- fit FILE
  Fits the model anew to the labelled cookies of a file, and writes src/identify/model.json`;

const DECLARED =
  'Judged against what sites declared, which is sometimes wrong: of the names that several sites declare, the majority of the others is right in 90 % of the cases.';
const TRIED = 'What was tried and did not help is in [decision 0014](decisions/0014-a-small-model.md).';

const { values, positionals } = readCommand(
  {
    json: { type: 'boolean' },
    misses: { type: 'boolean' },
    'cross-validate': { type: 'boolean' },
    write: { type: 'boolean' },
  },
  USAGE,
);
const [what, file, ...more] = positionals;
const mayWrite = values['cross-validate'] === true;
if (values.write === true && !mayWrite) refuse('Only what is cross-validated is written.', USAGE);
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

async function tell(all: CrossJudged, how: string): Promise<void> {
  const accuracy = measure(all.named);
  const tables = [confusionTable(accuracy), shareTable(all), missTable(all.named)];
  const sites = new Set(cookies.map(({ site }) => site)).size;
  const about = `${cookies.length} cookies of ${sites} sites, ${how}.`;
  console.log([about, ...tables.map(asText)].join('\n\n'));
  if (values.misses === true) printMisses(all.named);
  if (values.write === true) {
    const made = `_${new Date().toISOString().slice(0, 10)} · \`npm run accuracy -- cookies FILE --cross-validate --write\`_`;
    await writeSection('Verdicts', [made, about, DECLARED, ...tables.map(asMarkdown), TRIED].join('\n\n'));
  }
  if (values.json === true) {
    const { accuracy3, necessaryAsRandomId, analyticsAdsFound } = accuracy;
    const { accuracy3: accuracy3Renamed } = measure(all.renamed);
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
else if (values['cross-validate'] === true) await tell(crossValidate(cookies), 'cross-validated by site');
else await tell(judgedNow(), 'by the model as it is, which may have been fitted to them');
process.exitCode = faults.length === 0 ? 0 : 1;
