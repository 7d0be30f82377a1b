import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { launch, TargetType, type Browser, type Page, type Target } from 'puppeteer-core';
import { clockEnvironment } from './changed-clock.ts';
import { builtFor, programOf, STARTS_WITHIN, type Running, type StartPlan } from './engine.ts';
import { until } from './until.ts';

/** What Chromium would do on the network by itself, switched off as far as it can be. */
const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-features=NetworkTimeServiceQuerying,OptimizationHints',
];

/** An unpacked extension's id: the first half of its path's SHA-256, its hex digits written as `a` to `p`. */
function extensionId(path: string): string {
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return Array.from(digest, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** What is edited of Chromium's preferences, which it keeps as JSON and does not seal on Linux. */
interface Preferences {
  profile?: { cookie_controls_mode?: number };
  extensions?: {
    ui?: { developer_mode?: boolean };
    settings?: Record<string, { creation_flags?: number }>;
  };
}

/** The flag of an extension that DevTools loaded: Chromium removes it when it is started the next time. */
const UNTIL_RESTART = 0x80_00;

function preferencesOf(profileDir: string): string {
  return `${profileDir}/Default/Preferences`;
}

/** Preferences that have to be there before the first start. */
function preparePreferences({ profileDir, thirdPartyCookies }: StartPlan): void {
  mkdirSync(`${profileDir}/Default`, { recursive: true });
  const preferences: Preferences = {
    ...(thirdPartyCookies !== null && { profile: { cookie_controls_mode: thirdPartyCookies === 'allowed' ? 0 : 1 } }),
    // Without it Chromium starts with no extension that is not from its store.
    extensions: { ui: { developer_mode: true } },
  };
  writeFileSync(preferencesOf(profileDir), JSON.stringify(preferences));
}

/**
 * Makes the extension an installed one, which is there with the browser, before any page: loaded by the command line it
 * would be installed anew with every start, and what it had registered in pages would be forgotten.
 */
function keepInstalled({ profileDir }: StartPlan, id: string): void {
  const file = preferencesOf(profileDir);
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  const installed = preferences.extensions?.settings?.[id];
  if (installed?.creation_flags === undefined) throw new Error(`Chromium has not kept the extension: ${file}`);
  installed.creation_flags &= ~UNTIL_RESTART;
  writeFileSync(file, JSON.stringify(preferences));
}

function argumentsOf({ proxyPort, dark, restorePages }: StartPlan): string[] {
  return [
    ...QUIET,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--proxy-server=127.0.0.1:${proxyPort}`,
    '--proxy-bypass-list=<-loopback>',
    '--ignore-certificate-errors',
    '--lang=en-US',
    `--blink-settings=preferredColorScheme=${dark ? 0 : 1}`,
    ...(restorePages ? ['--restore-last-session'] : []),
  ];
}

function backgroundOf(browser: Browser, id: string): Target | undefined {
  return browser
    .targets()
    .find(
      (target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(`chrome-extension://${id}/`),
    );
}

/** Loads the extension and allows it in private windows, as a person does with a switch on its page. */
async function install(browser: Browser, path: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  await session.send('Extensions.loadUnpacked', { path, enableInIncognito: true });
  await session.detach();
}

async function openedBy(browser: Browser, open: () => Promise<void>): Promise<Page> {
  const before = new Set(browser.targets());
  await open();
  const target = await browser.waitForTarget((one) => one.type() === TargetType.PAGE && !before.has(one));
  const page = await target.page();
  if (page === null) throw new Error('The private window has no page');
  return page;
}

/** Starts Chromium with the built extension. */
export async function startChromium(plan: StartPlan): Promise<Running> {
  const path = realpathSync(builtFor('chromium', plan.dist));
  const id = extensionId(path);
  if (!plan.again) preparePreferences(plan);
  else if (plan.extension) keepInstalled(plan, id);
  const browser = await launch({
    executablePath: programOf('chromium'),
    headless: plan.headless,
    pipe: true,
    userDataDir: plan.profileDir,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    handleSIGINT: false,
    timeout: STARTS_WITHIN,
    ignoreDefaultArgs: plan.headless ? [] : ['--enable-automation'],
    args: argumentsOf(plan),
    env: { ...process.env, ...clockEnvironment(plan.clockOffset) },
  });
  if (plan.extension && !plan.again) await install(browser, path);
  const devtools = await browser.target().createCDPSession();
  return {
    puppeteer: browser,
    openOwn: async (page, as) => {
      const opened = await browser.newPage({ type: as });
      await opened.goto(`chrome-extension://${id}/${page}`);
      return opened;
    },
    backgroundRuns: async () => Promise.resolve(backgroundOf(browser, id) !== undefined),
    killBackground: async () => {
      const target = backgroundOf(browser, id);
      if (target === undefined) return false;
      const targetId = Reflect.get(target, '_targetId') as string;
      // It may end by itself in between, or be started again at once, by a view that holds a line open: as another target.
      const closed = await devtools.send('Target.closeTarget', { targetId }).catch(() => null);
      if (closed === null) return false;
      return await until('the background to end', () => !browser.targets().includes(target), { patience: 1000 }).catch(
        () => false,
      );
    },
    quit: () => browser.close(),
    reloadExtension: () => install(browser, path),
    privatePage: (open) => openedBy(browser, open),
  };
}
