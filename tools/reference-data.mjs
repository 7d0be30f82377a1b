import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes, of what three packages carry, the tables that what is seen is looked up in. Run after each installation.
 * src/identify/cookie-database.json: which purpose cookies of a name are listed under, and on which domain where one is
 * given. src/core/companies.json: whose a domain is, and what that company does there. src/background/banners/
 * opt-in-rules.json: how each program that asks for consent is told yes, which the engine's own compact rules leave out.
 */
const ROOT = join(import.meta.dirname, '..');
const DATABASE = 'node_modules/@slashgear/gdpr-cookie-scanner/dist/data/open-cookie-database.json';
const COMPANIES = 'node_modules/third-party-web/dist/entities-nostats.json';

const DATABASE_SAYS =
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

const COMPANIES_SAYS =
  'Made from third-party-web (https://github.com/patrickhulce/third-party-web), MIT License: names, categories and domains.';

function read(from) {
  return JSON.parse(readFileSync(join(ROOT, from), 'utf8'));
}

function write(to, table) {
  mkdirSync(dirname(join(ROOT, to)), { recursive: true });
  writeFileSync(join(ROOT, to), `${JSON.stringify(table)}\n`);
}

const names = {};
const starts = {};
for (const { cookie, category, domain, wildcardMatch } of Object.values(read(DATABASE)).flat()) {
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
write('src/identify/cookie-database.json', { from: DATABASE_SAYS, names, starts });

const companies = read(COMPANIES).map(({ name, category, domains }) => [name, category, domains.join(' ')]);
write('src/core/companies.json', { from: COMPANIES_SAYS, companies });

const RULES = ['autoconsent', 'generated'].map((folder) => `node_modules/@duckduckgo/autoconsent/rules/${folder}`);

const rules = RULES.flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => read(join(folder, file))),
);
const optIn = rules
  .filter((rule) => rule.optIn?.length > 0)
  .map(({ name, minimumRuleStepVersion, runContext, intermediate, detectCmp, detectPopup, optIn: steps }) => ({
    name,
    minimumRuleStepVersion,
    runContext,
    intermediate,
    detectCmp,
    detectPopup,
    // A program may wire its buttons a moment after it shows them: as its rules for saying no have it.
    optIn: [{ wait: 500 }, ...steps],
    optOut: [],
  }));
if (optIn.length === 0) throw new Error('The rules of the engine that answers banners are not where they were');
write('src/background/banners/opt-in-rules.json', {
  from: 'Made from @duckduckgo/autoconsent (https://github.com/duckduckgo/autoconsent), Mozilla Public License 2.0: shortened.',
  rules: optIn,
});
