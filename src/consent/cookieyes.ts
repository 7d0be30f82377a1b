import type { ConsentPurpose, ConsentRecord, ConsentText } from '#core/consent.ts';
import { decodePercent } from '#core/percent.ts';
import { purposeOf } from './purposes.ts';
import { LONGEST_STRING, recordOf, said, unread } from './record.ts';

const CATEGORIES: ReadonlyMap<string, ConsentPurpose> = new Map([
  ['necessary', 'necessary'],
  ['functional', 'functional'],
  ['analytics', 'analytics'],
  ['performance', 'analytics'],
  ['advertisement', 'advertising'],
  ['other', 'other'],
]);

/** Entries that are about the record, and no category. */
const ABOUT = new Set(['consentid', 'consent', 'action', 'rev', 'lastRenewedDate']);

const ENTRY = /^([\w-]{1,60}):([^,]*)$/u;

/**
 * CookieYes' cookie: `consentid:…,consent:yes,action:yes,necessary:yes,analytics:no`. `action` says whether the person
 * pressed anything. When, it does not say: `lastRenewedDate` is when the site asked for everybody's consent anew.
 * @see https://www.cookieyes.com/documentation/
 */
export function readCookieYes(text: ConsentText): ConsentRecord {
  if (text.value.length > LONGEST_STRING) return unread('cookieyes', [text], 'too-long');
  const entries = new Map(
    decodePercent(text.value)
      .split(',')
      .flatMap((piece) => {
        const [, name, value] = ENTRY.exec(piece) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value] as const];
      }),
  );
  const purposes = [...entries].flatMap(([name, is]) =>
    !ABOUT.has(name) && (is === 'yes' || is === 'no')
      ? [said(CATEGORIES.get(name) ?? purposeOf(name), name, is === 'yes' ? 'granted' : 'refused')]
      : [],
  );
  if (purposes.length === 0 && !entries.has('consentid')) return unread('cookieyes', [text]);
  return recordOf('cookieyes', [text], {
    cmp: { name: 'CookieYes', version: entries.get('rev') ?? null },
    by: entries.get('action') === 'yes' ? 'person' : entries.has('action') ? 'default' : 'unknown',
    purposes,
  });
}

const CHECKBOX = /^cookielawinfo-checkbox-(.{1,60})$/u;

/**
 * The cookies of CookieYes' older plugin for WordPress (GDPR Cookie Consent): one for each category, and
 * `viewed_cookie_policy` once the notice was answered.
 */
export function readCookieLawInfo(texts: readonly ConsentText[]): readonly ConsentRecord[] {
  const purposes = texts.flatMap(({ name, value }) => {
    const category = CHECKBOX.exec(name)?.[1];
    if (category === undefined || (value !== 'yes' && value !== 'no')) return [];
    return [said(CATEGORIES.get(category) ?? purposeOf(category), category, value === 'yes' ? 'granted' : 'refused')];
  });
  const boxes = texts.filter(({ name }) => CHECKBOX.test(name));
  if (boxes.length === 0) return [];
  if (purposes.length === 0) return [unread('cookieyes', texts)];
  return [
    recordOf('cookieyes', texts, {
      cmp: { name: 'CookieYes' },
      problem: purposes.length < boxes.length ? 'incomplete' : null,
      by: texts.some(({ name }) => name === 'viewed_cookie_policy') ? 'person' : 'default',
      purposes,
    }),
  ];
}
