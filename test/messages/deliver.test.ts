import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver, keepInJournal, onReportNow, tell, tellUntilHeard } from '#messages/deliver.ts';
import type { JournalEntry } from '#messages/watch.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';

/** The content script's side of the browser. */
const side = vi.hoisted(() => ({
  installed: true,
  private: false,
  sent: [] as unknown[],
  answers: [] as (() => Promise<unknown>)[],
  listener: (_message: unknown): unknown => undefined,
}));
const storage = fakeStorage();

vi.mock('#browser/context.ts', () => ({ inPrivateWindow: () => side.private, stillInstalled: () => side.installed }));
vi.mock('#browser/messaging.ts', () => ({
  sendMessage: async (message: unknown) => {
    side.sent.push(message);
    return await (side.answers.shift() ?? (async () => true))();
  },
  onMessage: (listener: typeof side.listener) => (side.listener = listener),
}));
vi.mock('#browser/storage.ts', () => ({
  onDisk: { set: async (values: Record<string, unknown>) => await storage.set(values) },
}));

const OPENED: JournalEntry = {
  ...({ type: 'page-opened', id: 'p1', page: 'p1' } as const),
  at: 0,
  url: 'https://shop.example/',
  how: 'load',
};

const NOBODY = async (): Promise<unknown> => await Promise.reject(new Error('Receiving end does not exist.'));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(side, { installed: true, private: false, sent: [], answers: [] });
  storage.held.clear();
});
afterEach(() => void vi.useRealTimers());

describe('what must not be lost', () => {
  it('is in the journal before the background has acknowledged it', async () => {
    side.answers = [NOBODY];
    deliver(OPENED);
    expect([...storage.held]).toEqual([['journal/p1', JSON.stringify(OPENED)]]);
    expect(side.sent).toEqual([{ from: 'watcher', private: false, ...OPENED }]);
  });

  it('is told again until it is acknowledged', async () => {
    side.answers = [NOBODY, async () => undefined, async () => true];
    deliver(OPENED);
    await vi.advanceTimersByTimeAsync(249);
    expect(side.sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(side.sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(side.sent).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(side.sent).toHaveLength(3);
  });

  it('is left to the journal after four tries', async () => {
    side.answers = Array.from({ length: 9 }, () => NOBODY);
    deliver(OPENED);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(side.sent).toHaveLength(4);
    expect(storage.held.size).toBe(1);
  });

  it('of a private window is told, and reaches no disk', async () => {
    side.private = true;
    deliver(OPENED);
    keepInJournal(OPENED);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(side.sent).toEqual([{ from: 'watcher', private: true, ...OPENED }]);
    expect(storage.held.size).toBe(0);
  });

  it('is not told any more by a page whose extension was removed', async () => {
    side.answers = [NOBODY];
    deliver(OPENED);
    side.installed = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(side.sent).toHaveLength(1);
    deliver(OPENED);
    keepInJournal(OPENED);
    tell({ type: 'wrote', writes: [] });
    expect(side.sent).toHaveLength(1);
  });
});

describe('what a page tells until it is heard', () => {
  const WROTE = { type: 'wrote', writes: [{ name: 'hsplit', script: null }] } as const;

  it('is told again after the background was stopped, and is on no disk', async () => {
    side.answers = [NOBODY, async () => true];
    tellUntilHeard(WROTE);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(side.sent).toEqual(Array.from({ length: 2 }, () => ({ from: 'watcher', private: false, ...WROTE })));
    expect(storage.held.size).toBe(0);
  });

  it('is told once where it was heard, and not at all once the extension was removed', async () => {
    tellUntilHeard(WROTE);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(side.sent).toHaveLength(1);
    side.installed = false;
    tellUntilHeard(WROTE);
    expect(side.sent).toHaveLength(1);
  });
});

describe('a watched page', () => {
  it('answers that it is watched, after it has reported', async () => {
    const reports: string[] = [];
    onReportNow(() => reports.push('reported'));
    expect(await side.listener({ from: 'background', type: 'report-now' })).toEqual({ watching: true });
    expect(reports).toEqual(['reported']);
  });

  it.each([{}, { from: 'view' }, { from: 'background' }, { type: 'report-now' }])('leaves %o to others', (message) => {
    const reports: string[] = [];
    onReportNow(() => reports.push('reported'));
    expect(side.listener(message)).toBeUndefined();
    expect(reports).toEqual([]);
  });
});
