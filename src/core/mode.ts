/** How often a number is replaced under Reset. */
export type Rhythm =
  | { readonly every: 'visit' }
  | { readonly every: 'session' }
  /** Hours, a whole number from 1 to 8,760 (a year); the views say whole days as days. */
  | { readonly every: 'hours'; readonly hours: number };

/** What a person chose for a site, or for one identifier. */
export type Choice =
  | { readonly mode: 'allow' }
  | { readonly mode: 'block' }
  | { readonly mode: 'reset'; readonly rhythm: Rhythm };

/** What a site's own numbers may do until the person decides. */
export type UndecidedFirst = 'notify' | 'ask';

/** What other companies' numbers may do until the person decides. */
export type UndecidedThird = 'notify' | 'ask' | 'block';

/** Every mode there is, as views name it. */
export type Mode = UndecidedThird | Choice['mode'];

/** The longest rhythm there is, in hours. */
export const MAX_HOURS = 8760;

/** A rhythm as a view sends it or storage holds it; `undefined` for what is none. */
export function parseRhythm(value: unknown): Rhythm | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { every, hours } = value as Readonly<Record<string, unknown>>;
  if (every === 'visit' || every === 'session') return { every };
  const whole = typeof hours === 'number' && Number.isInteger(hours) && hours >= 1 && hours <= MAX_HOURS;
  return every === 'hours' && whole ? { every, hours } : undefined;
}

/** A choice as a view sends it or storage holds it; `undefined` for what is none. */
export function parseChoice(value: unknown): Choice | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { mode, rhythm } = value as Readonly<Record<string, unknown>>;
  if (mode === 'allow' || mode === 'block') return { mode };
  const parsed = mode === 'reset' ? parseRhythm(rhythm) : undefined;
  return parsed === undefined ? undefined : { mode: 'reset', rhythm: parsed };
}
