import type { Kind, Purpose } from '#core/verdict.ts';
import { ADVERTISING } from './advertisers.ts';
import { ANALYTICS, FUNCTIONAL, NAMELESS, type Vendors } from './grammars.ts';
import { KNOWN_NAMES } from './known-names.ts';
import { compileLookup } from './lookup.ts';
import type { Take } from './takes.ts';

/** What a name alone says: whose it is, what kind of thing, what for. */
export interface KnownName {
  readonly vendor: string;
  readonly kind: Kind;
  readonly purpose: Purpose;
}

/** A number in a known vendor's format. */
export interface KnownNumber {
  readonly vendor: string;
  readonly purpose: Purpose;
  readonly token: string;
  /** Whether the name fits too, or the value's format alone. */
  readonly named: boolean;
}

function rows<T>(byNames: Readonly<Record<string, T>>): (readonly [mark: string, value: T])[] {
  return Object.entries(byNames).flatMap(([names, value]) => names.split(' ').map((mark) => [mark, value] as const));
}

function formats(purpose: Purpose, vendors: Vendors) {
  return Object.entries(vendors).flatMap(([vendor, takes]) =>
    rows(takes).map(([mark, take]) => [mark, { vendor, purpose, take }] as const),
  );
}

const numbers = compileLookup<{ readonly vendor: string; readonly purpose: Purpose; readonly take: Take }>(() => [
  ...formats('analytics', ANALYTICS),
  ...formats('advertising', ADVERTISING),
  ...formats('functional', FUNCTIONAL),
]);

/** The names that mean one thing everywhere. */
export const knownNames = compileLookup<KnownName>(() =>
  KNOWN_NAMES.flatMap(([kind, purpose, byVendor]) =>
    Object.entries(byVendor).flatMap(([vendor, names]) => rows({ [names]: { vendor, kind, purpose } })),
  ),
);

/** The number in a value whose name and format, or format alone, are known. */
export function knownNumber(name: string, host: string, text: string): KnownNumber | null {
  for (const { vendor, purpose, take } of numbers(name, host)) {
    const token = take(text);
    if (token !== undefined) return { vendor, purpose, token, named: true };
  }
  for (const [vendor, purpose, take] of NAMELESS) {
    const token = take(text);
    if (token !== undefined) return { vendor, purpose, token, named: false };
  }
  return null;
}
