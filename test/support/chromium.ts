import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
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
  '--disable-features=DisableLoadExtensionCommandLineSwitch,NetworkTimeServiceQuerying,OptimizationHints',
];

/** An unpacked extension's id: the first half of its path's SHA-256, its hex digits written as `a` to `p`. */
function extensionId(path: string): string {
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return Array.from(digest, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Preferences that have to be there before the first start. */
function preparePreferences({ profileDir, thirdPartyCookies, again }: StartPlan): void {
  if (again || thirdPartyCookies === null) return;
  mkdirSync(`${profileDir}/Default`, { recursive: true });
  const profile = { cookie_controls_mode: thirdPartyCookies === 'allowed' ? 0 : 1 };
  writeFileSync(`${profileDir}/Default/Preferences`, JSON.stringify({ profile }));
}

function argumentsOf(plan: StartPlan, path: string): string[] {
  const { proxyPort, again, extension, dark, restorePages } = plan;
  return [
    ...QUIET,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--proxy-server=127.0.0.1:${proxyPort}`,
    '--proxy-bypass-list=<-loopback>',
    '--ignore-certificate-errors',
    '--lang=en-US',
    `--blink-settings=preferredColorScheme=${dark ? 0 : 1}`,
    // After a restart the extension has to be there before the restored pages are; DevTools would bring it too late.
    ...(again && extension ? [`--load-extension=${path}`] : []),
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
  preparePreferences(plan);
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
    args: argumentsOf(plan, path),
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
