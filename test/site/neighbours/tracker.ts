import { randomBytes } from 'node:crypto';
import { setCookieLine } from '../cookie-header.ts';
import { fileReply, htmlReply, jsonBody, nothing, withHeaders } from '../exchange.ts';
import type { DemoSite, Exchange, Header, Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { siteFile } from '../page-files.ts';
import { logged, type LoggedRequest, type RequestLog } from '../request-log.ts';
import { squarePng } from './cdn.ts';

/** One number of the third party, and the sites it saw it on. */
interface TrackedNumber {
  readonly number: string;
  /** The cookie's name, or `bb.uid` in the web storage of its frame. */
  readonly name: string;
  /** ms since the epoch by the sites' clock. */
  readonly since: number;
  /** Hosts of the pages that the requests came from, in the order they were first seen. */
  readonly sites: string[];
  /** Requests that carried it. */
  requests: number;
}

/** What the third party wrote down. */
export interface TrackerLog {
  readonly numbers: readonly TrackedNumber[];
  readonly requests: RequestLog;
}

const DOMAIN = 'bluebird-metrics.example';
const YEAR = 365;
const ID = /^[\da-f]{32}$/u;
const TERMS = { days: YEAR, crossSite: true } as const;

/** The third party's cookies: one for all sites and hosts, one that browsers keep apart for each site, one for bounces. */
const COOKIES = {
  bbid: { ...TERMS, domain: DOMAIN },
  '__Host-bbp': { ...TERMS, partitioned: true },
  bbr: { ...TERMS, domain: DOMAIN },
} as const;

type CookieName = keyof typeof COOKIES;

const PIXEL_COOKIES: readonly CookieName[] = ['bbid', '__Host-bbp'];

interface State {
  readonly numbers: TrackedNumber[];
  readonly requests: LoggedRequest[];
}

function note(state: State, seen: { number: string; name: string; site: string; at: number }): TrackedNumber {
  const held = state.numbers.find(({ number, name }) => number === seen.number && name === seen.name);
  const known = held ?? { number: seen.number, name: seen.name, since: seen.at, sites: [], requests: 0 };
  if (held === undefined) state.numbers.push(known);
  if (seen.site !== '' && !known.sites.includes(seen.site)) known.sites.push(seen.site);
  return known;
}

function siteOf(exchange: Exchange): string {
  const referrer = exchange.headers.referer ?? '';
  return URL.canParse(referrer) ? new URL(referrer).hostname : '';
}

/** Files the cookies a request carries, and gives a number for each name where it carries none. */
function countNumbers(exchange: Exchange, names: readonly CookieName[], state: State): readonly Header[] {
  const lines: Header[] = [];
  const site = siteOf(exchange);
  for (const name of names) {
    const carried = exchange.cookies.get(name) ?? '';
    const value = ID.test(carried) ? carried : randomBytes(16).toString('hex');
    const record = note(state, { number: value, name, site, at: exchange.at });
    if (value === carried) record.requests += 1;
    else lines.push(['Set-Cookie', setCookieLine(name, value, COOKIES[name])]);
  }
  return lines;
}

/** `/hop?n=3`: to the other host, one fewer to go, and at last to the pixel, or to `to` where that is a demo page. */
function hop(exchange: Exchange, state: State): Reply {
  const { url } = exchange;
  const left = Math.min(Number(url.searchParams.get('n') ?? '1') || 1, 9);
  const host = url.hostname.startsWith('r.') ? `px.${DOMAIN}` : `r.${DOMAIN}`;
  const to = url.searchParams.get('to') ?? '';
  const end =
    URL.canParse(to) && new URL(to).hostname.endsWith('.example') ? to : `https://px.${DOMAIN}/p.gif?site=hop`;
  const next = new URL(`https://${host}/hop`);
  next.searchParams.set('n', String(left - 1));
  if (to !== '') next.searchParams.set('to', to);
  const location: Header = ['Location', left <= 1 ? end : next.href];
  const cookies = left === 2 ? countNumbers(exchange, ['bbr'], state) : [];
  return { status: 302, headers: [location, ['Cache-Control', 'no-store'], ...cookies], body: '' };
}

function frame(exchange: Exchange, state: State): Reply {
  const content = html`<!doctype html><title>Bluebird</title>
    <meta name="color-scheme" content="light dark" />
    <style>
      p {
        margin: 0;
        font: 14px sans-serif;
      }
    </style>
    <p>Bluebird counts.</p>
    <script src="/frame.js"></script>`;
  return htmlReply(content, 200, countNumbers(exchange, PIXEL_COOKIES, state));
}

/** The frame's script says which number it keeps in its web storage, and where it runs. */
function storedNumber(exchange: Exchange, state: State): Reply {
  const asked = jsonBody(exchange);
  if (typeof asked !== 'object' || asked === null || !('number' in asked) || !('site' in asked)) return nothing(400);
  const record = note(state, {
    number: String(asked.number),
    name: 'bb.uid',
    site: String(asked.site),
    at: exchange.at,
  });
  record.requests += 1;
  return nothing();
}

/** Bluebird Metrics: a third party that numbers the visitors of every site that asks it to. */
export function createTracker(): DemoSite & { readonly tracked: TrackerLog } {
  const state: State = { numbers: [], requests: [] };
  const pixel = squarePng(1, [255, 255, 255]);
  return {
    hosts: [`px.${DOMAIN}`, `frame.${DOMAIN}`, `r.${DOMAIN}`],
    tracked: state,
    log: () => ({ site: DOMAIN, ...state }),
    answer: (exchange) => {
      state.requests.push(logged(exchange));
      switch (exchange.url.pathname) {
        case '/p.gif':
          return withHeaders(fileReply('image/png', pixel, 'no-store'), countNumbers(exchange, PIXEL_COOKIES, state));
        case '/hop':
          return hop(exchange, state);
        case '/frame':
          return frame(exchange, state);
        case '/frame.js':
          return fileReply('text/javascript', siteFile('page/frame.js'), 'no-store');
        case '/uid':
          return storedNumber(exchange, state);
        default:
          return nothing(404);
      }
    },
  };
}
