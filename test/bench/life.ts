import type { Carried, LedgerEvent } from '#core/event.ts';
import { type Domain, domainOf } from '#core/site.ts';
import { addressOf } from '#decode/address.ts';
import { pageEvents } from '#observe/pages.ts';
import { seenEvent, sightingOf, UNKNOWN } from '#observe/sighting.ts';
import { cookieOf } from '../support/fakes/set-cookie.ts';

/** Somebody who comes back to a site day after day, all along under the same numbers. */
export interface Life {
  readonly domain: Domain;
  /** The browser's name of its ordinary cookie store. */
  readonly store: string;
  /** Lines of the record, shown or only remembered. */
  readonly lines: number;
  /** When the last of it happened, in ms since the epoch. */
  readonly end: number;
}

/** The number the site knows them by. */
export const NUMBER = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';

/** So many lines a year come to what one site may keep at most. */
const BETWEEN = (365 * 86_400_000) / 20_000;

const KEPT = 'Path=/; Max-Age=34560000';
const METRICS = 'https://px.bluebird-metrics.example/p.gif';

/** What the site stores: its own number, a product's beside it, another company's, and what is no number. */
const LINES = [
  { name: 'hvid', line: `hvid=${NUMBER}; ${KEPT}; SameSite=Lax` },
  { name: '_ga', line: `_ga=GA1.1.1840229951.1764000000; ${KEPT}` },
  {
    name: 'bbid',
    line: `bbid=5d1f0c7e9a3b4c288e6f2b7d90a1c4e3; ${KEPT}; Domain=bluebird-metrics.example; SameSite=None; Secure`,
    from: METRICS,
  },
  { name: 'lang', line: `lang=en; ${KEPT}` },
  { name: 'csrf', line: 'csrf=9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d; Path=/; HttpOnly' },
  { name: 'theme', line: `theme=dark; ${KEPT}` },
] as const;

/** What a page asks others for, and what goes with it. */
const ASKED = [
  { url: `${METRICS}?site=shop&page=1`, name: 'bbid', as: 'cookie' },
  { url: 'https://www.measure-all.example/g/collect?v=2&cid=1840229951.1764000000', name: '_ga', as: 'address' },
  { url: 'https://ads.highstreet-media.example/bid?slot=top&uid=x', name: 'hvid', as: 'address' },
  { url: 'https://pixel.plain-social.example/tr?id=4711&ev=PageView', name: '_ga', as: 'address' },
] as const;

const PLACES = ['/hi-fi/model-', '/stories/part-', '/support/question-', '/account/orders-', '/hi-fi/cables/'];

/** Visible time on each page, ms. */
const STAY = 42_000;

/** One visit: the page, what it asks, how long it stayed open, and that it was left. */
function* visit({ domain, store }: Life, { place, at, searched }: { place: number; at: number; searched: boolean }) {
  const page = `${domain}/page ${place}`;
  const shared = { domain, store };
  const path = `${PLACES[place % PLACES.length]}${place % 12}`;
  const url = `https://${domain}${searched ? `/search?q=words+of+search+${place % 40}` : path}`;
  const context = { tab: 1, store };
  yield* pageEvents({ type: 'page-opened', id: page, page, at, url, how: 'load' }, context);
  const asks = [{ url: `https://${domain}/style.css`, name: 'hvid', as: 'cookie' } as const, ...ASKED];
  for (const [index, { url: asked, name, as }] of asks.entries()) {
    const { identifier } = cookieNamed(name, { domain, store, at });
    const carried: Carried = { identifier, as, parameter: as === 'address' ? 'cid' : null };
    const [recipient, address] = [domainOf(asked), addressOf(asked)];
    if (recipient === undefined || address === null) throw new Error(`${asked} is no address`);
    const request = { method: 'GET', resource: 'image', tab: 1, recipient, address, carried: [carried] };
    yield {
      ...shared,
      type: 'request-sent',
      id: `${page}/asked ${index}`,
      at: at + 200 + index,
      ...request,
    } as const;
  }
  const left = { id: `${page}/left`, page, at: at + STAY, url, milliseconds: STAY, title: `Page ${place}`, over: true };
  yield* pageEvents({ type: 'time-spent', ...left }, context);
}

function cookieNamed(name: string, { domain, store, at }: { domain: Domain; store: string; at: number }) {
  const found = LINES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no cookie ${name}`);
  return cookieOf(found.line, { url: 'from' in found ? found.from : `https://${domain}/`, at, store });
}

/** How many lines of the record an event gives: a page that shows what was searched for gives two. */
function linesOf(event: LedgerEvent): number {
  switch (event.type) {
    case 'page-visited':
      return event.search === null ? 1 : 2;
    case 'number-seen':
      return event.sighting.verdict.kind === 'random-id' ? 1 : 0;
    case 'request-sent':
      return event.recipient === event.domain ? 0 : 1;
    case 'time-spent':
      return 1;
    case 'number-set-by':
    case 'number-gone':
    case 'page-left':
    case 'asked-without':
    case 'given':
    case 'banner':
    case 'choice-found':
    case 'choice-stored':
    case 'gpc-sent':
    case 'acted':
      return 0;
  }
}

/** Lines that a visit gives at most. */
const MOST = 7;

/** All that happened, oldest first, as the ledger is told it. */
export function* eventsOf(life: Life): Generator<LedgerEvent> {
  const { domain, store, lines, end } = life;
  const begin = end - lines * BETWEEN;
  let told = 0;
  for (const { name } of LINES) {
    const cookie = cookieNamed(name, { domain, store, at: begin });
    const sighting = sightingOf(cookie, {
      domain,
      now: begin,
      setBy: { how: 'response', basis: 'inferred' },
      about: UNKNOWN,
    });
    const event = seenEvent(sighting, { id: `${domain}/seen ${name}`, at: begin, domain });
    told += linesOf(event);
    yield event;
  }
  for (let place = 1; told < lines; place += 1) {
    const at = begin + told * BETWEEN;
    for (const event of visit(life, { place, at, searched: place % 3 === 0 && lines - told >= MOST })) {
      told += linesOf(event);
      yield event;
      if (told >= lines) return;
    }
  }
}
