import type { Page } from 'puppeteer-core';
import { describe, expect, inject, it } from 'vitest';
import type { Outcome } from '#core/outcome.ts';
import type { SiteReport } from '#core/report.ts';
import { WAY_NAMES, WAYS, type WayName } from '../site/zoo/ways.ts';
import { carriersOf, requestsWith } from '../site/zoo/witness.ts';
import { until } from '../support/until.ts';
import { ALLOW, BLOCK, choose, RESET, undecided, ZOO_DOMAIN } from './deciding.ts';
import {
  carriersSince,
  goAround,
  logOf,
  lostBeside,
  mark,
  numberOf,
  takeWay,
  walkAll,
  walkedBefore,
  type Mark,
} from './walk.ts';
import { askView, type World } from './world.ts';

function byWay<Value>(of: (way: WayName) => Value): Readonly<Record<WayName, Value>> {
  return Object.fromEntries(WAY_NAMES.map((way) => [way, of(way)])) as Record<WayName, Value>;
}

describe('undecided, then allowed', () => {
  const walked = walkedBefore(async ({ sites, browser }) => {
    const page = await browser.newPage();
    await walkAll(page, sites);
    await goAround(page, sites);
    const chosen = byWay((way) => mark(sites, way));
    await choose(browser, ZOO_DOMAIN, ALLOW);
    await goAround(page, sites);
    return { sites, chosen };
  });

  it.each(WAY_NAMES)('a number given by %s comes back, and all beside it', (way) => {
    const { sites, chosen } = walked();
    const given = numberOf(sites, way);
    expect(carriersOf(logOf(sites, way), given)).not.toEqual([]);
    expect(carriersSince(logOf(sites, way), given, chosen[way])).not.toEqual([]);
    expect(lostBeside(sites, way)).toEqual([]);
  });
});

describe('blocked', () => {
  const walked = walkedBefore(async ({ sites, browser }) => {
    const page = await browser.newPage();
    await walkAll(page, sites);
    await choose(browser, ZOO_DOMAIN, BLOCK);
    const chosen: Record<WayName, Mark> = byWay((way) => mark(sites, way));
    await goAround(page, sites);
    await walkAll(page, sites);
    await goAround(page, sites);
    return { sites, chosen };
  });

  it.each(WAY_NAMES)('a number given by %s comes back no more, nor does a new one, and all beside it does', (way) => {
    const { sites, chosen } = walked();
    const log = logOf(sites, way);
    expect(carriersSince(log, numberOf(sites, way, 1), chosen[way])).toEqual([]);
    expect(carriersOf(log, numberOf(sites, way))).toEqual([]);
    expect(lostBeside(sites, way)).toEqual([]);
  });
});

describe('reset', () => {
  const walked = walkedBefore(async ({ sites, browser }) => {
    const page = await browser.newPage();
    await walkAll(page, sites);
    await choose(browser, ZOO_DOMAIN, RESET);
    await askView(browser, 'resetNow', { domain: ZOO_DOMAIN });
    const chosen: Record<WayName, Mark> = byWay((way) => mark(sites, way));
    await goAround(page, sites);
    await walkAll(page, sites);
    await goAround(page, sites);
    return { sites, chosen };
  });

  it.each(WAY_NAMES)('a number given by %s comes back no more, its successor does, and all beside it', (way) => {
    const { sites, chosen } = walked();
    const log = logOf(sites, way);
    expect(carriersSince(log, numberOf(sites, way, 1), chosen[way])).toEqual([]);
    expect(carriersOf(log, numberOf(sites, way))).not.toEqual([]);
    expect(lostBeside(sites, way)).toEqual([]);
  });
});

/** What the report says became of a number, once it says so: how it ended, and how many requests carried it. */
async function outcomeOf(
  report: () => Promise<SiteReport>,
  number: string,
): Promise<{ readonly is: Outcome['is'] | 'nothing'; readonly carriedBy: number }> {
  const find = async () => {
    const { acts } = (await report()).control;
    return acts.flatMap(({ act }) => (act.type === 'enforced' && act.number === number ? [act.outcome] : []))[0];
  };
  const outcome = await until('what became of it', find, { patience: 8000 }).catch(() => null);
  return {
    is: outcome?.is ?? 'nothing',
    carriedBy: outcome !== null && 'carriedBy' in outcome ? outcome.carriedBy : 0,
  };
}

/** Where nothing can leak even when a number is met for the first time: Firefox edits headers, the guard holds scripts. */
function neverLeaks(way: WayName): boolean {
  const byScript = WAYS[way].by === 'script' || WAYS[way].by === 'frame-script';
  return byScript || inject('browser') === 'firefox';
}

type Outcomes = Readonly<Record<WayName, Awaited<ReturnType<typeof outcomeOf>>>>;

/** Takes every way for the first time, and looks what the report says became of each number. */
async function firstMeetings({ sites, report }: World, page: Page): Promise<Outcomes> {
  const outcomes = [];
  for (const way of WAY_NAMES) {
    await takeWay(page, sites, way);
    outcomes.push([way, await outcomeOf(() => report(page), numberOf(sites, way).value)] as const);
  }
  return Object.fromEntries(outcomes) as Outcomes;
}

describe('asked first', () => {
  const walked = walkedBefore(async (world) => {
    const { sites, browser, report } = world;
    await undecided(browser, { first: 'ask', third: 'ask' });
    const page = await browser.newPage();
    const outcomes = await firstMeetings(world, page);
    const met = byWay((way) => mark(sites, way));
    await goAround(page, sites);
    const around = byWay((way) => carriersSince(logOf(sites, way), numberOf(sites, way), met[way]));
    const leaked = byWay((way) => requestsWith(logOf(sites, way), numberOf(sites, way)));
    const held = (await report(page)).control.held.map(({ number }) => number);
    const lost = byWay((way) => lostBeside(sites, way));
    await choose(browser, ZOO_DOMAIN, ALLOW);
    await goAround(page, sites);
    return { sites, outcomes, around, leaked, held, lost };
  });

  it.each(WAY_NAMES)('a number given by %s is held back, and after Allow it is the one that comes back', (way) => {
    const { sites, outcomes, around, leaked, held, lost } = walked();
    const given = numberOf(sites, way);
    expect(around[way]).toEqual([]);
    expect(outcomes[way].carriedBy).toBe(leaked[way]);
    expect(neverLeaks(way) ? leaked[way] : 0).toBe(0);
    expect(held).toContain(given.value);
    expect(carriersOf(logOf(sites, way), given)).not.toEqual([]);
    expect(lost[way]).toEqual([]);
  });
});

describe('blocked before the first visit', () => {
  const walked = walkedBefore(async (world) => {
    const { sites, browser } = world;
    await choose(browser, ZOO_DOMAIN, BLOCK);
    const page = await browser.newPage();
    const outcomes = await firstMeetings(world, page);
    const met = byWay((way) => mark(sites, way));
    await goAround(page, sites);
    return { sites, outcomes, met };
  });

  it.each(WAY_NAMES)('what is said of a number given by %s is what the log says, and it comes back no more', (way) => {
    const { sites, outcomes, met } = walked();
    const log = logOf(sites, way);
    const given = numberOf(sites, way);
    const leaked = requestsWith(log, given);
    expect(['prevented', 'removed']).toContain(outcomes[way].is);
    expect(outcomes[way].carriedBy).toBe(leaked);
    expect(neverLeaks(way) ? leaked : 0).toBe(0);
    expect(carriersSince(log, given, met[way])).toEqual([]);
    expect(lostBeside(sites, way)).toEqual([]);
  });
});
