/** Where a US section of a GPP string has what is read of it: fields of two bits, after a version of six. */
export interface UsSection {
  readonly name: string;
  /** The places of the opt-outs among the fields, from 0; `null`: it has none. */
  readonly sale: number;
  readonly sharing: number | null;
  readonly targetedAdvertising: number | null;
  /** How many fields there are at the least; a shorter section is cut off. */
  readonly fields: number;
  /** Whether a further segment says that Global Privacy Control was on. */
  readonly gpc: boolean;
}

/** Sections that know nothing of Global Privacy Control: their further segments mean something else. */
const WITHOUT_GPC = new Set(['usva', 'usut', 'usfl', 'usin', 'usky', 'usri']);

type Row = readonly [
  name: string,
  sale: number,
  sharing: number | null,
  targetedAdvertising: number | null,
  fields: number,
];

/**
 * US sections by their numbers. The national one had 27 fields in its first version.
 * @see https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform/tree/main/Sections
 */
const ROWS: readonly (readonly [id: number, ...Row])[] = [
  [7, 'usnat', 6, 7, 8, 27],
  [8, 'usca', 3, 4, null, 20],
  [9, 'usva', 3, null, 4, 17],
  [10, 'usco', 3, null, 4, 16],
  [11, 'usut', 4, null, 5, 18],
  [12, 'usct', 3, null, 4, 19],
  [13, 'usfl', 3, null, 4, 20],
  [14, 'usmt', 3, null, 4, 20],
  [15, 'usor', 3, null, 4, 23],
  [16, 'ustx', 3, null, 4, 18],
  [17, 'usde', 3, null, 4, 23],
  [18, 'usia', 4, null, 5, 18],
  [19, 'usne', 3, null, 4, 18],
  [20, 'usnh', 3, null, 4, 20],
  [21, 'usnj', 3, null, 4, 24],
  [22, 'ustn', 3, null, 4, 18],
  [23, 'usmn', 3, null, 4, 18],
  [24, 'usmd', 5, null, 6, 8],
  [25, 'usin', 5, null, 6, 9],
  [26, 'usky', 5, null, 6, 9],
  [27, 'usri', 5, null, 6, 9],
];

export const US_SECTIONS: ReadonlyMap<number, UsSection> = new Map(
  ROWS.map(([id, name, sale, sharing, targetedAdvertising, fields]) => [
    id,
    { name, sale, sharing, targetedAdvertising, fields, gpc: !WITHOUT_GPC.has(name) },
  ]),
);

/** `US-CA` for `usca`, `US` for the national section. */
export function jurisdictionOf(name: string): string {
  return name === 'usnat' ? 'US' : `US-${name.slice(2).toUpperCase()}`;
}

/** Other sections that are read, by their numbers. */
export const TCF_EU = 2;
export const TCF_CANADA = 5;
export const US_PRIVACY = 6;
