/** Languages that sites put first in their paths (ISO 639-1). */
const LANGUAGES = new Set(
  'ar az bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ka kk ko lt lv mk ms mt nb nl nn no pl pt ro ru sk sl sq sr sv ta th tr uk ur uz vi zh'.split(
    ' ',
  ),
);

/** Countries and markets that stand there instead (ISO 3166-1, and `uk`, `eu`). */
const COUNTRIES = new Set(
  'ae at au be br ca ch cl cn co cz de dk es eu fi fr gb gr hk hu ie il in it jp kr kz lu mx nl no nz pe ph pl pt ro sa se sg sk th tr tw ua uk us vn za'.split(
    ' ',
  ),
);

const PAIR = /^([a-z]{2})[-_](?:([a-z]{2})|[a-z]{4}(?:[-_][a-z]{2})?|\d{3})$/u;

/** Whether a segment of a path names a language or a market (`de`, `en-gb`, `de_DE`, `zh-hans`, `es-419`). */
export function isLocale(segment: string): boolean {
  const folded = segment.toLowerCase();
  if (LANGUAGES.has(folded) || COUNTRIES.has(folded)) return true;
  const pair = PAIR.exec(folded);
  if (pair === null || !LANGUAGES.has(pair[1] ?? '')) return false;
  // Hindi is written `hi-in`; `hi-fi` is a department.
  return pair[1] !== 'hi' || pair[2] === 'in';
}
