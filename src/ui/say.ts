import type { ComponentChildren } from 'preact';
import { parseRich } from './rich.ts';

/** Gives a text of `_locales` by its key, its places filled; `''` where there is none. */
export type Lookup = (key: string, args?: readonly string[]) => string;

/** One text that the views use: the test of the texts goes through all of them. */
export interface TextUse {
  /** The key, or for a counted text the start of its keys (`visits` for `visits_one`, `visits_other`). */
  readonly key: string;
  /** What fills `$1`, `$2`, … */
  readonly places: readonly string[];
  readonly counted: boolean;
}

type Fill<Places extends readonly string[], Filling> = { readonly [Place in keyof Places]: Filling };

const used: TextUse[] = [];
let lookup: Lookup = (key) => key;
let locale = 'en';

/** Wires the views to the browser's texts; called once, before the first render. `tag`: BCP 47. */
export function setWords(given: Lookup, tag: string): void {
  lookup = given;
  locale = tag;
}

/** The language of the person's browser, for `Intl`. */
export function language(): string {
  return locale;
}

/** Every text declared, in order. */
export function textUses(): readonly TextUse[] {
  return used;
}

/** A text without places. */
export function plain(key: string): () => string {
  used.push({ key, places: [], counted: false });
  return () => lookup(key);
}

/** A text whose places are filled with text of our own: figures, dates, other texts. */
export function filled<const Places extends readonly string[]>(
  key: string,
  ...places: Places
): (...args: Fill<Places, string>) => string {
  used.push({ key, places, counted: false });
  return (...args) => lookup(key, args);
}

/** A text with a figure, by the language's plural rules: `$1` is the figure as people write it. */
export function counted(key: string): (count: number) => string {
  used.push({ key, places: ['figure'], counted: true });
  return (count) => {
    const figure = new Intl.NumberFormat(locale).format(count);
    const form = new Intl.PluralRules(locale).select(count);
    const text = lookup(`${key}_${form}`, [figure]);
    return text === '' ? lookup(`${key}_other`, [figure]) : text;
  };
}

/** Stands for the nth node while the text is looked up: a page's words never pass through the lookup. */
const FIRST_STANDIN = 0xe000;

/** A text with bold parts, whose places are filled with nodes: what a page gave us stays a node of its own. */
export function rich<const Places extends readonly string[]>(
  key: string,
  ...places: Places
): (...nodes: Fill<Places, ComponentChildren>) => ComponentChildren {
  used.push({ key, places, counted: false });
  const standIns = places.map((_, index) => String.fromCharCode(FIRST_STANDIN + index));
  return (...nodes) => {
    const given: readonly ComponentChildren[] = nodes;
    return parseRich(lookup(key, standIns), (character) => {
      const index = character.charCodeAt(0) - FIRST_STANDIN;
      return index >= 0 && index < given.length ? { node: given[index] } : undefined;
    });
  };
}
