import type { Page } from 'puppeteer-core';
import { ask } from '../test/site/ask.ts';
import { SHOP } from '../test/site/hosts.ts';
import { runJourney, stepText, type Step } from '../test/site/journey.ts';
import type { DemoSites } from '../test/site/sites.ts';
import { monthOf, type VisitorLog } from '../test/site/visitor-log.ts';
import type { Line } from '../test/support/agreement.ts';
import { compareAllowed, compareBlocked, compareHeld, compareReset } from '../test/support/agreement-of-modes.ts';
import { askView } from '../test/support/ask-view.ts';
import type { TestBrowser } from '../test/support/browser.ts';
import type { Popup } from '../test/support/popup.ts';
import { loggedFirst, loggedResets, loggedSince, markChoice, type WentOn } from '../test/support/since-choice.ts';

/** What `--mode` knows. */
export type DemoMode = 'block' | 'reset' | 'ask';

export const DEMO_MODES: readonly DemoMode[] = ['block', 'reset', 'ask'];

/** How long the popup may take to show what the logs say, in ms. */
const PATIENCE = 10_000;

/** What is there before the choice: a login and a cart. */
const BEFORE: readonly Step[] = [
  { do: 'visit', url: `${SHOP}/` },
  { do: 'sign in', name: 'Ada' },
  { do: 'add to cart', product: 'model-2' },
];

interface Demonstration {
  readonly browser: TestBrowser;
  readonly sites: DemoSites;
  /** What is done once the choice is made. */
  readonly steps: readonly Step[];
  /** Falsifies the shop's log before it is compared. */
  readonly tamper: boolean;
}

/** A comparison, and what was compared. */
export interface Compared {
  readonly what: string;
  readonly lines: readonly Line[];
}

/** The shop's log, as it says it over the network. */
async function shopLog(sites: DemoSites): Promise<VisitorLog> {
  return JSON.parse((await ask(sites.proxyPort, `${SHOP}/__log`)).text) as VisitorLog;
}

/** Writes a falsehood about the latest visitor into the shop's log. */
async function falsify(sites: DemoSites, mode: DemoMode): Promise<void> {
  const { visitors } = await shopLog(sites);
  const visitor = mode === 'ask' ? visitors[0] : visitors.at(-1);
  const pages = visitor?.months[monthOf(Date.now())]?.pages ?? 0;
  const [field, value] = mode === 'block' ? ['month.pages', pages + 1] : ['number', 'a number nobody was given'];
  const body = JSON.stringify({ number: visitor?.number, field, value });
  const { status } = await ask(sites.proxyPort, `${SHOP}/__tamper`, { body });
  console.log(status === 204 ? `The shop’s log was falsified: ${field}.` : 'The log could not be falsified.');
}

async function make(page: Page, steps: readonly Step[], title: string): Promise<void> {
  console.log(`\n${title}`);
  await runJourney(page, steps, { onStep: (step, place) => console.log(`  ${place}. ${stepText(step)}`) });
}

/** What the shop's pages say of order and login: the confirmation was shown, and whose account it is. */
async function takeSteps(page: Page, steps: readonly Step[]): Promise<WentOn> {
  let ordered: string | null = null;
  const note = (): void => {
    const { pathname, searchParams } = new URL(page.url());
    if (pathname === '/order/thank-you') ordered = searchParams.get('order');
  };
  page.on('load', note);
  await make(page, steps, 'The visit goes on:');
  page.off('load', note);
  await page.goto(`${SHOP}/your-account`, { waitUntil: 'load' });
  const greeting = await page.$eval('h1', (heading) => heading.innerText);
  return { ordered, signedInAs: /^Hello, (.*)$/u.exec(greeting)?.[1] ?? null };
}

/** The comparison when all agrees, or as it stands when the popup has had its time. */
async function whenAgreed(compare: () => Promise<readonly Line[]>): Promise<readonly Line[]> {
  const end = Date.now() + PATIENCE;
  let lines: readonly Line[];
  do {
    lines = await compare();
  } while (!lines.every(({ agrees }) => agrees) && Date.now() < end);
  return lines;
}

/** The popup of the page, with what the logs say beside it. */
async function look(
  { browser, sites, tamper }: Demonstration,
  mode: DemoMode,
  {
    page,
    compare,
  }: { readonly page: Page; readonly compare: (popup: Popup, log: VisitorLog) => Promise<readonly Line[]> },
): Promise<{ readonly lines: readonly Line[]; readonly popup: Popup }> {
  const popup = await browser.popupFor(page, 'tab');
  if (tamper) await falsify(sites, mode);
  return { popup, lines: await whenAgreed(async () => await compare(popup, await shopLog(sites))) };
}

/** Chooses in the popup of a page and closes it. */
async function decide(browser: TestBrowser, page: Page, mode: 'allow' | 'block' | 'reset'): Promise<void> {
  const popup = await browser.popupFor(page);
  await popup.decide(mode);
  if (mode === 'allow') await popup.until('the number that was held', ({ facts }) => facts['number'] !== undefined);
  await popup.close();
  console.log(`\nChosen in the popup: ${mode}.`);
}

async function showBlockOrReset(demo: Demonstration, mode: 'block' | 'reset'): Promise<readonly Compared[]> {
  const { browser, sites, steps } = demo;
  const page = await browser.newPage();
  await make(page, BEFORE, `The visit, in ${browser.name}:`);
  await decide(browser, page, mode);
  const mark = markChoice(sites);
  const wentOn = await takeSteps(page, steps);
  const since = { mark, wentOn };
  const { lines } = await look(demo, mode, {
    page,
    compare: async (popup, log) =>
      mode === 'block'
        ? compareBlocked(await popup.shown(), loggedSince(sites, log, since))
        : compareReset(await popup.shown(), loggedResets(sites, log, since)),
  });
  return [{ what: mode === 'block' ? 'Blocked' : 'Reset', lines }];
}

async function showAsk(demo: Demonstration): Promise<readonly Compared[]> {
  const { browser, sites, steps } = demo;
  await askView(browser, 'changeUndecided', { first: 'ask', third: 'ask' });
  const page = await browser.newPage();
  await make(page, BEFORE.slice(0, 1), `The visit, in ${browser.name}, with “Ask first”:`);
  const held = await look({ ...demo, tamper: false }, 'ask', {
    page,
    compare: async (popup, log) => compareHeld(await popup.shown(), loggedFirst(sites, log)),
  });
  await held.popup.close();
  await decide(browser, page, 'allow');
  const mark = markChoice(sites);
  const wentOn = await takeSteps(page, [...BEFORE.slice(1), ...steps]);
  const allowed = await look(demo, 'ask', {
    page,
    compare: async (popup, log) => compareAllowed(await popup.shown(), loggedResets(sites, log, { mark, wentOn })),
  });
  return [
    { what: 'Held until decided', lines: held.lines },
    { what: 'Allowed', lines: allowed.lines },
  ];
}

/** Makes a visit, chooses on the way, goes on, and compares what the popup says of it with the shop's log. */
export async function showMode(demo: Demonstration, mode: DemoMode): Promise<readonly Compared[]> {
  switch (mode) {
    case 'block':
    case 'reset':
      return await showBlockOrReset(demo, mode);
    case 'ask':
      return await showAsk(demo);
  }
}
