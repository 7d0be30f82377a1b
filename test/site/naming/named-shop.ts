import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setCookieLine } from '../cookie-header.ts';
import {
  fileReply,
  htmlReply,
  jsonReply,
  nothing,
  redirect,
  withHeaders,
  type DemoSite,
  type Exchange,
  type Reply,
} from '../exchange.ts';
import { html, NOTHING, type Markup } from '../html.ts';
import { simplePage } from '../neighbours/counted-site.ts';
import { packageFile, packagePath, siteFile, sitePath } from '../page-files.ts';
import { logged, type LoggedRequest } from '../request-log.ts';
import { bundle } from '../street/bundle.ts';
import { STREET } from '../street/sdks.ts';
import { CUSTOMER, OTHERS } from './parties.ts';

/** A shop that tells everybody who its customers are. */
export const NAMED_SHOP = 'named-shop.example';
/** The same shop, whose pages hold somebody else's address in their text, and whose scripts take that. */
export const READING_SHOP = 'reading-shop.example';
/** Where persons may sign in instead. */
export const ELSEWHERE = 'accounts-elsewhere.example';

const NUMBER = 'shop_visitor';
const SCRIPTS = ['segment', 'mixpanel', 'posthog', 'countly'] as const;
const MODULES = ['alloy', 'mparticle', 'sentry'] as const;

/** What the shop's page holds of somebody, for its scripts. */
function customer({ email, phone }: { readonly email: string; readonly phone: string }): Markup {
  const sha256 = createHash('sha256').update(email.toLowerCase()).digest('hex');
  const json = JSON.stringify({ email, phone, sha256 });
  return html`<script id="customer" type="application/json">
      ${{ markup: json }}
    </script>
    ${{ markup: `<script>const customer = ${json};</script>` }}
    ${SCRIPTS.map((name) => html`<script src="/${name}.js" defer></script>`)}
    <script src="/sdks.js" type="module"></script>
    <script src="/tags.js" type="module"></script>`;
}

interface ShopPage {
  readonly title: string;
  readonly content: Markup;
  /** Whom it holds, if anybody. */
  readonly holds?: { readonly email: string; readonly phone: string };
}

function page({ url }: Exchange, { title, content, holds }: ShopPage): Reply {
  const reads = url.hostname === READING_SHOP;
  const whom = reads && holds !== undefined ? OTHERS : holds;
  const sends = reads ? JSON.stringify({ text: `Write to ${OTHERS.email}`, contact: OTHERS.email }) : '';
  const others = html`${whom === undefined ? NOTHING : customer(whom)}
    ${{ markup: sends === '' ? '' : `<script>document.body.dataset['sends'] = ${JSON.stringify(sends)};</script>` }}
    <script src="/shop.js" type="module"></script>`;
  const text = reads ? html`<p>Questions? Write to ${OTHERS.email} or call ${OTHERS.phone}.</p>` : NOTHING;
  const letters = html`<form id="letters" method="post" action="/letters">
    <label>Letters by e-mail <input name="email" type="email" autocomplete="email" /></label>
    <button>Send me letters</button>
  </form>`;
  return htmlReply(
    simplePage({
      site: 'Named shop',
      title,
      links: [['/order', 'Order']],
      content: html`${content}${text}${letters}`,
      others,
    }),
  );
}

function field(label: string, name: string, autocomplete: string, type = 'text'): Markup {
  return html`<p>
    <label>${label} <input name="${name}" type="${type}" autocomplete="${autocomplete}" /></label>
  </p>`;
}

const SIGN_UP = html`<h1>Open an account</h1>
  <form id="sign-up" method="post" action="/sign-up">
    ${field('Name', 'name', 'name')} ${field('E-mail', 'email', 'email', 'email')}
    ${field('Phone', 'phone', 'tel', 'tel')} ${field('Password', 'password', 'new-password', 'password')}
    <button>Open it</button>
  </form>`;

