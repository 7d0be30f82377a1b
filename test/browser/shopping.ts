import type { Page } from 'puppeteer-core';
import type { Finding, RuleId, VisitReport } from '#core/visit.ts';
import type { ShopLog } from '../site/consent-shops/shop-log.ts';
import { until } from '../support/until.ts';
import type { World } from './world.ts';

/** A tab at one of the shops that ask for consent, and what the shop writes down. */
export interface Shopping {
  readonly world: World;
  readonly page: Page;
  readonly log: ShopLog;
}

/** What the shop has stored of choices, as it says itself, oldest first. */
export function textsStored(log: ShopLog): readonly string[] {
  return log.flatMap((deed) => (deed.did === 'stored' ? [deed.text] : []));
}

/** Presses a button of the shop's banner, opened again where it is closed, and waits until we have told what came of it. */
export async function press({ world, page, log }: Shopping, pressed: 'accept' | 'reject'): Promise<void> {
  const before = textsStored(log).length;
  await page.waitForSelector('#cmp');
  if (await page.$eval('#cmp', (banner) => banner.matches('[hidden]'))) await page.locator('#privacy-settings').click();
  await page.locator(`#cmp [data-press="${pressed}"]`).click();
  const wanted = pressed === 'accept' ? 'accept' : 'refuse';
  await world.reportUntil(page, `that ${pressed} was pressed`, ({ banner: { last } }) => {
    return textsStored(log).length > before && last?.by === 'person' && last.wanted?.is === wanted;
  });
}

/** Opens a page of a shop in a new tab. */
export async function shopAt(world: World, address: string, log: ShopLog): Promise<Shopping> {
  return { world, page: await world.open(`https://${address}`), log };
}

/** The latest visit, as it is told. */
export async function visitTo({ world, page }: Shopping): Promise<VisitReport> {
  const domain = new URL(page.url()).hostname;
  // As text: what is nested deeply does not come through whole in every browser.
  const text = await world.browser.inExtension(async (of) => {
    const question = { from: 'view', name: 'siteReport', ask: { domain: of } };
    const { answer } = await chrome.runtime.sendMessage<unknown, { answer: { visit: unknown } | null }>(question);
    return JSON.stringify(answer?.visit ?? null);
  }, domain);
  if (text === 'null') throw new Error('No visit is on record');
  return JSON.parse(text) as VisitReport;
}

/** What is found by a rule. */
export function ruled({ findings }: VisitReport, rule: RuleId): Finding | undefined {
  return findings.find((finding) => finding.rule === rule);
}

/** What was told of a visit, in short. */
export function inShort(visit: VisitReport | undefined): string {
  const moments = (visit?.moments ?? []).map(({ at, type, ...rest }) => {
    const said = Object.entries(rest).filter(([key]) =>
      ['name', 'how', 'by', 'wanted', 'recipient', 'lasts'].includes(key),
    );
    return JSON.stringify({ ms: Math.round(at - (visit?.start ?? 0)), type, ...Object.fromEntries(said) });
  });
  return [...moments, ...(visit?.findings ?? []).map(({ rule }) => rule)].join('\n');
}

/** Goes from page to page of a shop until a finding is told. */
export async function findOnTheWay(shopping: Shopping, rule: RuleId): Promise<Finding> {
  const { page } = shopping;
  let pages = 0;
  let last: VisitReport | undefined;
  try {
    return await until(rule, async () => {
      await page.goto(new URL(pages % 2 === 0 ? '/hi-fi' : '/', page.url()).href, { waitUntil: 'load' });
      pages += 1;
      last = await visitTo(shopping);
      return ruled(last, rule);
    });
  } catch (cause) {
    throw new Error(`${rule} was not found in\n${inShort(last)}`, { cause });
  }
}
