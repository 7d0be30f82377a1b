import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, launch, type Page, type Viewport } from 'puppeteer-core';
import { preview } from 'vite';
import { SCENES } from './scenes.ts';

/** Photographs the gallery in light and dark: `npx tsx test/ui/gallery/shots.ts [chrome|firefox] [name part]`. */

const [, , kind = 'chrome', only = ''] = process.argv;
const out = '.out/shots';

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Opened before the photograph. */
  readonly open?: string;
  /** Pressed before the photograph, as a person would. */
  readonly press?: string;
}

function pressed(scene: string, press: string, name: string): Shot {
  return { name: `popup-${scene}-${name}`, path: `/popup/index.html?scene=${scene}`, width: 360, height: 600, press };
}

const popups: readonly Shot[] = Object.keys(SCENES).flatMap((scene) => [
  { name: `popup-${scene}`, path: `/popup/index.html?scene=${scene}`, width: 360, height: 600 },
]);
const BLOCKED = '/options/index.html?scene=blocked#/site/halden-audio.example';
const others: readonly Shot[] = [
  pressed('reset', '.segment-when', 'menu'),
  pressed('just-given', '.choice .menu > button', 'menu'),
  pressed('allowed', '.mode', 'mode'),
  pressed('empty', '.popup-foot .menu > button', 'pause'),
  { name: 'popup-blocked-open', path: '/popup/index.html?scene=blocked', width: 360, height: 600, open: 'details' },
  {
    name: 'popup-corrected-open',
    path: '/popup/index.html?scene=corrected',
    width: 360,
    height: 600,
    open: '[data-line=why], .other > details, .block > .all, .value-why',
  },
  { name: 'popup-gpc-on-open', path: '/popup/index.html?scene=gpc-on', width: 360, height: 600, open: '.all' },
  { name: 'popup-busy-open', path: '/popup/index.html?scene=busy', width: 360, height: 600, open: 'details' },
  { name: 'options-overview', path: '/options/index.html#/', width: 1200, height: 900 },
  { name: 'options-sites', path: '/options/index.html#/sites', width: 1200, height: 800 },
  { name: 'options-site', path: '/options/index.html#/site/halden-audio.example', width: 1200, height: 900 },
  ...['', 'nothing'].flatMap((scene) =>
    [1200, 400].map((width) => ({
      name: `options-companies${scene && `-${scene}`}${width === 400 ? '-narrow' : ''}`,
      path: `/options/index.html?scene=${scene}#/companies`,
      width,
      height: 800,
    })),
  ),
  ...['', 'partly', 'apart', 'one-site', 'nothing'].map((scene) => ({
    name: `options-company${scene && `-${scene}`}`,
    path: `/options/index.html?scene=${scene}#/company/bluebird-metrics.example`,
    width: 1200,
    height: 800,
  })),
  {
    name: 'options-company-narrow',
    path: '/options/index.html#/company/bluebird-metrics.example',
    width: 400,
    height: 800,
  },
  {
    name: 'options-receipts',
    path: '/options/index.html#/receipts/halden-audio.example',
    width: 1200,
    height: 900,
  },
  {
    name: 'options-receipts-narrow',
    path: '/options/index.html#/receipts/halden-audio.example',
    width: 400,
    height: 800,
  },
  { name: 'options-settings', path: '/options/index.html#/settings', width: 1200, height: 800 },
  { name: 'options-activity', path: '/options/index.html#/activity', width: 1200, height: 900 },
  {
    name: 'options-activity-open',
    path: '/options/index.html#/activity',
    width: 1200,
    height: 900,
    open: '[data-line=enforced]',
  },
  { name: 'options-activity-nothing', path: '/options/index.html?scene=nothing#/activity', width: 1200, height: 600 },
  { name: 'options-site-blocked', path: BLOCKED, width: 1200, height: 900 },
  { name: 'options-site-blocked-open', path: BLOCKED, width: 1200, height: 900, open: '#app details.all' },
  {
    name: 'options-site-asking',
    path: '/options/index.html?scene=asking#/site/halden-audio.example',
    width: 1200,
    height: 900,
  },
  { name: 'options-settings-asking', path: '/options/index.html?scene=asking#/settings', width: 1200, height: 800 },
  { name: 'options-settings-paused', path: '/options/index.html?scene=paused#/settings', width: 1200, height: 800 },
  { name: 'options-settings-narrow', path: '/options/index.html#/settings', width: 400, height: 800 },
  { name: 'options-sites-narrow', path: '/options/index.html#/sites', width: 400, height: 800 },
  {
    name: 'options-sites-menu',
    path: '/options/index.html#/sites',
    width: 1200,
    height: 800,
    press: 'tr:last-child .mode',
  },
  { name: 'options-site-narrow', path: '/options/index.html#/site/halden-audio.example', width: 400, height: 800 },
  { name: 'options-overview-narrow', path: '/options/index.html#/', width: 400, height: 800 },
];

const CARD = '/test/ui/gallery/card.html';
const cards: readonly Shot[] = [
  { name: 'card', path: `${CARD}?`, width: 760, height: 520 },
  { name: 'card-held', path: `${CARD}?scene=held&`, width: 760, height: 520 },
  { name: 'card-long', path: `${CARD}?scene=long&`, width: 380, height: 600 },
];

async function open(): Promise<Browser> {
  if (kind === 'firefox') return launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr' });
  return launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

function viewport({ width, height, open: opened }: Shot): Viewport {
  return { width, height, deviceScaleFactor: width < 500 && opened === undefined ? 2 : 1 };
}

/** The whole page in one picture: the window is made as high as it is. */
async function whole(page: Page, shot: Shot, path: `${string}.png`): Promise<void> {
  const height = await page.evaluate(() => {
    const popup = document.querySelector<HTMLElement>('.popup');
    if (popup !== null) popup.style.maxBlockSize = 'none';
    return document.documentElement.scrollHeight;
  });
  await page.setViewport({ ...viewport(shot), height });
  await page.screenshot({ path });
}

async function shoot(page: Page, shot: Shot, base: string, scheme: string): Promise<void> {
  await page.setViewport({
    width: shot.width,
    height: shot.height,
    deviceScaleFactor: shot.width < 500 && shot.open === undefined ? 2 : 1,
  });
  await page.goto('about:blank');
  await page.goto(base + (shot.path.startsWith(CARD) ? `${shot.path}theme=${scheme}` : shot.path));
  await page.waitForSelector('h1');
  await page.evaluate((theme) => {
    document.documentElement.dataset['theme'] = theme;
  }, scheme);
  if (shot.open !== undefined) {
    await page.$$eval(shot.open, (all) => all.forEach((each) => each.setAttribute('open', '')));
  }
  if (shot.press !== undefined) await page.click(shot.press);
  const path = join(out, `${shot.name}.${scheme}.${kind}`);
  if (shot.width === 360) await page.screenshot({ path: `${path}.png` });
  await whole(page, shot, `${path}${shot.width === 360 ? '-full' : ''}.png`);
}

await mkdir(out, { recursive: true });
const server = await preview({
  configFile: 'test/ui/gallery/vite.config.ts',
  preview: { port: 0, host: '127.0.0.1' },
});
const base = server.resolvedUrls?.local[0]?.replace(/\/$/u, '') ?? '';
const browser = await open();
const page = await browser.newPage();
page.setDefaultTimeout(10_000);
for (const shot of [...popups, ...others, ...cards].filter(({ name }) => name.includes(only))) {
  for (const scheme of ['light', 'dark']) await shoot(page, shot, base, scheme);
}
await browser.close();
await server.close();
