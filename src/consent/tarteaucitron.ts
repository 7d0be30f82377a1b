import type { ConsentRecord, ConsentText, PurposeState } from '#core/consent.ts';
import { named } from './purposes.ts';
import { LONGEST_STRING, recordOf, unread } from './record.ts';

const STATES: ReadonlyMap<string, PurposeState> = new Map([
  ['true', 'granted'],
  ['false', 'refused'],
  ['wait', 'not-asked'],
]);

const SERVICE = /^([\w.:@-]{1,200})=(true|false|wait)$/u;

/** Whether a value is of tarteaucitron's form. */
export function looksLikeTarteaucitron(value: string): boolean {
  return /^!.{1,200}?=(?:true|false|wait)/u.test(value.slice(0, 220));
}

/**
 * The cookie of tarteaucitron: `!gtag=true!facebook=wait`. `wait` is stored before anything is pressed. `true` and
 * `false` may be a press, and as well the site's setting that a service needs no consent, or Do Not Track: it does not
 * say which.
 * @see https://github.com/AmauriC/tarteaucitron.js
 */
export function readTarteaucitron(text: ConsentText): ConsentRecord {
  if (text.value.length > LONGEST_STRING) return unread('tarteaucitron', [text], 'too-long');
  const pieces = text.value.split('!').filter((piece) => piece !== '');
  const services = pieces.flatMap((piece) => {
    const [, name, state] = SERVICE.exec(piece) ?? [];
    return name === undefined ? [] : [named(name, STATES.get(state ?? '') ?? 'unknown')];
  });
  if (services.length === 0) return unread('tarteaucitron', [text]);
  return recordOf('tarteaucitron', [text], {
    cmp: { name: 'tarteaucitron' },
    problem: services.length < pieces.length ? 'incomplete' : null,
    by: services.every(({ is }) => is === 'not-asked') ? 'default' : 'unknown',
    purposes: services,
  });
}
