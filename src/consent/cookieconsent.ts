import type { ConsentRecord, ConsentText, PurposeState } from '#core/consent.ts';
import { isObject, own } from '#core/json.ts';
import { ownNumber, ownText, ownTexts, parseStored } from './json.ts';
import { named } from './purposes.ts';
import { LONGEST_JSON, momentOf, recordOf, said, unread } from './record.ts';

const STATUSES: ReadonlyMap<string, PurposeState> = new Map([
  ['allow', 'granted'],
  ['deny', 'refused'],
  ['dismiss', 'unknown'],
]);

/**
 * The cookie of Osano's free Cookie Consent 3: one word for everything. `dismiss` is that the notice went away, by a
 * press, by scrolling or by time; what it means the site's settings say.
 * @see https://www.osano.com/cookieconsent/documentation/javascript-api/
 */
export function readOsano(text: ConsentText): ConsentRecord {
  const is = STATUSES.get(text.value);
  if (is === undefined) return unread('osano-cookieconsent', [text]);
  return recordOf('osano-cookieconsent', [text], {
    cmp: { name: 'Osano Cookie Consent' },
    by: is === 'unknown' ? 'unknown' : 'person',
    purposes: [said('all', text.value, is)],
  });
}

/** Whether a value is of vanilla-cookieconsent's form, whose cookie a site may call as it likes. */
export function looksLikeVanilla(value: string): boolean {
  const start = value.slice(0, 2000);
  return /^(?:\{|%7B)(?:"|%22)/iu.test(start) && /categories|level/u.test(start) && value.includes('revision');
}

/**
 * The cookie, or entry of local storage, of vanilla-cookieconsent 2 and 3: the accepted categories, and when first and
 * last. Categories that were refused are not listed. It is stored once a choice was made.
 * @see https://cookieconsent.orestbida.com/reference/api-reference.html
 */
export function readVanilla(text: ConsentText): ConsentRecord {
  if (text.value.length > LONGEST_JSON) return unread('vanilla-cookieconsent', [text], 'too-long');
  const value = parseStored(text.value);
  const isVersion3 = Array.isArray(own(value, 'categories'));
  if (!isObject(value) || (!isVersion3 && !Array.isArray(own(value, 'level')))) {
    return unread('vanilla-cookieconsent', [text]);
  }
  const at = ownText(value, 'consentTimestamp') ?? ownText(value, 'consent_date');
  const updated = ownText(value, 'lastConsentTimestamp') ?? ownText(value, 'last_consent_update');
  const revision = ownNumber(value, 'revision');
  return recordOf('vanilla-cookieconsent', [text], {
    cmp: { name: 'CookieConsent', version: revision === undefined ? null : `revision ${revision}` },
    by: at === undefined ? 'unknown' : 'person',
    purposes: ownTexts(value, isVersion3 ? 'categories' : 'level').map((name) => named(name, 'granted')),
    unlisted: 'refused',
    at: momentOf(at),
    updated: momentOf(updated),
  });
}
