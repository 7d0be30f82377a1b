import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes src/identify/cookie-database.json of the Open Cookie Database, as the package below carries it: which purpose
 * cookies of a name are listed under, and on which domain where one is given. Run after each installation.
 */
const ROOT = join(import.meta.dirname, '..');
const FROM = join(ROOT, 'node_modules/@slashgear/gdpr-cookie-scanner/dist/data/open-cookie-database.json');
const TO = join(ROOT, 'src/identify/cookie-database.json');

const SAYS =
  'Made from the Open Cookie Database (https://github.com/jkwakman/Open-Cookie-Database), Apache License 2.0: names, domains and categories, shortened.';

/** The database's categories, by the purpose they stand for. */
const PURPOSES = {
  Necessary: 'necessary',
  Security: 'necessary',
  Functional: 'functional',
  Personalization: 'functional',
  Analytics: 'analytics',
  Marketing: 'advertising',
};

/** The domains in what the database says of them (`.bing.com (3rd party) or .microsoft.com`); one empty: any. */
function domainsIn(text) {
  const found = text.toLowerCase().match(/[a-z\d-]+(?:\.[a-z\d-]+)+/gu) ?? [];
  return found.length === 0 ? [''] : found.map((domain) => domain.replace(/^www\./u, ''));
}

const names = {};
const starts = {};
const rows = Object.values(JSON.parse(readFileSync(FROM, 'utf8'))).flat();
for (const { cookie, category, domain, wildcardMatch } of rows) {
  const purpose = PURPOSES[category];
  const name = cookie.trim();
  if (purpose === undefined || name === '') throw new Error(`“${cookie}” of the category “${category}” is not known`);
  const table = wildcardMatch === '1' ? starts : names;
  table[name] ??= [];
  for (const one of domainsIn(domain)) {
    const mark = one === '' ? purpose : `${purpose}@${one}`;
    if (!table[name].includes(mark)) table[name].push(mark);
  }
}
mkdirSync(dirname(TO), { recursive: true });
writeFileSync(TO, `${JSON.stringify({ from: SAYS, names, starts })}\n`);
