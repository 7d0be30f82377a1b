import type {
  ConsentForm,
  ConsentProblem,
  ConsentPurpose,
  ConsentRecord,
  ConsentSignals,
  ConsentText,
  NumberRange,
  PurposeSaid,
  PurposeState,
  TcfNumber,
  VendorsCounted,
  VendorsSaid,
} from '#core/consent.ts';

/** No choice was stored before there was anything to choose, and none is of the next century. */
const OLDEST = Date.UTC(2009, 0);
const LATEST = Date.UTC(2100, 0);

/** Longer texts of letters and digits (TC strings and the like) are not looked at; real ones have some hundreds to some thousands of signs. */
export const LONGEST_STRING = 32_768;
/** Longer JSON is not looked at: histories of some hundred services come to some 100 KB. */
export const LONGEST_JSON = 524_288;
/** So many purposes or services are told of one record. */
const MOST_PURPOSES = 1000;

const NO_VENDORS: VendorsSaid = { granted: null, refused: null, legitimateInterest: null, disclosed: null };
const NO_SIGNALS: ConsentSignals = {
  gpc: null,
  saleOptOut: null,
  sharingOptOut: null,
  targetedAdvertisingOptOut: null,
};

/** What a reader found; whatever it leaves out is not stated. */
export interface Found extends Omit<Partial<ConsentRecord>, 'form' | 'texts' | 'vendors' | 'signals' | 'cmp'> {
  readonly vendors?: Partial<VendorsSaid>;
  readonly signals?: Partial<ConsentSignals>;
  readonly cmp?: Partial<ConsentRecord['cmp']>;
}

function keyOf({ form, texts }: ConsentRecord): string {
  return JSON.stringify([form, ...texts.map(({ value }) => value)]);
}

/** The same text in two places is one record: the later of them. */
export function distinct(records: readonly ConsentRecord[]): readonly ConsentRecord[] {
  return [...new Map(records.map((record) => [keyOf(record), record])).values()];
}

/** A record of what was found in some texts. */
export function recordOf(form: ConsentForm, texts: readonly ConsentText[], found: Found): ConsentRecord {
  const purposes = found.purposes ?? [];
  return {
    form,
    texts,
    problem: found.problem ?? (purposes.length > MOST_PURPOSES ? 'incomplete' : null),
    cmp: { name: null, id: null, version: null, ...found.cmp },
    by: found.by ?? 'unknown',
    purposes: purposes.slice(0, MOST_PURPOSES),
    unlisted: found.unlisted ?? 'not-stated',
    vendors: { ...NO_VENDORS, ...found.vendors },
    restrictions: found.restrictions ?? [],
    at: found.at ?? null,
    updated: found.updated ?? null,
    signals: { ...NO_SIGNALS, ...found.signals },
    jurisdictions: found.jurisdictions ?? [],
  };
}

/** A record that says why nothing could be read. */
export function unread(
  form: ConsentForm,
  texts: readonly ConsentText[],
  problem: ConsentProblem = 'unreadable',
): ConsentRecord {
  return recordOf(form, texts, { problem });
}

/** A purpose with no more to it than its state. */
export function said(
  purpose: ConsentPurpose,
  name: string,
  is: PurposeState,
  more: { readonly legitimateInterest?: boolean; readonly tcf?: TcfNumber } = {},
): PurposeSaid {
  return { purpose, name, is, legitimateInterest: more.legitimateInterest ?? null, tcf: more.tcf ?? null };
}

/** A moment in ms, if it is one at which a choice may have been stored. */
export function moment(at: number | undefined): number | null {
  return at !== undefined && at >= OLDEST && at < LATEST ? Math.round(at) : null;
}

/** A moment of a date that is written out, as ISO 8601 or as JavaScript writes it. */
export function momentOf(text: string | undefined): number | null {
  return text === undefined || text.length > 100 ? null : moment(Date.parse(text.replace(/\(.*$/u, '')));
}

/** Puts ranges in order, joins those that meet, and counts. */
export function counted(ranges: readonly NumberRange[]): VendorsCounted {
  const numbers: [number, number][] = [];
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    const before = numbers.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else numbers.push([first, last]);
  }
  return { count: numbers.reduce((sum, [first, last]) => sum + last - first + 1, 0), numbers };
}

/** So many vendors, which the form does not number. */
export function howMany(count: number): VendorsCounted {
  return { count, numbers: [] };
}
