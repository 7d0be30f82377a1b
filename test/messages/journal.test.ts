import { describe, expect, it, vi } from 'vitest';
import { openingInJournal, readJournal, removeFromJournal, writeJournal } from '#messages/journal.ts';
import type { JournalEntry } from '#messages/watch.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

function opened(id: string, at: number): JournalEntry {
  return { type: 'page-opened', id, page: id, at, url: 'https://shop.example/', how: 'load' };
}

describe('the journal', () => {
  it('gives back what was written, oldest first, until it is removed', async () => {
    const storage = fakeStorage();
    for (const entry of [opened('b', 20), opened('a', 10), opened('c', 30)]) await writeJournal(entry, storage);
    expect((await readJournal(storage)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    await removeFromJournal(['a', 'never'], storage);
    expect((await readJournal(storage)).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('holds one entry for one id, the latest', async () => {
    const storage = fakeStorage();
    await writeJournal(opened('a', 10), storage);
    await writeJournal(opened('a', 11), storage);
    expect(await readJournal(storage)).toEqual([opened('a', 11)]);
  });

  it('drops what is damaged, and touches nothing that is not its own', async () => {
    const storage = fakeStorage();
    await storage.set({ 'journal/x': { id: 'x' }, 'journal/y': null, settings: { eventDays: 30 } });
    await writeJournal(opened('a', 10), storage);
    expect((await readJournal(storage)).map(({ id }) => id)).toEqual(['a']);
    expect([...storage.held.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(['journal/a', 'settings']);
  });

  it('finds a page’s opening by the page’s name', async () => {
    const storage = fakeStorage();
    await writeJournal(opened('p1', 10), storage);
    const time = { type: 'time-spent', page: 'p1', at: 11, url: '', milliseconds: 1, title: '', over: false } as const;
    await writeJournal({ ...time, id: 't1' }, storage);
    expect(await openingInJournal('p1', storage)).toEqual(opened('p1', 10));
    expect(await openingInJournal('t1', storage)).toBeUndefined();
    expect(await openingInJournal('p2', storage)).toBeUndefined();
  });
});
