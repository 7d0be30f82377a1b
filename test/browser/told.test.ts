import { describe, expect } from 'vitest';
import type { EventLine, SiteReport } from '#core/report.ts';
import { SHOP } from '../site/hosts.ts';
import type { CollectorLog } from '../site/neighbours/collector.ts';
import { placeOrder, searchFor, visit } from '../site/shopper.ts';
import { until } from '../support/until.ts';
import { askView, behaviour } from './world.ts';

type Told = Extract<EventLine, { type: 'told' }>;

/** Events by their vendor's names, as they were told to one host. */
function toldTo(lines: readonly EventLine[], host: string): readonly string[] {
  return (
    lines
      .filter((line): line is Told => line.type === 'told')
      .filter(({ recipient, arrival }) => recipient === host && arrival !== 'never')
      // A name may say more than the vendor's own word, which stands first.
      .flatMap(({ told }) => told.events.map(({ name }) => name.split(' · ')[0] ?? ''))
      .toSorted()
  );
}

function collected({ requests }: CollectorLog): readonly string[] {
  return requests.flatMap(({ events }) => events).toSorted();
}

describe('what the shop’s SDKs tell', () => {
  behaviour(
    'is read as their collectors wrote it down, none missing and none twice',
    async ({ sites, browser, open }) => {
      const { hog, snow } = sites.collectors;
      const page = await open(`${SHOP}/`);
      await searchFor(page, 'car mp3 player');
      await placeOrder(page, 'model-2');
      await visit(page, `${SHOP}/sp-get`);
      await visit(page, `${SHOP}/support`);
      const all = async (): Promise<readonly EventLine[]> => {
        const report = await askView(browser, 'siteReport', { domain: new URL(SHOP).hostname, events: 400 });
        return (report as SiteReport | null)?.events ?? [];
      };
      await until('all that was collected', () => hog.requests.length > 0 && snow.requests.length > 0);
      await until('all that was collected to be told', async () => {
        const told = await all();
        return [
          [toldTo(told, 'hog-collector.example'), collected(hog)],
          [toldTo(told, 'snow-collector.example'), collected(snow)],
        ].every(([one = [], wrote = []]) => wrote.length > 4 && JSON.stringify(one) === JSON.stringify(wrote));
      }).catch(() => null);
      const events = await all();
      expect(toldTo(events, 'hog-collector.example')).toEqual(collected(hog));
      expect(toldTo(events, 'snow-collector.example')).toEqual(collected(snow));
      expect(collected(snow).length).toBeGreaterThan(4);
      const lines = events.filter((line): line is Told => line.type === 'told');
      expect(new Set(lines.map(({ told }) => told.vendor?.name))).toEqual(new Set(['PostHog', 'Snowplow']));
      const facts = lines.flatMap(({ told }) => told.events.map((event) => event.facts));
      expect(facts.some(({ search }) => search?.value === 'car mp3 player')).toBe(true);
      const visitors = new Set(facts.map(({ visitor }) => visitor?.value));
      expect(visitors).toEqual(new Set([hog.visitorIds[0], snow.visitorIds[0]]));
    },
  );
});
