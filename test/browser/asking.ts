import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { ConsentRecord, ConsentText } from '#core/consent.ts';
import { readConsent } from '#consent/read-consent.ts';
import { until } from '../support/until.ts';
import type { AskingSite, Deed } from './asking-sites.ts';
import type { World } from './world.ts';

/** A new tab on a site, once it hears presses. */
export async function openAsking({ open }: Pick<World, 'open'>, { host, hears }: AskingSite): Promise<Page> {
  const page = await open(`https://${host}/`);
  if (hears !== undefined) await page.waitForSelector(hears);
  return page;
}

/** Presses what is there, as a person does: with the mouse, when it is there and all that moves stands still. */
export async function press(page: Page, { presses }: AskingSite, deed: Deed): Promise<void> {
  for (const selector of presses[deed] ?? []) {
    await page.waitForSelector(selector, { visible: true });
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    await page.locator(selector).click();
  }
}

/** What a site itself keeps of the choice, byte for byte as its page sees it; empty before any. */
export async function keptBy(page: Page, { keeps }: AskingSite): Promise<readonly Kept[]> {
  const found = await page.evaluate(
    (wanted) =>
      wanted.map(([area, name]) => {
        if (area === 'local-storage') return localStorage.getItem(name);
        const cookie = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
        return cookie === undefined ? null : cookie.slice(name.length + 1);
      }),
    keeps,
  );
  return keeps.flatMap(([area, name], at) => {
    const value = found[at] ?? null;
    return value === null ? [] : [{ area, name, value }];
  });
}

/** One text of a choice as it stands in a page's storage. */
export interface Kept {
  readonly area: 'cookie' | 'local-storage';
  readonly name: string;
  readonly value: string;
}

const IDLE = new Set<string>(['refused', 'objected', 'not-asked']);

/** What records let do something, by name and state. */
export function letIn(records: readonly ConsentRecord[]): readonly string[] {
  const said = records.flatMap(({ purposes }) => purposes.filter(({ is }) => !IDLE.has(is)));
  return [...new Set(said.map(({ name, is }) => `${name} ${is}`))].toSorted();
}

/** Does it, waits until what the site keeps lets do what it should by it and is a choice, and returns what it keeps. */
export async function doAt(page: Page, site: AskingSite, deed: Deed): Promise<readonly Kept[]> {
  await press(page, site, deed);
  let last: readonly Kept[] = [];
  try {
    return await until(deed, async () => {
      last = await keptBy(page, site);
      const records = readConsent(last).filter(({ by }) => by !== 'default');
      return records.length > 0 && letIn(records).join() === site.lets[deed].toSorted().join() && last;
    });
  } catch (cause) {
    throw new Error(`${deed} came to ${JSON.stringify(last)}`, { cause });
  }
}

/** What the page's own interfaces of the two frameworks answer, byte for byte. */
async function answeredIn(page: Page): Promise<readonly ConsentText[]> {
  const answers = await page.evaluate(async () => {
    type Call = (...args: unknown[]) => void;
    const ask = async (name: string, key: string, call: (api: Call, answer: Call) => void) => {
      const api = Reflect.get(globalThis, name) as Call | undefined;
      if (typeof api !== 'function') return null;
      const data = await new Promise((answer) => call(api, answer));
      return Reflect.get(data as object, key) as string;
    };
    return [
      ['__tcfapi', await ask('__tcfapi', 'tcString', (api, answer) => api('getTCData', 2, answer))],
      ['__gpp', await ask('__gpp', 'gppString', (api, answer) => api('ping', answer))],
    ] as const;
  });
  return answers.flatMap(([name, value]) => (value === null ? [] : ([{ area: 'live', name, value }] as const)));
}

/**
 * Holds that records have the texts of what the site itself stored and its interfaces answer, byte for byte, and nothing
 * else. The same text in two places is told once, and as what the interface answers where it does.
 */
export async function expectAsStored(records: readonly ConsentRecord[], page: Page, site: AskingSite): Promise<void> {
  const kept = await keptBy(page, site);
  expect(kept).toHaveLength(site.keeps.length);
  const answered = await answeredIn(page);
  const own = [...kept, ...answered];
  const told = records.flatMap(({ texts }) => texts);
  for (const text of told) expect(own).toContainEqual(text);
  for (const text of answered) expect(told).toContainEqual(text);
  expect(new Set(told.map(({ value }) => value))).toEqual(new Set(own.map(({ value }) => value)));
}
