import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { speakEnglish } from './english.ts';

/** Renders a view into an otherwise empty page, in English. */
export function show(view: ComponentChild): HTMLElement {
  speakEnglish();
  document.documentElement.lang = 'en-GB';
  document.title = 'Known As';
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('div'));
  void act(() => render(view, root));
  return root;
}

/** Presses what a selector finds, as a person would, and lets everything that follows from it happen. */
export async function press(root: ParentNode, selector: string): Promise<void> {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing to press: ${selector}`);
  await act(async () => {
    found.click();
    await Promise.resolve();
  });
}

/** Presses a key where the focus is. */
export async function key(name: string): Promise<void> {
  await act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    await Promise.resolve();
  });
}

/** Puts a value into a field, as a person would. */
export async function type(root: ParentNode, selector: string, value: string): Promise<void> {
  const field = root.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (field === null) throw new Error(`no field: ${selector}`);
  await act(async () => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await Promise.resolve();
  });
}

/** The words of what a selector finds, with single spaces between; `null` where it finds nothing. */
export function wordsOf(root: ParentNode, selector: string): string | null {
  const text = root.querySelector(selector)?.textContent;
  return text === undefined || text === null ? null : text.replaceAll(/\s+/gu, ' ').trim();
}

/**
 * What axe finds wrong, as `rule: element`. Contrast is left out, since nothing is painted here: the tokens' own test
 * covers it.
 */
export async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** All of them; the first alone in the daily check, which must be quick. `npm test` looks at every one. */
export function everyOrFirst<Item>(items: readonly Item[]): readonly Item[] {
  return process.env['QUICK'] === '1' ? items.slice(0, 1) : items;
}
