import type { KeyedStorage } from '#browser/storage.ts';
import type { Policy } from '#core/policy.ts';
import { keepPolicy, readPolicy } from '#store/policy.ts';

/** What the person decided, as it is on disk. */
export interface PolicyKeeper {
  readonly read: () => Promise<Policy>;
  /** Changes it, one change after the other; resolves once it is on disk. */
  readonly change: (to: (policy: Policy) => Policy) => Promise<Policy>;
}

/** Reads it once a life of the background; nothing else writes it. */
export function keepPolicyOn(storage: KeyedStorage): PolicyKeeper {
  let kept: Promise<Policy> | null = null;
  const read = (): Promise<Policy> => {
    kept ??= readPolicy(storage);
    return kept;
  };
  return {
    read,
    change: async (to) => {
      const before = read();
      const changed = before.then(async (policy) => {
        const next = to(policy);
        await keepPolicy(storage, next);
        return next;
      });
      // A change that could not be kept changes nothing, and the next one builds on what there was.
      kept = changed.catch(() => before);
      return await changed;
    },
  };
}
