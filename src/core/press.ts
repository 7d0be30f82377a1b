/** What a button of a consent banner says that it does. `choose`: it keeps what was chosen in detail. */
export type PressMeaning = 'accept' | 'refuse' | 'choose';

/** Something that the person pressed in a page. */
export interface Press {
  /** ms since the epoch. */
  readonly at: number;
  /** What stood on it, where it is one of a consent banner's words; `null`: something else, which is nobody's business. */
  readonly label: string | null;
  readonly means: PressMeaning | null;
  /** Whether it stood in something that speaks of cookies, consent or privacy. */
  readonly ofBanner: boolean;
}

/** The longest text that is a button's. */
export const LONGEST_LABEL = 60;

const MEANINGS: readonly PressMeaning[] = ['accept', 'refuse', 'choose'];

/** Reads a press as it came from a page's watcher; `null` for what is none. */
export function parsePress(value: unknown): Press | null {
  const { at, label, means, ofBanner } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Press>;
  if (typeof at !== 'number' || !Number.isFinite(at)) return null;
  const meaning = MEANINGS.find((one) => one === means) ?? null;
  const isLabel = meaning !== null && typeof label === 'string' && label.length <= LONGEST_LABEL;
  return { at, label: isLabel ? label : null, means: meaning, ofBanner: ofBanner === true };
}
