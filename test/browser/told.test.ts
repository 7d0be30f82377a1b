import { describe, expect } from 'vitest';
import type { EventLine } from '#core/report.ts';
import { SHOP } from '../site/hosts.ts';
import type { CollectorLog } from '../site/neighbours/collector.ts';
import { placeOrder, searchFor, visit } from '../site/shopper.ts';
import { behaviour } from './world.ts';

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
    async ({ sites, open, reportUntil }) => {
      const { hog, snow } = sites.collectors;
      const page = await open(`${SHOP}/`);
      await searchFor(page, 'car mp3 player');
      await placeOrder(page, 'model-2');
      await visit(page, `${SHOP}/sp-get`);
      await visit(page, `${SHOP}/support`);
      const { events } = await reportUntil(page, 'all that was collected', ({ events: lines }) => {
        const both = [
          [toldTo(lines, 'hog-collector.example'), collected(hog)],
          [toldTo(lines, 'snow-collector.example'), collected(snow)],
        ] as const;
        return both.every(([told, wrote]) => wrote.length > 4 && JSON.stringify(told) === JSON.stringify(wrote));
      });
      const lines = events.filter((line): line is Told => line.type === 'told');
      expect(new Set(lines.map(({ told }) => told.vendor?.name))).toEqual(new Set(['PostHog', 'Snowplow']));
      const facts = lines.flatMap(({ told }) => told.events.map((event) => event.facts));
      expect(facts.some(({ search }) => search?.value === 'car mp3 player')).toBe(true);
      const visitors = new Set(facts.map(({ visitor }) => visitor?.value));
      expect(visitors).toEqual(new Set([hog.visitorIds[0], snow.visitorIds[0]]));
    },
  );
});
