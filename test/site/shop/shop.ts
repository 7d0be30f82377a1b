import { setCookieLine } from '../cookie-header.ts';
import { answerReport, countPage, countRequest, isPage, recognise, REPORTS, type Visitor } from '../counted.ts';
import { fileReply, nothing, withHeaders, type DemoSite, type Exchange, type Header, type Reply } from '../exchange.ts';
import { packageFile, siteFile } from '../page-files.ts';
import { sectionOf } from '../sections.ts';
import { createVisitorLog, recordOf, recordSearch, visitorOf, type VisitorLog } from '../visitor-log.ts';
import { accountPage, csrfLine, csrfOf, isOurForm, signedIn, signIn, signOut, type Sessions } from './account.ts';
import { addToCart, cartOf, cartPage } from './cart.ts';
import { isPlain, type ShopView } from './layout.ts';
import { orderPage, placeOrder, thanksPage, type Orders } from './order.ts';
import {
  byAddressPage,
  departmentPage,
  homePage,
  missingPage,
  plainPage,
  productPage,
  searchPage,
  strangeFormPage,
  supportPage,
} from './pages.ts';
import { FIRST_POLICY, policyPage } from './policy.ts';
import { productOf, searchTerm } from './products.ts';
import { storiesPage } from './stories.ts';
import { trendsPage } from './trends.ts';

/** The shop, with what can be read and changed from outside. */
export interface Shop extends DemoSite {
  readonly visitors: VisitorLog;
  readonly setPolicy: (text: string) => void;
}

interface State {
  readonly log: VisitorLog;
  readonly sessions: Sessions;
  readonly orders: Orders;
  policy: string;
}

const LANGUAGE_DAYS = 365;

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="#5b3a29"/><circle cx="16" cy="16" r="5" fill="#f4ede3"/></svg>';

/** Files the shop serves beside its pages. */
const FILES = new Map<string, () => Reply>([
  ['/style.css', () => fileReply('text/css', siteFile('page/style.css'))],
  ['/shop.css', () => fileReply('text/css', siteFile('page/shop.css'))],
  ['/icon.svg', () => fileReply('image/svg+xml', ICON)],
  ['/favicon.ico', () => nothing()],
  ['/script/stay.js', () => fileReply('text/javascript', siteFile('page/stay.js'))],
  ['/script/stories.js', () => fileReply('text/javascript', siteFile('page/stories.js'))],
  ['/script/numbers.js', () => fileReply('text/javascript', siteFile('page/numbers.js'))],
  ['/script/sdks.js', () => fileReply('text/javascript', siteFile('page/sdks.js'))],
  ['/vendor/posthog.js', () => fileReply('text/javascript', packageFile('posthog-js/dist/array.no-external.js'))],
  [
    '/vendor/snowplow.js',
    () => fileReply('text/javascript', packageFile('@snowplow/browser-tracker/dist/index.umd.min.js')),
  ],
]);

/** The page at an address, a language prefix left out. */
function page(exchange: Exchange, view: ShopView, state: State): Reply {
  const [section, item] = exchange.url.pathname.split('/').slice(1);
  switch (section) {
    case '':
      return homePage(view);
    case 'hi-fi': {
      const product = productOf(item ?? '');
      if (product !== undefined) return productPage(view, product);
      return item === undefined || item === '' ? departmentPage(view) : missingPage(view);
    }
    case 'support':
      return supportPage(view, item);
    case 'stories':
      return storiesPage(view, item === '' ? undefined : item) ?? missingPage(view);
    case 'search':
      return searchPage(view);
    case 'cart':
      return cartPage(view, cartOf(exchange));
    case 'order':
      return item === 'thank-you'
        ? thanksPage(view, state.orders, exchange.url.searchParams.get('order') ?? '')
        : orderPage(view, cartOf(exchange));
    case 'your-account':
      return accountPage(view);
    case 'privacy-policy':
      return policyPage(view, state.policy);
    case 'trends':
      return trendsPage(view, state.log, exchange.at);
    case 'sp-get':
      return byAddressPage(view);
    case 'plain':
      return plainPage(view);
    case 'de':
    case 'en-gb':
      return page(withoutPrefix(exchange), view, state);
    case undefined:
    default:
      return missingPage(view);
  }
}

function withoutPrefix(exchange: Exchange): Exchange {
  const url = new URL(exchange.url);
  url.pathname = `/${url.pathname.split('/').slice(2).join('/')}`;
  return { ...exchange, url };
}

/** What a form does. */
function post(exchange: Exchange, visitor: Visitor, state: State): Reply {
  const record = visitor.isNew ? undefined : visitorOf(state.log, visitor.number);
  const { pathname } = exchange.url;
  if (pathname === '/cart') return addToCart(exchange);
  if (!isOurForm(exchange)) return strangeFormPage(viewOf(exchange, visitor, state));
  if (pathname === '/order') return placeOrder(exchange, cartOf(exchange), { orders: state.orders, record });
  if (pathname === '/your-account/sign-in') return signIn(exchange, state.sessions, record);
  if (pathname === '/your-account/sign-out') return signOut(exchange, state.sessions);
  return missingPage(viewOf(exchange, visitor, state));
}

function viewOf(exchange: Exchange, { number }: Visitor, state: State): ShopView {
  const { pathname, searchParams } = exchange.url;
  return {
    number,
    path: pathname,
    inCart: cartOf(exchange).length,
    signedIn: signedIn(exchange, state.sessions),
    csrf: csrfOf(exchange),
    term: sectionOf(pathname) === 'Search' ? searchTerm(searchParams.get('q') ?? '') : '',
  };
}

/** A page with all that goes with it: cookies, the count, the search. */
function answerPage(exchange: Exchange, visitor: Visitor, state: State): Reply {
  const view = viewOf(exchange, visitor, state);
  const reply = exchange.method === 'POST' ? post(exchange, visitor, state) : page(exchange, view, state);
  if (!isPage(exchange, reply)) {
    countRequest(exchange, { log: state.log, visitor });
    return reply;
  }
  if (isPlain(view.path)) return answerPlain(exchange, reply, visitor, state);
  const counted = countPage(exchange, reply, { log: state.log, visitor });
  if (view.term !== '') recordSearch(recordOf(state.log, visitor.number, exchange.at), view.term, exchange.at);
  const cookies: Header[] = [
    ['Set-Cookie', setCookieLine('lang', 'en', { days: LANGUAGE_DAYS })],
    ['Set-Cookie', csrfLine(view.csrf)],
  ];
  return withHeaders(counted, cookies);
}

/** A plain page counts under a number that is already there, and sets none. */
function answerPlain(exchange: Exchange, reply: Reply, visitor: Visitor, { log }: State): Reply {
  if (!visitor.isNew) countPage(exchange, reply, { log, visitor });
  return reply;
}

/** Halden Audio: a small shop that does exactly what its privacy policy says. */
export function createShop(): Shop {
  const log = createVisitorLog('halden-audio.example', 'hvid');
  const state: State = { log, sessions: new Map(), orders: new Map(), policy: FIRST_POLICY };
  return {
    hosts: ['halden-audio.example'],
    visitors: log,
    setPolicy: (text) => {
      state.policy = text;
    },
    log: () => log,
    answer: (exchange) => {
      const visitor = recognise(exchange, log);
      const file = FILES.get(exchange.url.pathname);
      if (file === undefined && !REPORTS.has(exchange.url.pathname)) return answerPage(exchange, visitor, state);
      countRequest(exchange, { log, visitor });
      return file?.() ?? answerReport(exchange, { log, visitor });
    },
  };
}