const ORDER = html`<h1>Order</h1>
  <form id="order" method="post" action="/order">
    ${field('Street', 'street', 'street-address')} ${field('Postcode', 'postcode', 'postal-code')}
    ${field('City', 'city', 'address-level2')} ${field('Card number', 'card', 'cc-number')}
    ${field('Valid until', 'until', 'cc-exp')} ${field('Security code', 'code', 'cc-csc')}
    <button>Order</button>
  </form>`;

async function fileOf(path: string): Promise<string | undefined> {
  const name = /^\/([\w-]+)\.js$/u.exec(path)?.[1];
  if (name === 'shop' || name === 'sdks') return siteFile(`page/naming/${name}.js`);
  if (name === 'tags') return await bundle(sitePath('page/naming/tags.js'));
  const script = SCRIPTS.find((one) => one === name);
  if (script !== undefined) return packageFile(STREET[script].shipped.path);
  const ours = MODULES.find((one) => one === name);
  return ours === undefined ? undefined : await bundle(packagePath(STREET[ours].shipped.path));
}

function answerPage(exchange: Exchange): Reply {
  const { url, method } = exchange;
  switch (`${method} ${url.pathname}`) {
    case 'GET /':
      return page(exchange, { title: 'Welcome', content: html`<h1>Good morning</h1>` });
    case 'GET /sign-up':
      return page(exchange, { title: 'Open an account', content: SIGN_UP });
    case 'POST /sign-up':
      return redirect('/welcome');
    case 'GET /welcome':
      return page(exchange, { title: 'Your account', content: html`<h1>It is yours</h1>`, holds: CUSTOMER });
    case 'GET /order':
      return page(exchange, { title: 'Order', content: ORDER });
    case 'POST /order':
      return redirect('/thanks?order=N-1042');
    case 'GET /thanks':
      return page(exchange, { title: 'Thank you', content: html`<h1>Thank you</h1>`, holds: CUSTOMER });
    case 'GET /sign-in': {
      const to = `https://${ELSEWHERE}/authorize?state=${randomUUID()}&back=${url.hostname}`;
      return page(exchange, {
        title: 'Sign in',
        content: html`<h1>Sign in</h1>
          <a id="elsewhere" href="${to}">Elsewhere</a>`,
      });
    }
    case 'GET /back':
      return redirect('/', [['Set-Cookie', setCookieLine('session', randomUUID(), { httpOnly: true })]]);
    default:
      return nothing(404);
  }
}

/** Two shops, where persons sign in elsewhere, and advertisers. */
export interface Naming {
  readonly sites: readonly DemoSite[];
  /** What arrived at the advertisers and the letters' sender. */
  readonly arrived: readonly LoggedRequest[];
}

export function createNaming(): Naming {
  const arrived: LoggedRequest[] = [];
  const shop: DemoSite = {
    hosts: [NAMED_SHOP, READING_SHOP],
    log: () => [],
    answer: async (exchange) => {
      const file = await fileOf(exchange.url.pathname);
      if (file !== undefined) return fileReply('text/javascript', file);
      const number = exchange.cookies.get(NUMBER) ?? randomBytes(16).toString('hex');
      return withHeaders(answerPage(exchange), [['Set-Cookie', setCookieLine(NUMBER, number, { days: 365 })]]);
    },
  };
  const elsewhere: DemoSite = {
    hosts: [ELSEWHERE],
    log: () => [],
    answer: ({ url }) => {
      const back = `https://${url.searchParams.get('back') ?? NAMED_SHOP}/back`;
      return redirect(`${back}?code=${randomUUID()}&state=${url.searchParams.get('state') ?? ''}`);
    },
  };
  const advertisers: DemoSite = {
    hosts: [
      'www.google.com',
      'www.facebook.com',
      'analytics.tiktok.com',
      'prod.uidapi.com',
      'collect.letters-partner.example',
    ],
    log: () => arrived,
    answer: (exchange) => {
      arrived.push(logged(exchange));
      return jsonReply({});
    },
  };
  return { sites: [shop, elsewhere, advertisers], arrived };
}
