import { readFileSync } from 'node:fs';
import { tellBeacons } from './accuracy-beacons.ts';
import { fitModel, tellCookies } from './accuracy-cookies.ts';
import { readCommand, refuse } from './arguments.ts';

const USAGE = `npm run accuracy -- cookies FILE [--cross-validate] [--json] [--misses] [--write]
  Judges labelled cookies and compares with what their sites declared: three classes (necessary with functional,
  analytics, advertising), how many necessary ones are taken for a visitor's number, how many tracking ones are found to
  be one, and the same again under names that mean nothing. FILE has one JSON object a line: site, name, domain, purpose,
  and seen, its successive values.
  --cross-validate  judges each site's cookies by a model fitted to the other sites' of the same file alone
  --misses          names each one that was judged otherwise than declared
  --write           puts what is printed into docs/figures.md
  --json            prints the four figures once more as the last line, as JSON
npm run accuracy -- beacons FILE… [--json]
  Reads labelled requests and compares with what they are to be read as: whose they are, and each role; with every miss.
  FILE has one JSON object a line: url, method, headers, body or bodyBase64, and what to expect.
npm run accuracy -- fit FILE
  Fits the model anew to the labelled cookies of a file, and writes src/identify/model.json`;

const { values, positionals } = readCommand(
  {
    json: { type: 'boolean' },
    misses: { type: 'boolean' },
    'cross-validate': { type: 'boolean' },
    write: { type: 'boolean' },
  },
  USAGE,
);
const json = values.json === true;
const crossValidate = values['cross-validate'] === true;
const [what, ...paths] = positionals;
const [path] = paths;
if (values.write === true && !crossValidate) refuse('Only what is cross-validated is written.', USAGE);
if (path === undefined) refuse('What is to be judged?', USAGE);
if (what !== 'beacons' && paths.length > 1) refuse('One file at a time.', USAGE);

function read(from: string): string {
  try {
    return readFileSync(from, 'utf8');
  } catch (error) {
    return refuse(`${from} cannot be read: ${error instanceof Error ? error.message : String(error)}`, USAGE);
  }
}

const files = paths.map((from) => ({ path: from, text: read(from) }));
const file = { path, text: files[0]?.text ?? '' };

switch (what ?? '') {
  case 'beacons':
    process.exitCode = tellBeacons(files, { json });
    break;
  case 'cookies':
    process.exitCode = await tellCookies(file, {
      json,
      crossValidate,
      misses: values.misses === true,
      write: values.write === true,
    });
    break;
  case 'fit':
    process.exitCode = fitModel(file);
    break;
  default:
    refuse('What is to be judged?', USAGE);
}
