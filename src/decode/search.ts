import type { SearchEvidence } from '#core/event.ts';
import { plainText } from '#core/plain-text.ts';
import { parseWay } from './segments.ts';

const LENGTH = 200;

/** Parameters that hold a search wherever they stand, compared without case, `_` and `-`. */
const ANYWHERE = new Set(
  'q query search searchquery searchterm searchterms searchtext searchword searchkey searchkeyword searchkeywords searchstring searchphrase keyword keywords fieldkeywords wd suche suchbegriff suchwort recherche buscar busqueda zoekterm cerca szukaj'.split(
    ' ',
  ),
);

/** Parameters that hold one on a search page only; elsewhere they are anything. */
const ON_SEARCH_PAGE = new Set('s k p w text term terms phrase find kw st nkw'.split(' '));

/** Path segments of search pages. */
const SEARCH_PAGE = new Set(
  's search find searchresults suche suchen recherche buscar busca busqueda zoeken cerca szukaj sok results catalogsearch sch'.split(
    ' ',
  ),
);

type PageKind = 'home' | 'search' | 'other';

const FLAG = /^(?:\d|true|false|yes|no|on|off|null|undefined)$/iu;
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:)?\/|^www\./iu;
const EMAIL = /\S*[^\s@]@[^\s@]+\.[^\s@]\S*/gu;
/** Stands for an e-mail address: that one was looked for is recorded, whose it is is not. */
const SOME_EMAIL = '***@***';
const STRUCTURE = /^[[{<]/u;
const WORD = /^[\w.~+/=-]{24,}$/u;

function fold(name: string): string {
  return name.toLowerCase().replace(/[_-]/gu, '');
}

/** A long run without spaces, with digits and letters mixed, is a token that strayed into the parameter. */
function looksLikeToken(text: string): boolean {
  return WORD.test(text) && /\d/u.test(text) && /[a-z]/iu.test(text) && !/^[a-z]+(?:[-_+.][a-z\d]+)+$/u.test(text);
}

/** What is not to be seen or turns its surroundings, but for what joins emoji and letters of some scripts. */
const UNPRINTABLE = /(?:(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}])+/gu;

/** What was searched for, as it may be kept: on one line, at most 200 characters, without e-mail addresses. */
export function wordsOf(value: string): string {
  const line = value
    .slice(0, LENGTH * 4)
    .replace(UNPRINTABLE, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(EMAIL, SOME_EMAIL);
  return line.slice(0, LENGTH).replace(/\p{Cs}$/u, '');
}

/** On a page that calls itself a search page whatever was asked is the search; elsewhere it must look like one. */
function termOf(value: string, page: PageKind): string | undefined {
  const term = wordsOf(value);
  if (page === 'search' && term !== '') return term;
  if (term === '' || term.includes(SOME_EMAIL) || ADDRESS.test(term) || STRUCTURE.test(term)) return undefined;
  return looksLikeToken(term) ? undefined : term;
}

/** The parameter's names that may hold a search on a page of this sort, the surest first. */
function namesOn(page: PageKind): readonly ReadonlySet<string>[] {
  if (page === 'search') return [ANYWHERE, ON_SEARCH_PAGE];
  return page === 'home' ? [ANYWHERE, new Set('s')] : [ANYWHERE];
}

function fromQuery(query: URLSearchParams, names: ReadonlySet<string>, page: PageKind): SearchEvidence | null {
  for (const [parameter, value] of query) {
    const name = fold(parameter.slice(0, LENGTH));
    if (!names.has(name) || (name === 'search' && FLAG.test(value))) continue;
    const term = termOf(value, page);
    if (term !== undefined) return { term, parameter: plainText(parameter, LENGTH) };
  }
  return null;
}

/** `/search/car+mp3`: in a path `+` is a plus sign, but search pages write it for a space. */
function fromPath(segments: readonly string[]): SearchEvidence | null {
  const at = segments.findIndex((segment) => segment.length > 1 && SEARCH_PAGE.has(fold(segment)));
  const parameter = segments[at];
  const next = segments[at + 1];
  if (at === -1 || parameter === undefined || next === undefined || at + 2 < segments.length) return null;
  if (/^(?:index|results?|all|advanced|page)\b/iu.test(next) || SEARCH_PAGE.has(fold(next))) return null;
  const term = termOf(next.replace(/\+/gu, ' '), 'other');
  return term === undefined ? null : { term, parameter: plainText(parameter, LENGTH) };
}

/**
 * The site search an address asks for, in its query (`?q=car+mp3`) or its path (`/search/car+mp3`, where the parameter
 * is the segment that says so). At most 200 characters. `null` where there is none: an empty field, an e-mail
 * address, and, where the path does not say that it is a search page, a redirect target or a token.
 */
export function searchOf(url: string): SearchEvidence | null {
  const way = parseWay(url);
  if (way === undefined) return null;
  const isSearch = way.segments.some((segment) => SEARCH_PAGE.has(fold(segment.replace(/\.\w{1,5}$/u, ''))));
  const page = isSearch ? 'search' : way.segments.length === 0 ? 'home' : 'other';
  for (const names of namesOn(page)) {
    const found = fromQuery(way.query, names, page);
    if (found !== null) return found;
  }
  return fromPath(way.segments);
}
