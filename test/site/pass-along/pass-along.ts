import { randomBytes } from 'node:crypto';
import { setCookieLine } from '../cookie-header.ts';
import {
  fileReply,
  htmlReply,
  nothing,
  redirect,
  withHeaders,
  type DemoSite,
  type Exchange,
  type Reply,
} from '../exchange.ts';
import { html } from '../html.ts';
import { siteFile } from '../page-files.ts';
import { logged, type LoggedRequest } from '../request-log.ts';
import { carriedOn, COMPANIES, inTwelveForms, without, type Planned } from './plan.ts';

/** Gives a number, and has its pages send it on. */
export const FIRST_LEG = 'first-leg.example';
/** Is handed the number in a link, and sends it on, too. */
export const SECOND_LEG = 'second-leg.example';

/** A company that web sockets can be opened to. */
export const LIVE: string = COMPANIES.Snapchat;

const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** Mixed case, so that another case is another text. */
function newNumber(): string {
  return Array.from(randomBytes(22), (byte) => SIGNS[byte % SIGNS.length]).join('');
}

function page(title: string, planned: readonly Pick<Planned, 'url' | 'body' | 'by'>[], link: string): Reply {
  const plan = { markup: JSON.stringify(planned).replaceAll('<', String.raw`\u003c`) };
  return htmlReply(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>${title}</title>
        </head>
        <body>
          <h1>${title}</h1>
          <a href="${link}">On to the next</a>
          <script id="plan" type="application/json">
            ${plan}
          </script>
          <script src="/pass-along.js"></script>
        </body>
      </html>`,
  );
}

/** Two sites that pass a number on, and the companies that get it. */
export interface PassAlong {
  readonly sites: readonly DemoSite[];
  /** Numbers as they were given, the latest last. */
  readonly given: readonly string[];
  /** Takes what goes into a web socket of a company. */
  readonly message: (text: string) => void;
  /** What arrived at the companies. */
  readonly arrived: readonly LoggedRequest[];
}

function shared({ url }: Exchange): Reply | undefined {
  if (url.pathname === '/favicon.ico') return nothing();
  return url.pathname === '/pass-along.js'
    ? fileReply('text/javascript', siteFile('page/pass-along.js'), 'no-store')
    : undefined;
}

/** Makes them. */
export function createPassAlong(): PassAlong {
  const given: string[] = [];
  const arrived: LoggedRequest[] = [];
  const first: DemoSite = {
    hosts: [FIRST_LEG],
    log: () => given,
    answer: (exchange) => {
      const known = exchange.cookies.get('leg_visitor');
      const number = known ?? newNumber();
      if (known === undefined) given.push(number);
      const { pathname } = exchange.url;
      const planned =
        pathname === '/pass' ? inTwelveForms(number) : pathname === '/control' ? without(number, 1000) : [];
      const away = pathname === '/away' ? redirect(exchange.url.searchParams.get('to') ?? '/') : undefined;
      const answered =
        away ??
        shared(exchange) ??
        page('The first leg', planned, `https://${SECOND_LEG}/?visitor=${number}&gclid=Cj0KCQiA5rGuBhCnARIsAN11vgR`);
      return withHeaders(answered, [['Set-Cookie', setCookieLine('leg_visitor', number, { days: 365 })]]);
    },
  };
  const second: DemoSite = {
    hosts: [SECOND_LEG],
    log: () => [],
    answer: (exchange) => {
      const number = exchange.url.searchParams.get('visitor');
      const planned = number === null ? [] : carriedOn(number);
      return shared(exchange) ?? page('The second leg', planned, `https://${FIRST_LEG}/`);
    },
  };
  const companies: DemoSite = {
    hosts: Object.values(COMPANIES),
    log: () => arrived,
    answer: (exchange) => {
      arrived.push(logged(exchange));
      return fileReply('text/plain', 'ok', 'no-store');
    },
  };
  return { sites: [first, second, companies], given, arrived, message: () => undefined };
}
