/** What the words of a name say about the value under it. */
export interface NameSays {
  readonly kind: 'login' | 'security' | 'consent' | 'preference' | 'cart' | null;
  /** Whether the kind's word is one that numbers for visitors also use (`session`, `token`). */
  readonly weak: boolean;
  /** Words such as `visitor`, `uuid`, `device`: somebody is being told apart. */
  readonly visitor: boolean;
  /** Any `id` at all. */
  readonly id: boolean;
  /** Words of things that are random and nobody's, or many people's: `hash`, `version`, `experiment`. */
  readonly passing: boolean;
}

/** Longer names say no more. */
const NAME_LENGTH = 120;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

const SECURITY = words(
  'csrf xsrf csrftoken xsrftoken nonce antiforgery captcha recaptcha challenge clearance waf verification requestverificationtoken affinity sticky serverid routeid loadbalancer lb elb alb backend upstream ingress ingresscookie haproxy traefik crumb pkce',
);
const CONSENT = words(
  'consent consents cookieconsent gdpr ccpa lgpd tcf tcstring cmp gpp optout optin cookielaw cookiepolicy cookienotice cookiebanner cookiebar cookieyes cookiescript cookiecontrol cookieinfo cookiesaccepted onetrust didomi usercentrics borlabs klaro tarteaucitron axeptio dnt donottrack gpc privacy datenschutz einwilligung zustimmung consentement consenso consentimiento',
);
const CONSENT_WITH_COOKIE = words(
  'accept accepted agree agreed allow allowed approved banner bar notice policy law settings preferences prefs hint info ok choice choices level dismissed warning message status enabled seen disclaimer',
);
const CART = words(
  'cart carts basket trolley warenkorb einkaufswagen panier carrito cesta carrello carrinho winkelwagen koszyk varukorg handlekurv sepet checkout minicart wishlist',
);
const LOGIN = words(
  'phpsessid jsessionid aspsessionid sessid auth authn authorization authtoken oauth oidc openid sso saml login loggedin logged signin signedin userauth jwt bearer credential credentials passport remember rememberme autologin cfid cftoken',
);
const LOGIN_WEAK = words(
  'session sessions sessionid sess sid token accesstoken refreshtoken idtoken ticket surfer jsurferid',
);
const PREFERENCE = words(
  'lang langs lng language languages sprache langue idioma lingua locale locales i18n googtrans pref prefs preference preferences settings currency culture country region market theme skin darkmode nightmode scheme mode font fontsize contrast timezone tz layout view viewmode sort sorting perpage volume quality units unit colorscheme zoom sidebar hide hidden collapsed expanded closed dismissed popup modal tooltip screen resolution viewport',
);
const VISITOR = words(
  'visitor visitors visitorid uuid guid uid userid anonymous anonymousid anon anonid device deviceid browserid clientid machineid unique tracking tracker fingerprint vid visid duid puid ruid suid tuid auid muid pseudonym distinct',
);

const PASSING = words(
  'hash version ver build revision etag cache cached checksum signature sig timestamp time expires expiry state code key nonce salt challenge test check queue buffer events log history experiment experiments exp variant variants variation variations bucket buckets abtest split cohort feature features flag flags rollout',
);

/** Short words that end in an ID's usual ending: `hvid`, `nuid`. */
const SHORT_ID = /^[a-z]{1,3}(?:[uvbcdp]id|uuid|guid)$/u;

/** Session names that servers make up: `ASPSESSIONIDQQAABBCC`, `SSESS` with a hash. */
const SESSION_NAME = /^(?:aspsessionid|s?sess[\da-f]{16})/iu;

/** A signature kept beside the cookie it signs (`cookies` for Node), and F5's names with a hash. */
const SECURITY_NAME = /^.+\.sig$|^TS[\da-f]{8,12}$/u;

/** The words of a name in lower case: `ASP.NET_SessionId` → asp, net, session, id. */
export function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, NAME_LENGTH)
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
}

function has(set: ReadonlySet<string>, tokens: readonly string[]): boolean {
  return tokens.some((token) => set.has(token));
}

/** Words that say it together: `cookie` with `accepted`, `opt` with `out`, `form` with `key`. */
function pairs(tokens: readonly string[]): NameSays['kind'] {
  const cookie = tokens.includes('cookie') || tokens.includes('cookies');
  if (cookie && has(CONSENT_WITH_COOKIE, tokens)) return 'consent';
  if (tokens.includes('opt') && (tokens.includes('out') || tokens.includes('in'))) return 'consent';
  if (tokens.includes('server') && tokens.includes('id')) return 'security';
  if (tokens.includes('shopping') && tokens.includes('bag')) return 'cart';
  if (tokens.includes('quote') && tokens.includes('id')) return 'cart';
  return null;
}

function kindOf(name: string, tokens: readonly string[]): NameSays['kind'] {
  if (has(SECURITY, tokens) || SECURITY_NAME.test(name)) return 'security';
  if (has(CONSENT, tokens)) return 'consent';
  const together = pairs(tokens);
  if (together !== null) return together;
  if (has(CART, tokens)) return 'cart';
  if (has(LOGIN, tokens) || SESSION_NAME.test(name)) return 'login';
  return null;
}

/** What a name says. It never decides alone that something is a visitor's number. */
export function readName(name: string): NameSays {
  const tokens = wordsOf(name);
  const strong = kindOf(name, tokens);
  const weak = strong === null && has(LOGIN_WEAK, tokens);
  const preference = strong === null && !weak && has(PREFERENCE, tokens);
  const visitor = has(VISITOR, tokens) || tokens.some((token) => SHORT_ID.test(token));
  return {
    kind: strong ?? (weak ? 'login' : preference ? 'preference' : null),
    weak,
    visitor,
    passing: has(PASSING, tokens),
    id: visitor || tokens.some((token) => token === 'id' || token.endsWith('id')),
  };
}
