import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { TCString } from '@iabtechlabtcf/core';
import { setCookieLine } from '../cookie-header.ts';
import type { Exchange, Header } from '../exchange.ts';
import type { Pressed, ShopDeed } from './shop-log.ts';

/** Which of the shops: what it does about consent. */
export type Manner = 'lying' | 'honest' | 'clumsy';

/** What a shop does about one cookie: sets it, or deletes it. */
interface Cookie {
  readonly name: string;
  /** `null`: it is deleted. */
  readonly value: string | null;
  /** `null`: for the browser session. */
  readonly days: number | null;
  readonly httpOnly?: true;
}

/** Google Analytics' number, as its own script makes one. */
function googleNumber(at: number): string {
  return `GA1.1.${randomInt(100_000_000, 2_147_483_647)}.${Math.floor(at / 1000)}`;
}

const COUNTED = '_ga';
/** The longest that browsers keep a cookie. The banner declares 30 days. */
const LYING_DAYS = 400;
const DECLARED_DAYS = 30;

function isGpc({ headers }: Exchange): boolean {
  return headers['sec-gpc'] === '1';
}

/** What a shop cannot do without: none of it is for anything but to work. */
function necessary({ cookies }: Exchange): readonly Cookie[] {
  const all: readonly Cookie[] = [
    { name: 'sid', value: randomBytes(16).toString('hex'), days: null, httpOnly: true },
    { name: 'cart', value: randomUUID(), days: 7 },
    { name: 'csrf', value: randomBytes(16).toString('hex'), days: null },
    { name: 'AWSALB', value: randomBytes(96).toString('base64'), days: 7 },
    {
      name: 'cookieyes-consent',
      value: `consentid:${randomBytes(24).toString('base64')},consent:,action:,necessary:yes,analytics:no,advertisement:no`,
      days: 365,
    },
  ];
  return all.filter(({ name }) => !cookies.has(name));
}

/** What goes with a page, before and after any choice. */
export function withPage(manner: Manner, exchange: Exchange): readonly Cookie[] {
  const { cookies, at } = exchange;
  // Who signals an opt-out is in the United States, as far as a shop can tell.
  const signal = (value: string): readonly Cookie[] =>
    isGpc(exchange) && cookies.get('us_privacy') !== value ? [{ name: 'us_privacy', value, days: 365 }] : [];
  switch (manner) {
    case 'lying': {
      const counted = cookies.has(COUNTED) ? [] : [{ name: COUNTED, value: googleNumber(at), days: LYING_DAYS }];
      return [...counted, ...signal('1YNN')];
    }
    case 'honest':
      return signal('1YYN');
    case 'clumsy':
      return necessary(exchange);
  }
}

/** Whether a TC string allows to count visits. */
function allowsCounting(text: string): boolean {
  const { purposeConsents } = TCString.decode(text);
  return [1, 8, 9].every((purpose) => purposeConsents.has(purpose));
}

/** What goes with the answer to a choice. */
export function withChoice(
  manner: Manner,
  { cookies, at }: Exchange,
  { pressed, text }: { readonly pressed: Pressed; readonly text: string },
): readonly Cookie[] {
  const isThere = cookies.has(COUNTED);
  const deleted: Cookie = { name: COUNTED, value: null, days: null };
  switch (manner) {
    // Until the next page.
    case 'lying':
      return pressed === 'reject' && isThere ? [deleted] : [];
    case 'honest':
      if (!allowsCounting(text)) return isThere ? [deleted] : [];
      return isThere ? [] : [{ name: COUNTED, value: googleNumber(at), days: DECLARED_DAYS }];
    case 'clumsy':
      return [];
  }
}

/** The line for each cookie. */
export function linesOf(all: readonly Cookie[]): readonly Header[] {
  return all.map(({ name, value, days, httpOnly }) => {
    const terms = { ...(value === null ? { days: 0 } : days === null ? {} : { days }), ...(httpOnly && { httpOnly }) };
    return ['Set-Cookie', setCookieLine(name, value ?? '', terms)];
  });
}

/** What a shop writes down of its cookies. */
export function deedsOf(all: readonly Cookie[], at: number): readonly ShopDeed[] {
  return all.map(({ name, value, days }) =>
    value === null ? { at, did: 'deleted', name } : { at, did: 'set', name, value, days },
  );
}

/** What a shop writes down of a page. */
export function pageDeed(exchange: Exchange): ShopDeed {
  return { at: exchange.at, did: 'page', path: exchange.url.pathname, gpc: isGpc(exchange) };
}
