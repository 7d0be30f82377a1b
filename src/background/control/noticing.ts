import { isPrivateStore } from '#browser/cookies.ts';
import type { KeyedStorage } from '#browser/storage.ts';
import { type Identifier, identifierKey } from '#core/identifier.ts';
import { type AllNoticed, type News, nothingNoticed, type Noticed, withNews } from '#core/noticed.ts';
import type { Domain } from '#core/site.ts';
import { keepNoticed, MOST_NOTICED, readNoticed } from '#store/noticed.ts';
import { keep } from './kept.ts';

/** Remembers what is noticed of stored values: on disk, and what belongs to private windows in memory alone. */
export interface Noticing {
  /** What was noticed of a stored value so far; `null`: nothing. */
  readonly of: (identifier: Identifier) => Promise<Noticed | null>;
  /** Notes something; resolves, once it is kept, to whether it was new. */
  readonly note: (identifier: Identifier, domain: Domain, news: News) => Promise<boolean>;
  /** Forgets what was noticed on a site; `null`: everywhere. */
  readonly forget: (domain: Domain | null) => Promise<void>;
  /** With the last private window goes what was noticed in them. */
  readonly endPrivate: () => Promise<void>;
}

const NOTHING: AllNoticed = {};

function only(noticed: AllNoticed, wanted: (one: Noticed) => boolean): AllNoticed {
  return Object.fromEntries(Object.entries(noticed).filter(([, one]) => wanted(one)));
}

/**
 * Where there are too many, without the one noticed longest ago on the site of which most is remembered: no site pushes
 * out what was noticed on others.
 */
function bounded(noticed: AllNoticed): AllNoticed {
  const all = Object.values(noticed);
  if (all.length <= MOST_NOTICED) return noticed;
  const counts = new Map<Domain, number>();
  for (const { domain } of all) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const [oldest] = all.filter(({ domain }) => counts.get(domain) === most).toSorted((a, b) => a.at - b.at);
  return only(noticed, (one) => one !== oldest);
}

/** Remembers on `disk`, and for private windows in `memory`. */
export function noticeOn(disk: KeyedStorage, memory: KeyedStorage, now: () => number): Noticing {
  const kept = {
    disk: keep<AllNoticed>(
      () => readNoticed(disk),
      (next) => keepNoticed(disk, next),
    ),
    private: keep<AllNoticed>(
      () => readNoticed(memory),
      (next) => keepNoticed(memory, next),
    ),
  };
  const of: Noticing['of'] = async (identifier) => {
    const all = await kept[isPrivateStore(identifier.store) ? 'private' : 'disk'].read();
    const key = identifierKey(identifier);
    return Object.hasOwn(all, key) ? (all[key] ?? null) : null;
  };
  return {
    of,
    note: async (identifier, domain, news) => {
      const before = (await of(identifier)) ?? nothingNoticed(identifier, domain);
      if (withNews(before, news, now()) === before) return false;
      const key = identifierKey(identifier);
      await kept[isPrivateStore(identifier.store) ? 'private' : 'disk'].change((all) => {
        const latest = all[key] ?? nothingNoticed(identifier, domain);
        return bounded({ ...all, [key]: withNews(latest, news, now()) });
      });
      return true;
    },
    forget: async (domain) => {
      for (const each of [kept.disk, kept.private]) {
        await each.change((all) => (domain === null ? NOTHING : only(all, (one) => one.domain !== domain)));
      }
    },
    endPrivate: async () => void (await kept.private.change(() => NOTHING)),
  };
}
