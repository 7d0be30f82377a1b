import type { KeyedStorage } from '#browser/storage.ts';
import { type Fleeting, fleetingOf, NOTHING_FLEETING, withFleeting } from '#core/fleeting.ts';
import type { Policy } from '#core/policy.ts';
import { keepFleeting, keepPolicy, readFleeting, readPolicy } from '#store/policy.ts';
import { keep } from './kept.ts';

/** What the person decided: on disk, and over it for private windows, in memory alone. */
export interface PolicyKeeper {
  /** What holds in ordinary windows, or in private ones. */
  readonly read: (isPrivate: boolean) => Promise<Policy>;
  /** Changes it, one change after the other; resolves once it is kept. */
  readonly change: (isPrivate: boolean, to: (policy: Policy) => Policy) => Promise<Policy>;
  /** With the last private window goes what was decided in them; tells whether there was anything. */
  readonly endPrivate: () => Promise<boolean>;
}

/** Keeps it on disk, and what private windows decide in memory. */
export function keepPolicyOn(disk: KeyedStorage, memory: KeyedStorage): PolicyKeeper {
  const policy = keep<Policy>(
    () => readPolicy(disk),
    (next) => keepPolicy(disk, next),
  );
  const fleeting = keep<Fleeting>(
    () => readFleeting(memory),
    (next) => keepFleeting(memory, next),
  );
  const read = async (isPrivate: boolean): Promise<Policy> =>
    isPrivate ? withFleeting(await policy.read(), await fleeting.read()) : await policy.read();
  return {
    read,
    change: async (isPrivate, to) => {
      if (!isPrivate) return await policy.change(to);
      await fleeting.change(async (before) => {
        const under = await policy.read();
        return fleetingOf(under, to(withFleeting(under, before)));
      });
      return await read(true);
    },
    endPrivate: async () => {
      const was = await fleeting.read();
      await fleeting.change(() => NOTHING_FLEETING);
      return [was.sites, was.identifiers, was.corrections, was.paused].some((of) => Object.keys(of).length > 0);
    },
  };
}
