import type { ComponentChildren } from 'preact';
import { language } from './say.ts';

/** Nodes as a list in the person's language: `a, b and c`. */
export function joined(nodes: readonly ComponentChildren[]): ComponentChildren[] {
  const parts = new Intl.ListFormat(language(), { type: 'conjunction' }).formatToParts(nodes.map(() => 'x'));
  let next = 0;
  return parts.map((part) => {
    if (part.type === 'literal') return part.value;
    next += 1;
    return nodes[next - 1];
  });
}

/** Texts one after the other, as figures with their units stand: `58 visits, 21 searches, 2 orders`. */
export function listed(texts: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'unit', style: 'short' }).format(texts);
}

/** Texts as a list: `login, cart and language`. */
export function joinedText(texts: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(texts);
}
