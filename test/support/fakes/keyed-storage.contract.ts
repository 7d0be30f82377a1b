import { expect, it } from 'vitest';
import type { KeyedStorage } from '#browser/storage.ts';

/** What every keyed storage keeps to: the browser's own and the one in tests. `open` gives an empty one. */
export function keepsToTheStorageContract(open: () => Promise<KeyedStorage>): void {
  it('gives back what was set, by key', async () => {
    const storage = await open();
    await storage.set({ visitor: { number: 'hvid-1', pages: [1, 2] }, other: 'x' });
    expect(await storage.get('visitor')).toEqual({ number: 'hvid-1', pages: [1, 2] });
    expect(await storage.get('other')).toBe('x');
  });

  it('has nothing under a key that was never set, nor after it was removed', async () => {
    const storage = await open();
    expect(await storage.get('visitor')).toBeUndefined();
    await storage.set({ visitor: 1, other: 2 });
    await storage.remove(['visitor', 'never']);
    expect(await storage.get('visitor')).toBeUndefined();
    expect(await storage.get('other')).toBe(2);
  });

  it('finds keys by how they begin, whatever characters they hold', async () => {
    const storage = await open();
    await storage.set({ 'a/1': 1, 'a/["__proto__",""]': 2, 'b/1': 3, a: 4 });
    const found = await storage.under('a/');
    expect(found).toEqual(new Map(Object.entries({ 'a/1': 1, 'a/["__proto__",""]': 2 })));
  });

  it('keeps a copy: later changes of what was set or got do not reach it', async () => {
    const storage = await open();
    const row = { pages: [1] };
    await storage.set({ row });
    row.pages.push(2);
    const got = (await storage.get('row')) as { pages: number[] };
    got.pages.push(3);
    expect(await storage.get('row')).toEqual({ pages: [1] });
  });

  it('sets the last of two writings, and takes many at once', async () => {
    const storage = await open();
    await storage.set(Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`row/${index}`, index])));
    await storage.set({ 'row/5': 'new' });
    const rows = await storage.under('row/');
    expect(rows.size).toBe(600);
    expect(rows.get('row/5')).toBe('new');
  });
}
