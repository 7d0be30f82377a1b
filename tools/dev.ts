import { build } from 'vite';
import { SHOP } from '../test/site/hosts.ts';
import { startSites } from '../test/site/sites.ts';
import { launch, type TestBrowser } from '../test/support/browser.ts';
import { readArguments, readBrowser } from './arguments.ts';
import { ROOT } from './run.ts';

const USAGE = `npm run dev -- [--browser chromium|firefox] [--headless]
  Opens a browser on the demo shop, builds on every change and puts each build into the browser.`;

const options = readArguments(
  { browser: { type: 'string', default: 'chromium' }, headless: { type: 'boolean', default: false } },
  USAGE,
);
const name = readBrowser(options.browser, USAGE);

/** Builds now and on every change; calls `built` after each build that went well. */
async function buildOnChange(built: () => Promise<void>): Promise<() => Promise<void>> {
  const mode = name === 'firefox' ? 'firefox' : 'chrome';
  const watcher = await build({ root: ROOT, mode, logLevel: 'warn', build: { watch: {} } });
  if (!('on' in watcher)) throw new Error('Vite does not watch');
  await new Promise<void>((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code !== 'END') return;
      built().then(resolve, (error: unknown) => console.error(error));
    });
  });
  return async () => await watcher.close();
}

const sites = await startSites();
let browser: TestBrowser | null = null;
const stopBuilding = await buildOnChange(async () => {
  if (browser === null) return;
  await browser.reloadExtension();
  console.log(`${new Date().toLocaleTimeString()}  built and reloaded; pages that are open are watched after a reload`);
});
const opened = await launch(name, { proxyPort: sites.proxyPort, headless: options.headless });
browser = opened;
const end = async (): Promise<never> => {
  browser = null;
  await stopBuilding();
  await opened.close();
  await sites.stop();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
const [page = await opened.newPage()] = await opened.pages();
await page.goto(SHOP);
console.log(`The demo shop is open in ${name}; every change is built and loaded. Ctrl-C ends.`);
await opened.closed();
await end();
