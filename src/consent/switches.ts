import type { ConsentForm, ConsentRecord, ConsentText } from '#core/consent.ts';
import { isObject } from '#core/json.ts';
import { parseStored } from './json.ts';
import { named } from './purposes.ts';
import { LONGEST_JSON, recordOf, unread } from './record.ts';

/** Whether a value begins as an object does, percent-encoded or not. */
export function looksLikeSwitches(value: string): boolean {
  return /^(?:\{|%7B)/iu.test(value);
}

/**
 * Klaro's and Orejime's form: a JSON object that has each service's name with whether it is on. It is stored when the
 * person pressed something, and not before: no record, no choice.
 * @see https://klaro.org/docs/
 * @see https://github.com/boscop-fr/orejime
 */
function readSwitches(form: ConsentForm, name: string): (text: ConsentText) => ConsentRecord {
  return (text) => {
    if (text.value.length > LONGEST_JSON) return unread(form, [text], 'too-long');
    const value = parseStored(text.value);
    const entries = isObject(value) ? Object.entries(value) : [];
    const purposes = entries.flatMap(([service, on]) =>
      typeof on === 'boolean' ? [named(service, on ? 'granted' : 'refused')] : [],
    );
    if (purposes.length === 0) return unread(form, [text]);
    const problem = purposes.length < entries.length ? 'incomplete' : null;
    return recordOf(form, [text], { cmp: { name }, by: 'person', purposes, problem });
  };
}

export const readKlaro = readSwitches('klaro', 'Klaro');
export const readOrejime = readSwitches('orejime', 'Orejime');
