import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import type { ConsentRecord } from '#core/consent.ts';
import { readConsent, type StoredText } from '#consent/read-consent.ts';

const { resolve } = createRequire(import.meta.url);

/** Runs a program as a page does: its file as it was published, in the page's own scope. */
export function run(file: string): void {
  runInThisContext(readFileSync(resolve(file), 'utf8'));
}

/** What a program made of its own in the page's scope, which knows no types. */
export function made(name: string): unknown {
  return (globalThis as unknown as Record<string, unknown>)[name];
}

/** Puts something into the page's scope. */
export function make(name: string, value: unknown): void {
  Object.assign(globalThis, { [name]: value });
}

/** Everything the page has stored, as it stands there. */
export function stored(): readonly StoredText[] {
  const cookies = document.cookie.split('; ').filter((cookie) => cookie !== '');
  return [
    ...cookies.map((cookie): StoredText => {
      const at = cookie.indexOf('=');
      return { area: 'cookie', name: cookie.slice(0, at), value: cookie.slice(at + 1) };
    }),
    ...Object.keys(localStorage).map((name): StoredText => ({
      area: 'local-storage',
      name,
      value: localStorage.getItem(name) ?? '',
    })),
  ];
}

/** The only record in what is stored, with what stands there. */
export function record(): ConsentRecord {
  const texts = stored();
  const [one, ...others] = readConsent(texts);
  if (one === undefined || others.length > 0) throw new Error(`records in ${JSON.stringify(texts)}`);
  const isAsItStands = one.texts.every((text) =>
    texts.some((there) => there.name === text.name && there.value === text.value),
  );
  if (!isAsItStands) throw new Error('what it was read from stands nowhere');
  return one;
}

/** Each purpose of it with its state. */
export function states(): Readonly<Record<string, string>> {
  return Object.fromEntries(record().purposes.map(({ name, is }) => [name, is]));
}

/** Presses what the program put there. */
export function press(selector: string): void {
  const button = document.querySelector<HTMLElement>(selector);
  if (button === null) throw new Error(`nothing at ${selector} in ${document.body.innerHTML.slice(0, 2000)}`);
  button.click();
}

/** Waits for what a program does in its own time. */
export async function until(is: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !is(); turn += 1) await new Promise((later) => setTimeout(later, 5));
  if (!is()) throw new Error('it did not come to it');
}

/** Takes out all that is stored, and all that is shown. */
export function clear(): void {
  for (const { area, name } of stored()) {
    if (area === 'cookie') document.cookie = `${name}=; expires=${new Date(0).toUTCString()}; path=/`;
  }
  localStorage.clear();
  document.body.innerHTML = '';
  if (stored().length > 0) throw new Error(`left: ${JSON.stringify(stored())}`);
}
