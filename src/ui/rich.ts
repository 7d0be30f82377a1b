import { type ComponentChildren, h } from 'preact';

/** What a character of a text stands for, if it stands for anything. */
type StandsFor = (character: string) => { readonly node: ComponentChildren } | undefined;

/** Text and stood-for nodes of a stretch without bold marks. */
function fill(stretch: string, standsFor: StandsFor): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let text = '';
  for (const character of stretch) {
    const stood = standsFor(character);
    if (stood === undefined) text += character;
    else {
      parts.push(text, stood.node);
      text = '';
    }
  }
  return [...parts, text];
}

/**
 * Turns a text with `<b>…</b>` into nodes. Nothing else is markup: any other `<` is text, and so is a `<b>` that is
 * never closed. There is no way from here to HTML.
 */
export function parseRich(text: string, standsFor: StandsFor): ComponentChildren {
  const parts: ComponentChildren[] = [];
  let rest = text;
  for (;;) {
    const open = rest.indexOf('<b>');
    const close = rest.indexOf('</b>', open);
    if (open === -1 || close === -1) return [...parts, ...fill(rest, standsFor)];
    parts.push(...fill(rest.slice(0, open), standsFor), h('b', null, fill(rest.slice(open + 3, close), standsFor)));
    rest = rest.slice(close + 4);
  }
}
