import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, launch, type LaunchOptions, type Page, TimeoutError } from 'puppeteer-core';
import { clockEnvironment } from './changed-clock.ts';
import { builtFor, programOf, STARTS_WITHIN, type Running, type StartPlan, type ThirdPartyCookies } from './engine.ts';
import { fillFromTemplate } from './profile-template.ts';
import { until } from './until.ts';

/** As in the manifest. */
const ID = '{6b1f0e7c-6a0d-4d55-9d3e-1f6f2f7f0c5a}';

/** The host of the extension's pages, which Firefox otherwise draws by lot. */
const HOST = '2d5c8a9e-7b1f-4c3a-8e6d-5f0b9a1c7e42';

const COOKIE_BEHAVIOUR = { allowed: 0, blocked: 1, partitioned: 5 } as const satisfies Record<
  ThirdPartyCookies,
  number
>;

function preferences({
  proxyPort,
  thirdPartyCookies,
  dark,
  restorePages,
  fineClock,
}: StartPlan): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.allow_hijacking_localhost': true,
    // What Firefox would do on the network by itself, switched off as far as it can be.
    'services.settings.server': 'data:,',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.trr.mode': 5,
    'extensions.getAddons.cache.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.topsites.contile.enabled': false,
    'dom.push.connection.enabled': false,
    // The extension comes with the profile, so that it is there before restored pages are.
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.startupScanScopes': 1,
    'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'intl.accept_languages': 'en-US, en',
    'browser.startup.page': restorePages ? 3 : 0,
    // A tab that waits to be looked at before it loads would hold up WebDriver.
    'browser.sessionstore.restore_on_demand': false,
    'browser.sessionstore.restore_tabs_lazily': false,
    'browser.sessionstore.resume_from_crash': false,
    ...(fineClock && { 'privacy.reduceTimerPrecision': false, 'privacy.reduceTimerPrecision.unconditional': false }),
    ...(thirdPartyCookies !== null && { 'network.cookie.cookieBehavior': COOKIE_BEHAVIOUR[thirdPartyCookies] }),
  };
}

/** Puts the extension into a new profile, allowed in private windows, as a person does with a switch on its page. */
function prepareProfile({ profileDir, again, extension, dist }: StartPlan): void {
  if (!again) fillFromTemplate(profileDir);
  if (again || !extension) return;
  mkdirSync(`${profileDir}/extensions`);
  // A file with the extension's id for its name leads to the folder it is in.
  writeFileSync(`${profileDir}/extensions/${ID}`, `${builtFor('firefox', dist)}/`);
  const allowed = { [ID]: { permissions: ['internal:privateBrowsingAllowed'], origins: [] } };
  writeFileSync(`${profileDir}/extension-preferences.json`, JSON.stringify(allowed));
}

/** The part of WebDriver BiDi that puppeteer has no method for. */
interface Wire {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

function wireOf(browser: Browser): Wire {
  return (browser as unknown as { readonly connection: Wire }).connection;
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** Evaluates an expression with the browser's own rights; it may be a promise of a string or a boolean. */
async function evaluateInBrowser(browser: Browser, expression: string): Promise<unknown> {
  const wire = wireOf(browser);
  const tree = await wire.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree.result as { readonly contexts: readonly { readonly context: string }[] }).contexts;
  const target = { context: window?.context };
  const { result } = await wire.send('script.evaluate', { expression, target, awaitPromise: true });
  const evaluated = result as Evaluated;
  if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails?.text);
  return evaluated.result?.value;
}

const BACKGROUND = `WebExtensionPolicy.getByID('${ID}')?.extension`;

async function openOwn(browser: Browser, path: string, as: 'tab' | 'window'): Promise<Page> {
  const url = `moz-extension://${HOST}/${path}`;
  const page = await browser.newPage({ type: as });
  const context = Reflect.get(page.mainFrame(), '_id') as string;
  // Firefox tells nothing of how an extension's page loads: not waiting for it, but looking, is what works.
  await wireOf(browser).send('browsingContext.navigate', { context, url, wait: 'none' });
  await until(`${url} to load`, () =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
  );
  return page;
}

async function openedBy(browser: Browser, open: () => Promise<void>): Promise<Page> {
  const before = new Set(await browser.pages());
  await open();
  return until('the private window to open', async () => (await browser.pages()).find((page) => !before.has(page)));
}

/** Firefox's own way to end: WebDriver's closes every tab first, and there would be nothing to restore. */
async function quit(browser: Browser, profileDir: string): Promise<void> {
  const program = browser.process();
  if (program === null || program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const command = 'Services.startup.quit(Ci.nsIAppStartup.eForceQuit)';
  // The answer may come, or the connection be gone before it.
  const asked = evaluateInBrowser(browser, `setTimeout(() => ${command}), true`).catch(() => null);
  await Promise.all([ended, asked]);
  await browser.close();
  // Puppeteer puts the profile's own preferences back after the program has ended: a restart meanwhile would lose them.
  const backups = ['prefs.js', 'user.js'].map((name) => `${profileDir}/${name}.puppeteer`);
  await until('the profile to be put back', () => !backups.some((path) => existsSync(path)));
}

/**
 * Once in some thousand starts Firefox comes up and never says where WebDriver finds it: it ends without having opened
 * the extension, and is started once more. That is said, lest it become usual.
 */
async function launchAtLast(options: LaunchOptions): Promise<Browser> {
  try {
    return await launch({ ...options, timeout: STARTS_WITHIN / 2 });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    process.stderr.write(`Firefox did not come up and is started again: ${error.message}\n`);
    return await launch({ ...options, timeout: STARTS_WITHIN / 2 });
  }
}

/** Starts Firefox with the built extension. */
export async function startFirefox(plan: StartPlan): Promise<Running> {
  prepareProfile(plan);
  const browser = await launchAtLast({
    browser: 'firefox',
    executablePath: programOf('firefox'),
    headless: plan.headless,
    userDataDir: plan.profileDir,
    acceptInsecureCerts: true,
    defaultViewport: null,
    handleSIGINT: false,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(plan),
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', ...clockEnvironment(plan.clockOffset) },
  });
  const backgroundRuns = async (): Promise<boolean> =>
    (await evaluateInBrowser(browser, `${BACKGROUND}?.backgroundState === 'running'`)) === true;
  // Firefox starts backgrounds some time after its first window; a person is not that fast at the first start.
  if (plan.extension && !plan.again) await until('the extension to start', backgroundRuns);
  return {
    puppeteer: browser,
    openOwn: (path, as) => openOwn(browser, path, as),
    backgroundRuns,
    killBackground: async () => {
      const ran = await backgroundRuns();
      await evaluateInBrowser(browser, `${BACKGROUND}.terminateBackground().then(() => true)`);
      return ran;
    },
    quit: () => quit(browser, plan.profileDir),
    reloadExtension: async () => {
      const manager = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager`;
      await evaluateInBrowser(
        browser,
        `${manager}.getAddonByID('${ID}').then((addon) => addon.reload()).then(() => true)`,
      );
    },
    privatePage: (open) => openedBy(browser, open),
  };
}
