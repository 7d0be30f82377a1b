import type { Purpose } from '#core/verdict.ts';
import { FORMATS, VENDORS, type Vendor } from './grammars.ts';
import { KNOWN_NAMES } from './known-names.ts';
import { compileLookup } from './lookup.ts';
import type { Take } from './takes.ts';

const numbers = compileLookup(
  VENDORS.flatMap((vendor) => Object.entries(vendor.numbers).map(([mark, take]) => [mark, { vendor, take }] as const)),
);

/** The kinds of names that mean one thing everywhere. */
export const knownNames = compileLookup(
  KNOWN_NAMES.flatMap((known) => known.names.split(' ').map((mark) => [mark, known] as const)),
);

/** A number in a known vendor's format. */
export interface KnownNumber {
  readonly vendor: string;
  readonly purpose: Purpose;
  readonly token: string;
  /** Whether the name fits too, or the value's format alone. */
  readonly named: boolean;
}

function takeNumber(
  rows: readonly { readonly vendor: Vendor; readonly take: Take }[],
  text: string,
): KnownNumber | null {
  for (const { vendor, take } of rows) {
    const token = take(text);
    if (token !== undefined) return { vendor: vendor.vendor, purpose: vendor.purpose, token, named: true };
  }
  return null;
}

/** The number in a value whose name and format, or format alone, are known. */
export function knownNumber(name: string, host: string, text: string): KnownNumber | null {
  const named = takeNumber(numbers(name, host), text);
  if (named !== null) return named;
  for (const [vendor, purpose, take] of FORMATS) {
    const token = take(text);
    if (token !== undefined) return { vendor, purpose, token, named: false };
  }
  return null;
}
