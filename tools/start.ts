import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { ask } from '../test/site/ask.ts';
import { SHOP } from '../test/site/hosts.ts';
import { parseJourney, runJourney, stepText, type Step } from '../test/site/journey.ts';
import { startSites, type DemoSites } from '../test/site/sites.ts';
import { monthOf, type VisitorLog, type VisitorRecord } from '../test/site/visitor-log.ts';
import { compare, tableOf, type Line } from '../test/support/agreement.ts';
import { launch, type TestBrowser } from '../test/support/browser.ts';
import type { Popup } from '../test/support/popup.ts';
import { readArguments, readBrowser, refuse } from './arguments.ts';
import { DEMO_MODES, showMode, type DemoMode } from './modes.ts';
import { OUT, ROOT } from './run.ts';
import { buildStage, runStages } from './stages.ts';

const USAGE = `npm start -- [options]
  Opens a browser with Known As on a demo shop, all on this machine.
  --browser chromium|firefox   which browser; chromium if left out
  --headless                   no window: makes a visit itself and compares the popup with the shop's log
                               (so it is, too, where there is no display)
  --journey FILE               makes the visit that is written in FILE: a JSON list of steps
  --mode block|reset|ask       chooses that on the way, goes on, and compares what the popup says of it with the
                               shop's log (ask: a number is held back, and then allowed)
  --tamper                     falsifies the shop's log before comparing, to show that it is noticed`;

/** How long the popup may take to show what the log says. */
const PATIENCE = 10_000;

const options = readArguments(
  {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
    journey: { type: 'string' },
    mode: { type: 'string' },
    tamper: { type: 'boolean', default: false },
  },
  USAGE,
);
const name = readBrowser(options.browser, USAGE);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const headless = options.headless || options.tamper || !hasDisplay;
const mode = options.mode === undefined ? null : readMode(options.mode);

function readMode(text: string): DemoMode {
  const known = DEMO_MODES.find((one) => one === text);
  return known ?? refuse(`“${text}” is no mode that is known here: ${DEMO_MODES.join(', ')}.`, USAGE);
}

function readJourney(file: string): readonly Step[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(`The journey ${file} cannot be read: ${error instanceof Error ? error.message : ''}`, USAGE);
  }
  const parsed = parseJourney(text);
  return parsed.ok ? parsed.steps : refuse(`${file}: ${parsed.error}`, USAGE);
}

/** When a visitor's last page was served. */
function lastSeen({ pages }: VisitorRecord): number {
  return pages.at(-1)?.at ?? 0;
}

/** Who the shop saw last, as its own log says it over the network. */
async function readLog(sites: DemoSites): Promise<VisitorRecord> {
  const log = JSON.parse((await ask(sites.proxyPort, `${SHOP}/__log`)).text) as VisitorLog;
  const [last] = log.visitors.toSorted((a, b) => lastSeen(b) - lastSeen(a));
  if (last === undefined) throw new Error('The shop’s log holds no visitor');
  return last;
}

async function falsify(sites: DemoSites): Promise<void> {
  const { number, months } = await readLog(sites);
  const value = (months[monthOf(Date.now())]?.visits ?? 0) + 1;
  const body = JSON.stringify({ number, field: 'month.visits', value });
  const { status } = await ask(sites.proxyPort, `${SHOP}/__tamper`, { body });
  console.log(status === 204 ? 'The shop’s log was falsified: one visit more.' : 'The log could not be falsified.');
}

/** The comparison when all agrees, or as it stands when the popup has had its time. */
async function compareWithLog(popup: Popup, sites: DemoSites): Promise<readonly Line[]> {
  const end = Date.now() + PATIENCE;
  let lines: readonly Line[];
  do {
    lines = compare(await popup.shown(), await readLog(sites), monthOf(Date.now()));
  } while (!lines.every(({ agrees }) => agrees) && Date.now() < end);
  return lines;
}

