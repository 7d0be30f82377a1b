import { describe } from 'vitest';
import { doAt, openAsking } from './asking.ts';
import { ASKING, ASKING_NAMES, type AskingSite } from './asking-sites.ts';
import { behaviour } from './world.ts';

describe('a site that asks', () => {
  for (const name of ASKING_NAMES) {
    const site: AskingSite = ASKING[name];
    behaviour(`by ${name} keeps that the person accepts, and that they take it back`, async (world) => {
      const page = await openAsking(world, site);
      await doAt(page, site, 'accept');
      await doAt(page, site, 'withdraw');
    });
    if (site.presses.some === null) continue;
    behaviour(`by ${name} keeps what the person chooses among purposes`, async (world) => {
      const page = await openAsking(world, site);
      await doAt(page, site, 'some');
    });
  }
});
