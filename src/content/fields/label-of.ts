import {
  attributeOf,
  type Field,
  findIn,
  firstChildOf,
  isField,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  rootOf,
} from './taken.ts';

/** Nodes that are looked at for one text, and the length from which on it is prose. */
const MOST_NODES = 60;
const LONGEST = 120;
/** Levels above a field, and siblings before each, at which a text may stand that names it. */
const LEVELS = 4;
const SIBLINGS = 4;

/** What has texts of its own that do not name a field. */
const APART = /^(?:script|style|template|select|textarea|button|svg)$/u;
const QUOTED = /["\\\p{Cc}]/u;

function isApart(node: Node): boolean {
  return node instanceof Element && APART.test(node.localName);
}

/** What stands on a button, at most 120 characters of it. */
export function textOn(button: Element): string {
  let text = '';
  let child = firstChildOf(button);
  for (let seen = 0; child !== null && seen < MOST_NODES; seen += 1) {
    text += ` ${textIn(child)}`;
    child = nextSiblingOf(child);
  }
  return text.replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
}

/** How much of a text is read. */
interface Bounds {
  readonly nodes: number;
  readonly length: number;
  /** Whether what is in a node is passed over. */
  readonly apart: (node: Node) => boolean;
}

const OF_A_LABEL: Bounds = { nodes: MOST_NODES, length: LONGEST, apart: isApart };

/** The text below a node, at most 120 characters of it, or as much as is said. */
export function textIn(node: Node, { nodes, length, apart } = OF_A_LABEL): string {
  const waiting: Node[] = [node];
  let text = '';
  for (let seen = 0; seen < nodes && text.length < length; seen += 1) {
    const at = waiting.pop();
    if (at === undefined) break;
    const next = at === node ? null : nextSiblingOf(at);
    if (next !== null) waiting.push(next);
    if (at instanceof Text) text += ` ${at.data.slice(0, length)}`;
    const child = apart(at) ? null : firstChildOf(at);
    if (child !== null) waiting.push(child);
  }
  return text.replace(/\s+/gu, ' ').trim().slice(0, length);
}

function textOf(element: Element | null): string {
  return element === null ? '' : textIn(element);
}

/** The element of a tree that an attribute points to; none by a name that would have to be escaped. */
function pointedTo(root: Node, attribute: string, name: string): Element | null {
  return name === '' || QUOTED.test(name) ? null : findIn(root, `${attribute}="${name}"]`);
}

function labelledBy(field: Field): string {
  const ids = attributeOf(field, 'aria-labelledby').split(/\s+/u).slice(0, 3);
  return ids
    .map((id) => textOf(pointedTo(rootOf(field), '[id', id)))
    .join(' ')
    .trim();
}

function wrappingLabel(field: Field): string {
  let at = parentOf(field);
  for (let level = 0; at !== null && level < LEVELS; level += 1) {
    if (at instanceof HTMLLabelElement) return textIn(at);
    at = parentOf(at);
  }
  return '';
}

function hasField(node: Node): boolean {
  return isField(node) || findIn(node, 'input:not([type="hidden"]), select, textarea') !== null;
}

/** The text before a field, in its line or in the cell before it; what stands before another field is that one's. */
function textBefore(field: Field): string {
  let at: Node | null = field;
  for (let level = 0; at !== null && !(at instanceof HTMLBodyElement) && level < LEVELS; level += 1) {
    let before = previousSiblingOf(at);
    for (let sibling = 0; before !== null && sibling < SIBLINGS; sibling += 1) {
      if (hasField(before)) return '';
      const text = isApart(before) ? '' : textIn(before);
      if (text !== '') return text;
      before = previousSiblingOf(before);
    }
    at = parentOf(at);
  }
  return '';
}

/**
 * The text that names a field to the person: what `aria-labelledby` points to, its label, its title, or the text before
 * it. Few nodes are looked at, however the page is made. At most 120 characters of each; empty where there is none.
 */
export function labelOf(field: Field): string {
  return (
    labelledBy(field) ||
    textOf(pointedTo(rootOf(field), 'label[for', attributeOf(field, 'id'))) ||
    wrappingLabel(field) ||
    attributeOf(field, 'title') ||
    textBefore(field)
  );
}