async function takePictures(popup: Popup): Promise<string> {
  const folder = `${OUT}/start-${name}`;
  mkdirSync(folder, { recursive: true });
  await popup.picture(`${folder}/popup-opened.png`, { whole: true });
  await popup.closeAll();
  await popup.picture(`${folder}/popup-whole.png`, { whole: true });
  await popup.picture(`${folder}/popup-top.png`);
  return folder;
}

async function makeJourney(page: Page, steps: readonly Step[]): Promise<void> {
  console.log(`\nThe visit, in ${name}:`);
  await runJourney(page, steps, { onStep: (step, place) => console.log(`  ${place}. ${stepText(step)}`) });
}

/** Makes the visit and says whether popup and log agree on every line. */
async function showAgreement(browser: TestBrowser, sites: DemoSites, steps: readonly Step[]): Promise<boolean> {
  const page = await browser.newPage();
  await makeJourney(page, steps);
  if (new URL(page.url()).origin !== SHOP) await page.goto(`${SHOP}/`, { waitUntil: 'load' });
  // In a tab in front of the page: that ends the page's time in view, for the shop as for the extension.
  const popup = await browser.popupFor(page, 'tab');
  if (options.tamper) await falsify(sites);
  const lines = await compareWithLog(popup, sites);
  console.log(`\n${tableOf(lines)}\n`);
  console.log(`Pictures of the popup: ${await takePictures(popup)}`);
  const differ = lines.filter(({ agrees }) => !agrees).length;
  console.log(differ === 0 ? `All ${lines.length} lines agree.` : `${differ} of ${lines.length} lines differ.`);
  return differ === 0;
}

/** Makes the visit with a choice on the way, and says whether popup and logs agree on every line. */
async function showChoice(browser: TestBrowser, sites: DemoSites, chosen: DemoMode): Promise<boolean> {
  const after = steps ?? readJourney(`${ROOT}/test/site/journeys/after-choice.json`);
  const compared = await showMode({ browser, sites, steps: after, tamper: options.tamper }, chosen);
  for (const { what, lines } of compared) console.log(`\n${what}\n${tableOf(lines)}`);
  const lines = compared.flatMap((one) => one.lines);
  const differ = lines.filter(({ agrees }) => !agrees).length;
  console.log(`\n${differ === 0 ? `All ${lines.length} lines agree.` : `${differ} of ${lines.length} lines differ.`}`);
  return differ === 0;
}

async function keepOpen(browser: TestBrowser, steps: readonly Step[] | null): Promise<void> {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto(`${SHOP}/`);
  if (steps !== null) await makeJourney(page, steps);
  console.log(`\nThe demo shop is open in ${name}. Look around in it, then press Known As in the toolbar.`);
  console.log('Its buttons may stand behind the puzzle piece. Close the browser, or press Ctrl-C here, to end.');
  await browser.closed();
}

const steps = options.journey === undefined ? null : readJourney(options.journey);
const built = await runStages([buildStage(name === 'firefox' ? 'firefox' : 'chrome')]);
if (!built.every(({ ok }) => ok)) process.exit(1);
const sites = await startSites();
// What a browser refuses by itself cannot be compared: where a choice is shown, other companies' cookies are let in.
const letIn = mode === null ? {} : ({ thirdPartyCookies: 'allowed' } as const);
const browser = await launch(name, { proxyPort: sites.proxyPort, headless, ...letIn });
const end = async (code: number): Promise<never> => {
  await browser.close();
  await sites.stop();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(0));
try {
  if (mode !== null) {
    await end((await showChoice(browser, sites, mode)) ? 0 : 1);
  } else if (headless) {
    const usual = `${ROOT}/test/site/journeys/default.json`;
    await end((await showAgreement(browser, sites, steps ?? readJourney(usual))) ? 0 : 1);
  } else {
    await keepOpen(browser, steps);
    await end(0);
  }
} catch (error) {
  console.error(error);
  await end(1);
}
