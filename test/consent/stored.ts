import type { ConsentRecord } from '#core/consent.ts';
import { readConsent, type StoredText } from '#consent/read-consent.ts';

/** A cookie as it stands in the browser. */
export function cookie(name: string, value: string): StoredText {
  return { area: 'cookie', name, value };
}

/** An entry of local storage; what is no text as JSON. */
export function local(name: string, value: unknown): StoredText {
  return { area: 'local-storage', name, value: typeof value === 'string' ? value : JSON.stringify(value) };
}

/** The only record there is. */
export function one(...stored: readonly StoredText[]): ConsentRecord {
  const [record, ...others] = readConsent(stored);
  if (record === undefined || others.length > 0) throw new Error(`${others.length + 1} records`);
  if (!record.texts.every((text) => stored.some((there) => there === text))) throw new Error('read from elsewhere');
  return record;
}

/** Each purpose in words. */
export function states(record: ConsentRecord): readonly string[] {
  return record.purposes.map(({ purpose, name, is }) => `${purpose} ${name} ${is}`);
}
