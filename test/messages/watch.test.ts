import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJournalEntry, parseWatcherMessage } from '#messages/watch.ts';

const OPENED = { type: 'page-opened', id: 'p1', page: 'p1', at: 1000, url: 'https://shop.example/', how: 'load' };
const SPENT = {
  type: 'time-spent',
  id: 't1',
  page: 'p1',
  at: 1000,
  url: 'https://shop.example/',
  milliseconds: 42_000,
  title: 'Hi-fi',
  over: false,
};

describe('an entry of the journal', () => {
  it.each([OPENED, { ...OPENED, how: 'history' }, SPENT, { ...SPENT, over: true, title: '' }])(
    'is what was written: %o',
    (entry) => expect(parseJournalEntry(structuredClone(entry))).toEqual(entry),
  );

  it.each(['id', 'page', 'at', 'url', 'how'])('is none without its %s', (field) => {
    expect(parseJournalEntry({ ...OPENED, [field]: undefined })).toBeUndefined();
  });

  it.each(['milliseconds', 'title', 'over'])('of time is none without its %s', (field) => {
    expect(parseJournalEntry({ ...SPENT, [field]: undefined })).toBeUndefined();
  });

  it.each([Number.NaN, Infinity, 8.64e15 + 1, '1000'])('of no time that there is (%s) is none', (at) => {
    expect(parseJournalEntry({ ...OPENED, at })).toBeUndefined();
  });

  it('of any shape gives an entry that can be kept, or none', () => {
    const field = fc.oneof(fc.anything(), fc.string(), fc.integer(), fc.boolean(), fc.double());
    const like = fc.record(
      {
        type: fc.oneof(fc.constantFrom('page-opened', 'time-spent'), field),
        id: field,
        page: field,
        at: field,
        url: field,
        milliseconds: field,
        title: field,
        over: field,
        how: fc.oneof(fc.constantFrom('load', 'history'), field),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), like), (stored) => {
        const entry = parseJournalEntry(stored);
        if (entry === undefined) return;
        expect(new Date(entry.at).toISOString()).toMatch(/Z$/u);
        expect([typeof entry.id, typeof entry.page, typeof entry.url]).toEqual(['string', 'string', 'string']);
        expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a message', () => {
  it('is a watcher’s by what it says of itself, and of a type we know', () => {
    const message = { from: 'watcher', private: false, ...OPENED };
    expect(parseWatcherMessage(message)).toEqual(message);
    expect(parseWatcherMessage({ ...message, from: 'page' })).toBeUndefined();
    expect(parseWatcherMessage({ from: 'watcher', private: false, type: 'toString' })).toBeUndefined();
  });

  it('of any shape gives itself or nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect([message, undefined]).toContain(parseWatcherMessage(message));
      }),
    );
  });
});
