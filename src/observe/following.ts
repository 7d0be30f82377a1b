import { type Identifier, type IdentifierKey, identifierKey } from '#core/identifier.ts';
import type { Domain } from '#core/site.ts';
import { follow, type Followed } from '#follow/follow.ts';
import { createNeedles } from '#follow/needles.ts';
import type { Sent } from '#follow/parts.ts';
import { worthFollowing } from '#follow/worth.ts';

/** A number that is looked for in every request, and the sites that it is at work on. */
export interface FollowedNumber {
  readonly identifier: Identifier;
  readonly number: string;
  readonly domains: Set<Domain>;
}

/** Looks for every known number in whatever is sent. A copy of what the ledger holds: losing it loses no number. */
export interface Following {
  /** A number is at work on a site; in the place of what was stored under this identifier before. */
  readonly note: (identifier: Identifier, number: string, domain: Domain) => void;
  readonly forget: (identifier: Identifier) => void;
  readonly forgetAll: () => void;
  readonly find: (sent: Sent) => readonly Followed<FollowedNumber>[];
}

/** So many numbers are followed at once; of more, those that were noted first. */
const MOST = 5000;

/** Nothing is followed yet. */
export function followNothing(): Following {
  const needles = createNeedles<FollowedNumber>();
  const followed = new Map<IdentifierKey, FollowedNumber>();
  const drop = (key: IdentifierKey): void => {
    const known = followed.get(key);
    if (known !== undefined) needles.remove(known);
    followed.delete(key);
  };
  return {
    note: (identifier, number, domain) => {
      const key = identifierKey(identifier);
      const known = followed.get(key);
      if (known?.number === number) {
        known.domains.add(domain);
        return;
      }
      drop(key);
      if (followed.size >= MOST || !worthFollowing(number)) return;
      const next = { identifier, number, domains: new Set([...(known?.domains ?? []), domain]) };
      followed.set(key, next);
      needles.add(number, next);
    },
    forget: (identifier) => drop(identifierKey(identifier)),
    forgetAll: () => {
      needles.clear();
      followed.clear();
    },
    find: (sent) => follow(needles, sent),
  };
}
