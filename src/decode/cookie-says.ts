import { type Json, own } from '#core/json.ts';
import { decodePercent } from '#core/percent.ts';
import type { CookieSays } from '#core/report.ts';
import { openText } from './body/content.ts';

type Read = (value: string) => CookieSays | null;

/** No cookie is older than the web, and none is of the day after tomorrow: checked by whoever knows what day it is. */
const OLDEST = Date.UTC(1994, 0);
const LATEST = Date.UTC(2100, 0);

function time(digits: string | undefined, unit: 1 | 1000): number | undefined {
  if (digits === undefined || !/^\d{9,14}$/u.test(digits)) return undefined;
  const at = Number(digits) * unit;
  return at >= OLDEST && at < LATEST ? at : undefined;
}

function count(digits: string | undefined): number | undefined {
  return digits !== undefined && /^\d{1,6}$/u.test(digits) ? Number(digits) : undefined;
}

/** Only what is known; `null` where nothing is. */
function says(all: { readonly [Key in keyof CookieSays]: number | undefined }): CookieSays | null {
  const known = Object.entries(all).filter(([, value]) => value !== undefined);
  return known.length === 0 ? null : (Object.fromEntries(known) as CookieSays);
}

/** Where in a value with dots each thing stands, from 0, and whether its times are in seconds. */
function dotted(
  places: { readonly [Key in keyof CookieSays]: number },
  { unit, least }: { readonly unit: 1 | 1000; readonly least: number },
): Read {
  return (value) => {
    const parts = value.split('.');
    if (parts.length < least) return null;
    const at = (place: number | undefined): string | undefined => (place === undefined ? undefined : parts[place]);
    return says({
      firstVisit: time(at(places.firstVisit), unit),
      previousVisit: time(at(places.previousVisit), unit),
      lastVisit: time(at(places.lastVisit), unit),
      visits: count(at(places.visits)),
    });
  };
}

/** The first visit, as a pattern's only group. */
function firstVisit(pattern: RegExp, unit: 1 | 1000): Read {
  return (value) => says({ firstVisit: time(pattern.exec(value)?.[1], unit) });
}

/** Google Analytics' cookie for one property: `GS1.1.<session>.<count>.<engaged>.<last>`, `GS2.1.s<session>$o<count>$…$t<last>`. */
function googleSession(value: string): CookieSays | null {
  const [, version, rest = ''] = /^GS([12])\.\d\.(.*)$/u.exec(value) ?? [];
  if (version === undefined) return null;
  if (version === '1') {
    const [, visits, , last] = rest.split('.');
    return says({ visits: count(visits), lastVisit: time(last, 1000) });
  }
  const of = (letter: string): string | undefined =>
    rest
      .split('$')
      .find((piece) => piece.startsWith(letter))
      ?.slice(1);
  return says({ visits: count(of('o')), lastVisit: time(of('t'), 1000) });
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;
}

/** JSON, or base64 of it, with these names. */
function named(names: { readonly [Key in keyof CookieSays]: string }, unit: 1 | 1000 = 1): Read {
  return (value) => {
    const opened = openText(value);
    const of = (name: string | undefined): string | undefined =>
      name === undefined ? undefined : text(own(opened, name));
    return says({
      firstVisit: time(of(names.firstVisit), unit),
      previousVisit: time(of(names.previousVisit), unit),
      lastVisit: time(of(names.lastVisit), unit),
      visits: count(of(names.visits)),
    });
  };
}

/** Which cookies say what, by their makers' own scripts and documents. */
const COOKIES: readonly (readonly [name: RegExp, read: Read])[] = [
  [/^_ga$/u, firstVisit(/^GA\d\.[\d-]+\.\d+\.(\d{10})$/u, 1000)],
  [/^_ga_[A-Z\d]+$/u, googleSession],
  [/^_gcl_au$/u, firstVisit(/^1\.\d\.\d+\.(\d{10})$/u, 1000)],
  [/^__utma$/u, dotted({ firstVisit: 2, previousVisit: 3, lastVisit: 4, visits: 5 }, { unit: 1000, least: 6 })],
  [/^_fb[pc]$/u, firstVisit(/^fb\.\d\.(\d{13})\./u, 1)],
  [/^__hstc$/u, dotted({ firstVisit: 2, previousVisit: 3, lastVisit: 4, visits: 5 }, { unit: 1, least: 6 })],
  [/^_pk_id\./u, dotted({ firstVisit: 1, visits: 2, lastVisit: 3, previousVisit: 4 }, { unit: 1000, least: 2 })],
  [/^_?sp_id\./u, dotted({ firstVisit: 1, visits: 2, lastVisit: 3, previousVisit: 4 }, { unit: 1000, least: 5 })],
  [/^_rdt_uuid$/u, firstVisit(/^(\d{13})\./u, 1)],
  [/^_twpid$/u, firstVisit(/^tw\.(\d{13})\./u, 1)],
  [/^__qca$/u, firstVisit(/^P\d-[^-]+-(\d{13})$/u, 1)],
  [/^_ym_d$/u, firstVisit(/^(\d{10})$/u, 1000)],
  [/^_ym_uid$/u, firstVisit(/^(\d{10})\d{6,10}$/u, 1000)],
  [/^optimizelyEndUserId$/u, firstVisit(/^oeu(\d{13})r/u, 1)],
  [/^_mkto_trk$/u, firstVisit(/token:_mch-[^-]*-(\d{13})-/u, 1)],
  [/^_hjSessionUser_\d+$/u, named({ firstVisit: 'created' })],
  [/^AMP_[a-z\d]{10}$/iu, named({ lastVisit: 'lastEventTime' })],
  [/^_parsely_visitor$/u, named({ visits: 'session_count', lastVisit: 'last_session_ts' })],
  [/^_parsely_session$/u, named({ visits: 'sid', lastVisit: 'sts', previousVisit: 'slts' })],
  [/^_dd_s$/u, firstVisit(/(?:^|&)created=(\d{13})(?:&|$)/u, 1)],
  [/^_vis_opt_s$/u, (value) => says({ visits: count(/^(\d+)\|/u.exec(value)?.[1]) })],
  [/^utag_main$/u, (value) => says({ visits: count(/(?:^|\$)_sn:(\d+)/u.exec(value)?.[1]) })],
  [/^utag_main__sn$/u, (value) => says({ visits: count(/^(\d+)/u.exec(value)?.[1]) })],
];

/** A cookie ends at 4 KB. */
const LENGTH = 4096;

/** What a cookie of this name and value says itself of visits; `null`: nothing that is known. */
export function cookieSays(name: string, value: string): CookieSays | null {
  const read = COOKIES.find(([pattern]) => pattern.test(name))?.[1];
  return read === undefined || value.length > LENGTH ? null : read(decodePercent(value));
}
