import { describe, expect, it } from 'vitest';
import type { TakenNumber } from '#core/control.ts';
import { WAY_NAMES, type WayName } from '../site/zoo/ways.ts';
import { carriersOf } from '../site/zoo/witness.ts';
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
import { askView } from './world.ts';

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

describe('asked first', () => {
  const walked = walkedBefore(async ({ sites, browser, report }) => {
    await undecided(browser, { first: 'ask', third: 'ask' });
    const page = await browser.newPage();
    await walkAll(page, sites);
    await goAround(page, sites);
    const before = byWay((way) => carriersOf(logOf(sites, way), numberOf(sites, way)));
    const { held } = (await report(page)).control;
    const lost = byWay((way) => lostBeside(sites, way));
    await choose(browser, ZOO_DOMAIN, ALLOW);
    await goAround(page, sites);
    return { sites, before, held, lost };
  });

  const heldNumbers = (held: readonly TakenNumber[]): readonly string[] => held.map(({ number }) => number);

  it.each(WAY_NAMES)('a number given by %s is held back, and after Allow it is the one that comes back', (way) => {
    const { sites, before, held, lost } = walked();
    const given = numberOf(sites, way);
    expect(before[way]).toEqual([]);
    expect(heldNumbers(held)).toContain(given.value);
    expect(carriersOf(logOf(sites, way), given)).not.toEqual([]);
    expect(lost[way]).toEqual([]);
  });
});

describe('blocked before the first visit', () => {
  const walked = walkedBefore(async ({ sites, browser, report }) => {
    await choose(browser, ZOO_DOMAIN, BLOCK);
    const page = await browser.newPage();
    const outcomes: Partial<Record<WayName, string>> = {};
    for (const way of WAY_NAMES) {
      await takeWay(page, sites, way);
      const { value } = numberOf(sites, way);
      outcomes[way] = await until(`what became of the number given by ${way}`, async () => {
        const { acts } = (await report(page)).control;
        const line = acts.find(({ act }) => act.type === 'enforced' && act.number === value);
        return line?.act.type === 'enforced' ? JSON.stringify(line.act.outcome) : null;
      }).catch((error: unknown) => String(error));
    }
    const chosen = byWay((way) => mark(sites, way));
    await goAround(page, sites);
    return { sites, outcomes, chosen };
  });

  it.each(WAY_NAMES)('what is said of a number given by %s is what the log says, and it comes back no more', (way) => {
    const { sites, outcomes, chosen } = walked();
    const log = logOf(sites, way);
    const given = numberOf(sites, way);
    const carriers = carriersOf(log, given);
    const outcome = outcomes[way] ?? '';
    expect(outcome).toMatch(carriers.length === 0 ? /"is":"(?:prevented|removed)"/u : /"is":"removed"/u);
    expect(/"carriedBy":(\d+)/u.exec(outcome)?.[1] ?? '0').toBe(String(carriers.length));
    expect(carriersSince(log, given, chosen[way])).toEqual([]);
    expect(lostBeside(sites, way)).toEqual([]);
  });
});
