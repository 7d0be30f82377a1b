import type { LedgerEvent } from '#core/event.ts';
import { type Identifier, type IdentifierKey, identifierKey } from '#core/identifier.ts';
import type { Domain } from '#core/site.ts';
import { type Following, followNothing } from './following.ts';

/** A number at work on a site. */
export interface KnownNumber {
  readonly identifier: Identifier;
  readonly number: string;
}

/** Which numbers are at work on which site, as far as this life of the background has seen or asked for. */
export interface Known {
  readonly ofDomain: (domain: Domain) => Promise<readonly KnownNumber[]>;
  /** Notes what an event says of numbers; tells whether it says anything new. */
  readonly note: (event: Extract<LedgerEvent, { type: 'number-seen' }>) => Promise<boolean>;
  /** The sites that know an identifier; it is forgotten there. */
  readonly forget: (identifier: Identifier) => void;
  readonly forgetAll: () => void;
}

/** `load` reads a site's numbers from the ledger; all that become known are followed. */
export function rememberKnown(
  load: (domain: Domain) => Promise<readonly KnownNumber[]>,
  following: Following = followNothing(),
): Known {
  const byDomain = new Map<Domain, Promise<Map<IdentifierKey, KnownNumber>>>();
  const numbersOf = (domain: Domain): Promise<Map<IdentifierKey, KnownNumber>> => {
    const known = byDomain.get(domain);
    if (known !== undefined) return known;
    const loading = load(domain).then((numbers) => {
      for (const { identifier, number } of numbers) following.note(identifier, number, domain);
      return new Map(numbers.map((number) => [identifierKey(number.identifier), number]));
    });
    byDomain.set(domain, loading);
    // What could not be read now is read the next time.
    loading.catch(() => byDomain.delete(domain));
    return loading;
  };
  return {
    ofDomain: async (domain) => [...(await numbersOf(domain)).values()],
    note: async ({ domain, sighting }) => {
      const numbers = await numbersOf(domain);
      const key = identifierKey(sighting.identifier);
      const number = sighting.verdict.token ?? sighting.value;
      if (sighting.verdict.kind !== 'random-id') {
        following.forget(sighting.identifier);
        return numbers.delete(key);
      }
      following.note(sighting.identifier, number, domain);
      const known = numbers.get(key)?.number === number;
      numbers.set(key, { identifier: sighting.identifier, number });
      return !known;
    },
    forget: (identifier) => {
      following.forget(identifier);
      const key = identifierKey(identifier);
      for (const loading of byDomain.values()) {
        loading.then(
          (numbers) => numbers.delete(key),
          () => undefined,
        );
      }
    },
    forgetAll: () => {
      following.forgetAll();
      byDomain.clear();
    },
  };
}
