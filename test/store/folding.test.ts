import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '#core/event.ts';
import { openLedger } from '#store/ledger.ts';
import { memoryTables } from '#store/memory-tables.ts';
import { TABLES } from '#store/rows.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';
import { type Story, story } from '../support/fakes/story.ts';
import { HVID, HVID_2, hvid, uid } from './names.ts';

const PIXEL = 'https://metrics.example/pixel.gif';

/** Anything that may happen on two sites in two tabs. */
const happening: fc.Arbitrary<(tale: Story) => unknown> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('shop', 'news'),
      fc.constantFrom('', 'hi-fi', 'search?q=amp', 'order/confirmation?order=A-1'),
    )
    .map(
      ([site, path]) =>
        (tale: Story) =>
          tale.visits(`https://${site}.example/${path}`),
    ),
  fc.integer({ min: 1, max: 90 }).map((seconds) => (tale: Story) => tale.stays(seconds, `${seconds} s`)),
  fc.constant((tale: Story) => tale.leaves()),
  fc.constantFrom(1, 2).map((tab) => (tale: Story) => tale.inTab(tab)),
  fc.constantFrom(-90, 0, 1, 20, 40, 1500).map((minutes) => (tale: Story) => tale.later(minutes)),
  fc.constantFrom(hvid(HVID), hvid(HVID_2), 'hvid=off; Path=/').map((line) => (tale: Story) => tale.setCookie(line)),
  fc.constant((tale: Story) => tale.setCookie(uid(), { from: PIXEL })),
  fc.constantFrom('hvid', 'uid').map((name) => (tale: Story) => tale.loses(name)),
  fc.constantFrom('hvid', 'uid').map((name) => (tale: Story) => tale.asks(PIXEL, name)),
  fc.constant((tale: Story) => tale.asks('https://cdn.example/amp.jpg')),
);

function eventsOf(happenings: readonly ((tale: Story) => unknown)[]): readonly LedgerEvent[] {
  const tale = story().setCookie(hvid()).setCookie(uid(), { from: PIXEL });
  for (const happen of happenings) happen(tale);
  return tale.events();
}

/** Every row there is once these batches are recorded. */
async function tablesAfter(batches: readonly (readonly LedgerEvent[])[]): Promise<unknown> {
  const tables = await memoryTables(fakeStorage());
  const ledger = openLedger(tables, { offset: () => 60 });
  for (const batch of batches) await ledger.append(batch);
  const rows = await Promise.all(TABLES.map(async (name) => [name, await tables.slice(name, null, 1e6)]));
  return Object.fromEntries(rows);
}

function cut(events: readonly LedgerEvent[], at: readonly number[]): readonly (readonly LedgerEvent[])[] {
  const cuts = [0, ...at.map((share) => Math.floor(share * events.length)).toSorted((a, b) => a - b), events.length];
  return cuts.slice(1).map((end, index) => events.slice(cuts[index], end));
}

/** What a page tells until it is acknowledged, and may therefore tell twice. */
function isTold(event: LedgerEvent): boolean {
  return event.type === 'page-visited' || event.type === 'page-left' || event.type === 'time-spent';
}

const stories = fc.array(happening, { maxLength: 25 }).map(eventsOf);
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });

describe('recording', () => {
  it('gives the same tables however the events are split into batches', async () => {
    await fc.assert(
      fc.asyncProperty(stories, shares, async (events, at) => {
        expect(await tablesAfter(cut(events, at))).toEqual(await tablesAfter([events]));
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing when a page tells again, at any later moment, what it told before', async () => {
    const again = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(stories, again, shares, async (events, repeats, at) => {
        const twice = [...events];
        for (const [which, where] of repeats) {
          const index = which % twice.length;
          const event = twice[index];
          if (event === undefined || !isTold(event)) continue;
          twice.splice(index + 1 + (where % (twice.length - index)), 0, event);
        }
        expect(await tablesAfter(cut(twice, at))).toEqual(await tablesAfter([events]));
      }),
      { numRuns: 60 },
    );
  });

  it('a page told again after its site gave a number was not recognised by it', async () => {
    const [page] = story().visits('https://shop.example/').events();
    const later = story().later(1500).setCookie(hvid()).events();
    if (page === undefined) throw new Error('No page was told');
    expect(await tablesAfter([[page], later, [page]])).toEqual(await tablesAfter([[page], later]));
  });

  it('counts of a page’s time what was told longest, in whatever order its reports arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9_000_000 }), { minLength: 1, maxLength: 6 }),
        async (told) => {
          const events = story().setCookie(hvid()).visits('https://shop.example/').stays(1).events();
          const reports = told.flatMap((milliseconds) =>
            events.map((event) => (event.type === 'time-spent' ? { ...event, milliseconds } : event)),
          );
          const tables = await memoryTables(fakeStorage());
          await openLedger(tables, { offset: () => 0 }).append(reports);
          const longest = Math.max(...told);
          expect((await tables.all('pages')).map((row) => row.milliseconds)).toEqual([longest]);
          expect((await tables.all('numbers')).map((row) => row.total.milliseconds)).toEqual([longest]);
          expect((await tables.all('months')).map((row) => row.tally.milliseconds)).toEqual([longest]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves the ledger as it was when the disk refuses a batch, and takes the next', async () => {
    const storage = fakeStorage();
    let refuse = true;
    const tables = await memoryTables({
      ...storage,
      set: async (values) => (refuse ? await Promise.reject(new Error('disk full')) : await storage.set(values)),
    });
    const ledger = openLedger(tables, { offset: () => 0 });
    const events = story().setCookie(hvid()).visits('https://shop.example/').events();
    await expect(ledger.append(events)).rejects.toThrow('disk full');
    for (const name of TABLES) expect(await tables.all(name)).toEqual([]);
    refuse = false;
    await ledger.append(events);
    expect((await tables.all('numbers')).map((row) => row.total.pages)).toEqual([1]);
  });
});
