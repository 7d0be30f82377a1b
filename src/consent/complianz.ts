import type { ConsentPurpose, ConsentRecord, ConsentText, PurposeState } from '#core/consent.ts';
import { recordOf, said, unread } from './record.ts';

const CATEGORIES: ReadonlyMap<string, ConsentPurpose> = new Map([
  // What works without consent is called functional there.
  ['functional', 'necessary'],
  ['preferences', 'functional'],
  ['statistics', 'analytics'],
  ['statistics-anonymous', 'analytics'],
  ['marketing', 'advertising'],
]);

const STATES: ReadonlyMap<string, PurposeState> = new Map([
  ['allow', 'granted'],
  ['deny', 'refused'],
  ['', 'not-asked'],
]);

/** Cookies of one site may have another beginning where several share a domain. */
export const COMPLIANZ =
  /^cmplz_(?:rt_)?(functional|preferences|statistics(?:-anonymous)?|marketing|policy_id|banner-status)$/u;

/** Which of its parts a cookie is. */
function part({ name }: ConsentText): string {
  return COMPLIANZ.exec(name)?.[1] ?? '';
}

/**
 * Complianz' cookies: one for each category, `allow`, `deny` or empty. Whether the person pressed anything they do not
 * say: the notice is closed by scrolling and time as well, and the categories are set by Do Not Track.
 * @see https://complianz.io/developers-guide-for-third-party-integrations
 */
export function readComplianz(texts: readonly ConsentText[]): readonly ConsentRecord[] {
  const categories = texts.filter((text) => CATEGORIES.has(part(text)));
  if (categories.length === 0) return [];
  const purposes = categories.flatMap((text) => {
    const is = STATES.get(text.value);
    return is === undefined ? [] : [said(CATEGORIES.get(part(text)) ?? 'other', part(text), is)];
  });
  if (purposes.length === 0) return [unread('complianz', texts)];
  const policy = texts.find((text) => part(text) === 'policy_id')?.value;
  return [
    recordOf('complianz', texts, {
      cmp: { name: 'Complianz', version: policy === undefined ? null : `policy ${policy.slice(0, 20)}` },
      problem: purposes.length < categories.length ? 'incomplete' : null,
      by: purposes.every(({ is }) => is === 'not-asked') ? 'default' : 'unknown',
      purposes,
    }),
  ];
}
