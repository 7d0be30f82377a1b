import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { NumberReport, SiteReport } from '#core/report.ts';
import type { CollectorLog } from '../site/neighbours/collector.ts';
import { hostOf, SDK_NAMES, SDKS, type SdkName } from '../site/street/sdks.ts';
import { until } from '../support/until.ts';
import { COMPUTED, EXPECTED, NO_NUMBER, NUMBERED, type Expected } from './sdks-expected.ts';
import { walkedBefore } from './walk.ts';
import { askView, numbersNamed, type World } from './world.ts';

/** What was seen of one site: what Known As reported, and what the SDK's collector wrote down. */
interface Seen {
  readonly report: SiteReport;
  readonly collected: CollectorLog;
}

async function storedBy(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => [
    ...document.cookie.split('; ').filter((line) => line !== ''),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ]);
}

/** Opens an SDK's site, twice where its collector gives the number, and waits until that number has arrived. */
async function heardOf({ sites, open }: World, name: SdkName): Promise<Page> {
  const page = await open(`https://${hostOf(name)}/`);
  const { given, visitorIds } = sites.street[name];
  if (name === 'openreplay') {
    await until('a number that the collector gives', () => given.length > 0);
    await until('the page to keep it', async () => (await storedBy(page)).includes('__openreplay_uuid'));
    await page.reload({ waitUntil: 'load' });
  }
  await until(`a number that the SDK of ${SDKS[name].maker} sends`, () => visitorIds.length > 0);
  return page;
}

/** Waits until the report has the number that the collector wrote down, in each place. */
async function withNumber(world: World, name: SdkName, { places }: Expected): Promise<Seen> {
  const page = await heardOf(world, name);
  const collected = world.sites.street[name];
  const report = await world.reportUntil(page, 'the number the collector wrote down', (seen) =>
    places.every((place) =>
      numbersNamed(seen, place.name).some(
        ({ number, identifier }) => number === collected.visitorIds[0] && identifier.area === place.in,
      ),
    ),
  );
  await page.close();
  return { report, collected };
}

/**
 * Waits until the SDK has sent something; it has stored nothing then. What the page stores after that is no number, and
 * by the time it is reported all that was stored before it was looked at.
 */
async function withoutNumber({ sites, open, reportUntil }: World, name: SdkName): Promise<Seen> {
  const page = await open(`https://${hostOf(name)}/`);
  const collected = sites.street[name];
  await until('something that the SDK sends', () => collected.requests.some(({ method }) => method === 'POST'));
  expect(await storedBy(page)).toEqual([]);
  await page.evaluate(() => {
    localStorage.setItem('theme', 'dark');
    document.cookie = 'lang=en';
  });
  const report = await reportUntil(page, 'what was stored last', ({ leftAlone }) => {
    const names = leftAlone.map(({ identifier }) => (identifier.area === 'cookie' ? identifier.name : identifier.key));
    return ['theme', 'lang'].every((mark) => names.some((left) => left === mark));
  });
  await page.close();
  return { report, collected };
}

/** Resets the site whose number is computed, goes there again, and waits until the page has a number once more. */
async function afterReset(world: World): Promise<Seen> {
  const { sites, browser, open, reportUntil } = world;
  const collected = sites.street[COMPUTED];
  const before = collected.requests.length;
  await askView(browser, 'resetNow', { domain: hostOf(COMPUTED) });
  const page = await open(`https://${hostOf(COMPUTED)}/`);
  await until('the number to be worked out again', () => collected.requests.length > before);
  const report = await reportUntil(page, 'that the number came back', ({ control }) =>
    control.acts.some(({ act }) => act.type === 'came-back'),
  );
  return { report, collected };
}

type Result = PromiseSettledResult<Seen>;

async function settled(seen: Promise<Seen>): Promise<Result> {
  const [result] = await Promise.allSettled([seen]);
  return result;
}

/** Each site is visited once; one that fails is told by its own test. */
const walked = walkedBefore(async (world) => {
  const seen = new Map<SdkName | 'reset', Result>();
  for (const name of SDK_NAMES) {
    const expected = EXPECTED[name];
    seen.set(name, await settled(expected === null ? withoutNumber(world, name) : withNumber(world, name, expected)));
  }
  seen.set('reset', await settled(afterReset(world)));
  return seen;
});

function seenOf(name: SdkName | 'reset'): Seen {
  const seen = walked().get(name);
  if (seen === undefined) throw new Error(`${name} was not visited`);
  if (seen.status === 'rejected') throw seen.reason;
  return seen.value;
}

/** Where numbers are kept, whose they are and why they are numbers, in the order of the names. */
function told(numbers: readonly NumberReport[]): readonly unknown[] {
  return numbers
    .map(({ identifier, kind, vendor, party, reasons }) => {
      const name = identifier.area === 'cookie' ? identifier.name : identifier.key;
      return { in: identifier.area, name, says: reasons.map(({ says }) => says), kind, vendor, party };
    })
    .toSorted((a, b) => `${a.in} ${a.name}`.localeCompare(`${b.in} ${b.name}`));
}

const NUMBER = { kind: 'random-id', party: 'first' } as const;

describe('a visitor’s number of the SDK of', () => {
  it.each(NUMBERED)('%s is the one its collector logged, and the reasons are right', (name) => {
    const { report, collected } = seenOf(name);
    const { vendor = null, places = [] } = EXPECTED[name] ?? {};
    const [id, ...others] = collected.visitorIds;
    expect(others).toEqual([]);
    const found = report.numbers.filter(({ number }) => number === id);
    const expected = places.map(({ says, ...place }) => ({ ...place, says: expect.arrayContaining([...says]) }));
    expect(told(found)).toEqual(expected.map((place) => ({ ...place, ...NUMBER, vendor })));
    const formats = found.flatMap(({ reasons }) => reasons.filter(({ says }) => says === 'knownFormat'));
    expect(formats.map(({ args }) => args)).toEqual(vendor === null ? [] : places.map(() => [vendor]));
    // Nothing else that the SDK keeps is taken for a number.
    expect(report.numbers.filter(({ party, number }) => party === 'first' && number !== id)).toEqual([]);
  });
});

describe('no number is found where none is sent, with the SDK of', () => {
  it.each(NO_NUMBER)('%s', (name) => {
    const { report, collected } = seenOf(name);
    expect(collected.requests.length).toBeGreaterThan(0);
    expect(collected.visitorIds).toEqual([]);
    expect([...report.numbers, ...report.past]).toEqual([]);
  });
});

it('a number that FingerprintJS computes is the same again after a reset', () => {
  const { report, collected } = seenOf('reset');
  const [id, ...others] = collected.visitorIds;
  expect(others).toEqual([]);
  expect(report.control.taken.map(({ number, why }) => [number, why])).toEqual([[id, 'reset']]);
  expect(report.numbers.map(({ number }) => number)).toEqual([id]);
});
