import { describe, expect, inject } from 'vitest';
import type { DemoSites } from '../site/sites.ts';
import { WAYS, ZOO, type WayName } from '../site/zoo/ways.ts';
import { requestsWith } from '../site/zoo/witness.ts';
import { figureIn } from '../support/agreement-of-modes.ts';
import { buildAltered } from '../support/altered-build.ts';
import { behaviour, type Start } from '../support/behaviour.ts';
import { BLOCK, choose, ZOO_DOMAIN } from './deciding.ts';
import { cookiesOf } from './jar.ts';
import { WITHOUT } from './layers.ts';
import { enforcedOn } from './meet.ts';
import { carriersSince, goAround, mark, numberOf, takeWay } from './walk.ts';
import { worldOf, type World } from './world.ts';

/** A browser with the extension built without a layer. */
async function startWithout(
  layer: keyof typeof WITHOUT,
  { sites, start }: { readonly sites: DemoSites; readonly start: Start },
): Promise<World> {
  const dist = await buildAltered(`without-${layer}`, inject('browser'), WITHOUT[layer]);
  return worldOf(sites, await start({ dist }));
}

/** Meets a number, blocks the site, is given another, and says what the report says became of that one. */
async function becomes({ sites, browser, reportUntil }: World, way: WayName) {
  const page = await browser.newPage();
  await takeWay(page, sites, way);
  await choose(browser, ZOO_DOMAIN, BLOCK);
  await takeWay(page, sites, way);
  const given = numberOf(sites, way);
  const report = await reportUntil(page, `what became of ${given.value}`, (seen) => enforcedOn(seen, given.value));
  const since = mark(sites, way);
  await goAround(page, sites);
  const outcome = enforcedOn(report, given.value)?.outcome;
  const carriers = carriersSince(sites.zoo, given, since);
  return { page, outcome, carriers, given, sent: requestsWith(sites.zoo, given) };
}

describe('what is said is what happened', () => {
  behaviour(
    'where neither rules nor edits of headers work, a number is removed, and it is said how long it was there',
    async ({ sites, start }) => {
      const world = await startWithout('headers', { sites, start });
      const { outcome, carriers, sent } = await becomes(world, 'header');
      expect(outcome).toEqual({ is: 'removed', afterMs: expect.any(Number), carriedBy: expect.any(Number) });
      expect(outcome?.is === 'removed' && outcome.carriedBy).toBeGreaterThanOrEqual(sent);
      expect(carriers).toEqual([]);
    },
  );

  behaviour(
    'where no guard stands in the page, a script’s number is removed, and it is said how long it was there',
    async ({ sites, start }) => {
      const world = await startWithout('guard', { sites, start });
      const { outcome, carriers, sent } = await becomes(world, 'script');
      expect(outcome).toEqual({ is: 'removed', afterMs: expect.any(Number), carriedBy: expect.any(Number) });
      expect(outcome?.is === 'removed' && outcome.carriedBy).toBeGreaterThanOrEqual(sent);
      expect(carriers).toEqual([]);
    },
  );

  behaviour(
    'where removal is refused, a number that was stored stays, and report and popup say that it failed',
    async ({ sites, start }) => {
      const { browser, open, reportUntil } = await startWithout('removal', { sites, start });
      const page = await open(WAYS.header.address);
      const given = numberOf(sites, 'header');
      await reportUntil(page, 'the number', ({ numbers }) => numbers.length > 0);
      await choose(browser, ZOO_DOMAIN, BLOCK);
      const report = await reportUntil(page, 'what became of it', (seen) => enforcedOn(seen, given.value));
      expect(enforcedOn(report, given.value)).toMatchObject({ met: 'kept', outcome: { is: 'failed' } });
      expect((await cookiesOf(browser)).map(({ value }) => value)).toContain(given.value);
      const popup = await browser.popupFor(page);
      await popup.until('that it failed', ({ facts }) => figureIn(facts['before-failed']) === 1);
    },
  );

  behaviour(
    'where nothing works, the number comes back, and report and popup say that it failed',
    async ({ sites, start }) => {
      const world = await startWithout('anything', { sites, start });
      const { page, outcome, carriers } = await becomes(world, 'header');
      expect(outcome?.is).toBe('failed');
      expect(carriers).toContain(`GET ${ZOO}/around`);
      const popup = await world.browser.popupFor(page);
      await popup.until('that it failed', ({ facts }) => figureIn(facts['failed']) > 0);
    },
  );

  behaviour('where everything works, it is prevented, and said to be', async ({ sites, start }) => {
    const world = worldOf(sites, await start());
    const { outcome, carriers, sent } = await becomes(world, 'header');
    expect(outcome).toEqual({ is: 'prevented' });
    expect([carriers, sent]).toEqual([[], 0]);
  });
});
