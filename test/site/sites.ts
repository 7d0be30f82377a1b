import { makeCertificate } from './certificate.ts';
import { createBannerSites } from './banners/banners.ts';
import { createClock } from './clock.ts';
import { createCmpSites } from './cmps/cmps.ts';
import { createConsentShops } from './consent-shops/consent-shops.ts';
import type { ShopLog } from './consent-shops/shop-log.ts';
import type { DemoSite } from './exchange.ts';
import { createCdn } from './neighbours/cdn.ts';
import { createCollectors, type CollectorsLog } from './neighbours/collectors.ts';
import { createLibrary } from './neighbours/library.ts';
import { createNews } from './neighbours/news.ts';
import { createSecondShop } from './neighbours/second-shop.ts';
import { createSignal, SIGNAL_PARTNER } from './neighbours/signal.ts';
import { createTeller } from './neighbours/teller.ts';
import { createTracker, type TrackerLog } from './neighbours/tracker.ts';
import { createWeather } from './neighbours/weather.ts';
import { answerOracle } from './oracle.ts';
import { createInbox, INBOX, STREAMS, type Inbox } from './outbox/inbox.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createNaming, type Naming } from './naming/named-shop.ts';
import { createPassAlong, LIVE, type PassAlong } from './pass-along/pass-along.ts';
import { startProxy, type ProxiedRequest } from './proxy.ts';
import type { RequestLog } from './request-log.ts';
import { createSessionSites, type SessionLibrary } from './sessions/libraries.ts';
import { createPlainLogin } from './sessions/plain-login.ts';
import type { SessionLog } from './sessions/session-log.ts';
import { createShop } from './shop/shop.ts';
import { createStreet, type StreetLog } from './street/street.ts';
import type { VisitorLog } from './visitor-log.ts';
import { createPartner } from './zoo/partner.ts';
import { createZoo } from './zoo/zoo.ts';
import type { ZooLog } from './zoo/zoo-log.ts';

/** The running demo sites. All logs are live: they grow as requests come in. */
export interface DemoSites {
  /** On 127.0.0.1; a browser that uses it for http and https reaches every demo site by its name. */
  readonly proxyPort: number;
  /** Everything any browser asked the proxy for, known hosts or not, oldest first. */
  readonly proxyLog: readonly ProxiedRequest[];
  /** halden-audio.example */
  readonly shop: VisitorLog;
  /** northwind-news.example */
  readonly news: VisitorLog;
  /** copperkettle.example */
  readonly secondShop: VisitorLog;
  /** weather-today.example */
  readonly weather: VisitorLog;
  /** bluebird-metrics.example: px., frame. and r. */
  readonly tracker: TrackerLog;
  /** eu.hog-collector.example and sp.snow-collector.example */
  readonly collectors: CollectorsLog;
  /** What arrived where the SDKs of the street report, by SDK. */
  readonly street: StreetLog;
  /** assets.plain-cdn.example */
  readonly cdn: RequestLog;
  /** riverside-library.example */
  readonly library: RequestLog;
  /** exact-teller.example, www. and deep.www. of it, and far-teller.example */
  readonly teller: RequestLog;
  /** cookie-zoo.example, www. too */
  readonly zoo: ZooLog;
  /** zoo-partner.example */
  readonly partner: ZooLog;
  /** express-session.example and the others with a login, by the library that keeps it */
  readonly sessions: Readonly<Record<SessionLibrary, SessionLog>>;
  /** plain-login.example */
  readonly plainLogin: SessionLog;
  /** What arrived at events.inbox-partner.example, where outbox.example sends */
  readonly inbox: Inbox['arrived'];
  /** first-leg.example and second-leg.example, and the companies that get their numbers */
  readonly passAlong: Pick<PassAlong, 'given' | 'arrived'>;
  /** What advertisers got of the customers of named-shop.example and reading-shop.example */
  readonly naming: Pick<Naming, 'arrived'>;
  /** lying-shop.example, honest-shop.example and clumsy-shop.example: what each did about consent. */
  readonly consentShops: Readonly<Record<'lying' | 'honest' | 'clumsy', ShopLog>>;
  /** Moves the sites' clock from the machine's by this many ms. */
  readonly setClock: (offsetMs: number) => void;
  /** Changes the shop's privacy policy: paragraphs, with an empty line between them. */
  readonly setPolicy: (text: string) => void;
  readonly stop: () => Promise<void>;
}

/** Starts every demo site behind one forward proxy on a free loopback port. */
export async function startSites(): Promise<DemoSites> {
  const clock = createClock();
  const shop = createShop();
  const news = createNews();
  const secondShop = createSecondShop();
  const weather = createWeather();
  const tracker = createTracker();
  const collectors = createCollectors();
  const cdn = createCdn();
  const library = createLibrary();
  const teller = createTeller();
  const signal = createSignal();
  const street = createStreet();
  const zoo = createZoo();
  const partner = createPartner();
  const inbox = createInbox();
  const outbox = createOutbox();
  const passAlong = createPassAlong();
  const naming = createNaming();

  const signing = createSessionSites();
  const plainLogin = createPlainLogin();
  const listening = [...Object.values(signing), plainLogin, plainLogin.provider];
  const servers = new Map(listening.map(({ host, listener }) => [host, listener] as const));

  const counted = [shop, news, secondShop, weather];
  const others: readonly DemoSite[] = [
    tracker,
    collectors.hog,
    collectors.snow,
    cdn,
    library,
    teller,
    signal,
    zoo,
    partner,
    inbox,
    outbox,
  ];
  const consentShops = createConsentShops();
  const asking = [...createBannerSites(), ...createCmpSites(), ...consentShops.sites];
  const sites = [...counted, ...others, ...street.sites, ...passAlong.sites, ...naming.sites, ...asking];
  const byHost = new Map(sites.flatMap((site) => site.hosts.map((host) => [host, site] as const)));

  const messages = new Map([
    [INBOX, inbox.message],
    [LIVE, passAlong.message],
    [SIGNAL_PARTNER, () => undefined],
  ]);

  const proxy = await startProxy({
    clock,
    certificate: await makeCertificate([...byHost.keys(), ...servers.keys()]),
    server: (host) => servers.get(host),
    messages: (host) => messages.get(host),
    streams: (host) => host === STREAMS,
    find: (host) => {
      const site = byHost.get(host);
      if (site === undefined) return undefined;
      const visitors = counted.find((one) => one === site)?.visitors;
      const reach = { clock, site, visitors, setPolicy: shop.setPolicy };
      return (exchange) => answerOracle(exchange, reach) ?? site.answer(exchange);
    },
  });

  return {
    proxyPort: proxy.port,
    proxyLog: proxy.log,
    shop: shop.visitors,
    news: news.visitors,
    secondShop: secondShop.visitors,
    weather: weather.visitors,
    tracker: tracker.tracked,
    collectors: { hog: collectors.hog.collected, snow: collectors.snow.collected },
    street: street.collected,
    cdn: cdn.requests,
    library: library.requests,
    teller: teller.requests,
    zoo: zoo.zoo,
    partner: partner.zoo,
    inbox: inbox.arrived,
    passAlong,
    naming,
    sessions: {
      'express-session': signing['express-session'].sessions,
      'cookie-session': signing['cookie-session'].sessions,
      'iron-session': signing['iron-session'].sessions,
    },
    plainLogin: plainLogin.sessions,
    consentShops: consentShops.deeds,
    setClock: clock.setOffset,
    setPolicy: shop.setPolicy,
    stop: proxy.stop,
  };
}
