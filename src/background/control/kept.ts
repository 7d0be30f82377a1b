/** A value that is read once a life of the background; nothing else writes it. */
export interface Kept<Value> {
  readonly read: () => Promise<Value>;
  /** Changes it, one change after the other; resolves to it once it is kept. */
  readonly change: (to: (value: Value) => Value | Promise<Value>) => Promise<Value>;
}

/** Reads with `load` when first asked, and writes every change. */
export function keep<Value>(load: () => Promise<Value>, write: (value: Value) => Promise<void>): Kept<Value> {
  let kept: Promise<Value> | null = null;
  const read = (): Promise<Value> => {
    kept ??= load();
    return kept;
  };
  return {
    read,
    change: async (to) => {
      const before = read();
      const changed = (async () => {
        const next = await to(await before);
        await write(next);
        return next;
      })();
      // A change that could not be kept changes nothing, and the next one builds on what there was.
      kept = changed.catch(() => before);
      return await changed;
    },
  };
}
