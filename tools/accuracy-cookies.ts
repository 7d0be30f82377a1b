import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence, Purpose, Verdict } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { withPurpose } from '#identify/purpose.ts';
import { crossValidate, modelOf } from '../test/accuracy/cross-validate.ts';
import { type LabelledCookie, parseLabelled } from '../test/accuracy/labelled.ts';
import { judgeAll, measure, renamed, type Judged } from '../test/accuracy/measure.ts';
import { confusionTable, missTable, shareTable } from '../test/accuracy/tables.ts';
import { asMarkdown, asText } from '../test/bench/table.ts';
import type { ReadFile } from './accuracy-beacons.ts';
import { writeSection } from './figures.ts';

const MODEL = join(import.meta.dirname, '..', 'src', 'identify', 'model.json');

const DECLARED =
  'Judged against what sites declared, which is sometimes wrong: of the names that several sites declare, the majority of the others is right in 90 % of the cases.';
const TRIED = 'What was tried and did not help is in [decision 0014](decisions/0014-a-small-model.md).';

/** What is to be judged how, and what is told of it. */
interface Asked {
  readonly json: boolean;
  readonly misses: boolean;
  readonly crossValidate: boolean;
  readonly write: boolean;
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

/** Misses by what was declared, each kind by itself. */
function printMisses(all: readonly Judged[]): void {
  for (const declared of PURPOSES) {
    const missed = all.filter(({ purpose, verdict }) => purpose === declared && purpose !== verdict.purpose);
    console.log(`\nDeclared ${declared}, judged otherwise (${missed.length}):`);
    for (const one of missed) printMiss(one);
  }
}

/** The cookies of a file, and whether each of its lines was one; faults are told. */
function cookiesIn({ path, text }: ReadFile): { readonly cookies: readonly LabelledCookie[]; readonly whole: boolean } {
  const { cookies, faults } = parseLabelled(text);
  for (const fault of faults) console.error(`${path}, ${fault}`);
  if (cookies.length === 0) console.error(`${path} holds no labelled cookie.`);
  return { cookies, whole: faults.length === 0 && cookies.length > 0 };
}

/** Judges labelled cookies, and prints how often that is what their sites declared. Resolves to the exit code. */
export async function tellCookies(file: ReadFile, asked: Asked): Promise<number> {
  const { cookies, whole } = cookiesIn(file);
  if (cookies.length === 0) return 1;
  const how = asked.crossValidate
    ? 'cross-validated by site'
    : 'by the model as it is, which may have been fitted to them';
  const all = asked.crossValidate
    ? crossValidate(cookies)
    : { named: judgeAll(cookies, judge), renamed: judgeAll(renamed(cookies), judge) };
  const accuracy = measure(all.named);
  const tables = [confusionTable(accuracy), shareTable(all), missTable(all.named)];
  const sites = new Set(cookies.map(({ site }) => site)).size;
  const about = `${cookies.length} cookies of ${sites} sites, ${how}.`;
  console.log([about, ...tables.map(asText)].join('\n\n'));
  if (asked.misses) printMisses(all.named);
  if (asked.write) {
    const made = `_${new Date().toISOString().slice(0, 10)} · \`npm run accuracy -- cookies FILE --cross-validate --write\`_`;
    await writeSection('Verdicts', [made, about, DECLARED, ...tables.map(asMarkdown), TRIED].join('\n\n'));
  }
  if (asked.json) {
    const { accuracy3, necessaryAsRandomId, analyticsAdsFound } = accuracy;
    const { accuracy3: accuracy3Renamed } = measure(all.renamed);
    console.log(JSON.stringify({ accuracy3, necessaryAsRandomId, analyticsAdsFound, accuracy3Renamed }));
  }
  return whole ? 0 : 1;
}

/** Fits the model anew to the labelled cookies of a file, and writes it down. Gives the exit code. */
export function fitModel(file: ReadFile): number {
  const { cookies, whole } = cookiesIn(file);
  if (cookies.length === 0) return 1;
  const says = 'Fitted by npm run accuracy -- fit FILE to cookies whose sites declared their purposes.';
  const text = JSON.stringify({ says, model: modelOf(cookies) });
  writeFileSync(MODEL, `${text}\n`);
  console.log(`${MODEL}: ${text.length} bytes, of ${cookies.length} cookies`);
  return whole ? 0 : 1;
}
