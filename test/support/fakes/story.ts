import type { ConsentRecord } from '#core/consent.ts';
import type { Cookie } from '#core/cookie.ts';
import type { LedgerEvent, SetBy } from '#core/event.ts';
import type { SiteReport } from '#core/report.ts';
import { type Domain, domainOf } from '#core/site.ts';
import { addressOf } from '#decode/address.ts';
import { pageEvents } from '#observe/pages.ts';
import { seenEvent, sightingOf, UNKNOWN } from '#observe/sighting.ts';
import { type Ledger, openLedger } from '#store/ledger.ts';
import { memoryTables } from '#store/memory-tables.ts';
import { siteReport } from '#store/report/site.ts';
import type { Tables } from '#store/tables.ts';
import { fakeStorage } from './keyed-storage.ts';
import { cookieOf } from './set-cookie.ts';

const MINUTE = 60_000;

/** How the setter of a cookie became known, for the tests' ears. */
export const STATED: SetBy = { how: 'response', basis: 'stated' };
export const INFERRED: SetBy = { how: 'response', basis: 'inferred' };
export const FOUND: SetBy = { how: 'found' };

export interface Telling {
  /** Where: `https://shop.example/` unless the page in the tab says otherwise. */
  readonly from?: string;
  /** The site it is seen on: the page's. */
  readonly on?: string;
  readonly setBy?: SetBy;
  readonly partition?: string;
}

/** When and where something happens. */
export type Here = Readonly<Pick<LedgerEvent, 'id' | 'at' | 'domain' | 'store'>>;

/**
 * A story told to a ledger: what happened, when, in the field's notation. Nothing is recorded before `told` or a report;
 * then everything since is one batch.
 */
export interface Story {
  /** `10:00` on the same day, or `2026-11-22 10:00`; always in UTC. */
  readonly at: (time: string) => Story;
  readonly later: (minutes: number) => Story;
  readonly inTab: (tab: number) => Story;
  /** In the cookie store of a container or a private window. */
  readonly inStore: (store: string) => Story;
  readonly visits: (url: string, how?: 'load' | 'history') => Story;
  /** Visible time on the page in the tab, in seconds. */
  readonly stays: (seconds: number, title?: string) => Story;
  readonly leaves: () => Story;
  readonly setCookie: (line: string, telling?: Telling) => Story;
  readonly loses: (name: string, cause?: 'expired' | 'removed' | 'evicted') => Story;
  /** A script was seen writing that name, after the browser had told of it. */
  readonly writtenBy: (script: string, name: string) => Story;
  /** The page asks; the cookies of these names go with it. */
  readonly asks: (url: string, ...carrying: readonly string[]) => Story;
  readonly asksInAddress: (url: string, name: string, parameter: string) => Story;
  /** The page asks without a number, and says something of consent. */
  readonly states: (url: string, records: readonly ConsentRecord[]) => Story;
  /** Anything else, on the site of the page in the tab. */
  readonly happens: (event: (here: Here) => LedgerEvent) => Story;
  readonly events: () => readonly LedgerEvent[];
  readonly told: () => Promise<Ledger>;
  readonly report: (domain?: string, month?: string) => Promise<SiteReport>;
  readonly now: () => number;
}

export interface Setting {
  readonly tables?: Tables;
  /** Minutes east of UTC, at a moment. */
  readonly zone?: (at: number) => number;
}

export function story({ tables, zone = () => 0 }: Setting = {}): Story {
  let now = Date.parse('2026-11-22T10:00:00Z');
  let tab = 1;
  let store = '0';
  let ids = 0;
  const ledger = openedLater(tables, zone);
  const all: LedgerEvent[] = [];
  const untold: LedgerEvent[] = [];
  const open = new Map<number, { readonly url: string; readonly page: string }>();
  const jar = new Map<string, Cookie>();

  const page = (): { readonly url: string; readonly page: string } =>
    open.get(tab) ?? { url: 'https://shop.example/', page: 'none' };
  const newId = (): string => `event ${(ids += 1)}`;
  const here = (): Here => ({
    id: newId(),
    at: now,
    domain: site(page().url),
    store,
  });
  const carried = (name: string): Cookie['identifier'] => {
    const cookie = jar.get(`${store}/${name}`);
    if (cookie === undefined) throw new Error(`no cookie ${name} was set in this story`);
    return cookie.identifier;
  };

  const add = (...events: readonly LedgerEvent[]): Story => {
    all.push(...events);
    untold.push(...events);
    return self;
  };
  const told = async (): Promise<Ledger> => {
    const opened = await ledger();
    await opened.append(untold.splice(0));
    return opened;
  };

  const self: Story = {
    at: (time) => {
      const full = time.includes('-') ? time : `${new Date(now).toISOString().slice(0, 10)} ${time}`;
      now = Date.parse(`${full.replace(' ', 'T')}Z`);
      return self;
    },
    later: (minutes) => {
      now += minutes * MINUTE;
      return self;
    },
    inTab: (id) => {
      tab = id;
      return self;
    },
    inStore: (name) => {
      store = name;
      return self;
    },
    visits: (url, how = 'load') => {
      const opened = { url, page: `page ${(ids += 1)}` };
      open.set(tab, opened);
      return add(...pageEvents({ type: 'page-opened', id: opened.page, at: now, how, ...opened }, { tab, store }));
    },
    stays: (seconds, title = '') =>
      add(
        ...pageEvents(
          { type: 'time-spent', id: newId(), at: now, milliseconds: seconds * 1000, title, over: false, ...page() },
          { tab, store },
        ),
      ),
    leaves: () => add({ ...here(), type: 'page-left', page: page().page, tab }),
    setCookie: (line, { from = page().url, on, setBy = STATED, partition } = {}) => {
      const key = partition === undefined ? null : { topLevelSite: partition };
      const cookie = cookieOf(line, { url: from, at: now, store, partition: key });
      jar.set(`${store}/${cookie.identifier.name}`, cookie);
      const domain = on === undefined ? site(page().url) : (on as Domain);
      return add(
        seenEvent(sightingOf(cookie, { domain, now, setBy, about: UNKNOWN }), { id: newId(), at: now, domain }),
      );
    },
    loses: (name, cause = 'removed') => add({ ...here(), type: 'number-gone', identifier: carried(name), cause }),
    writtenBy: (script, name) =>
      add({ ...here(), type: 'number-set-by', name, setBy: { how: 'script', script, basis: 'verified' } }),
    asks: (url, ...names) => {
      const recipient = site(url);
      if (names.length === 0) return add({ ...here(), type: 'asked-without', recipient });
      const cookies = names.map((name) => ({ identifier: carried(name), as: 'cookie', parameter: null }) as const);
      return add({ ...here(), ...asked(url), type: 'request-sent', tab, recipient, carried: cookies });
    },
    asksInAddress: (url, name, parameter) =>
      add({
        ...here(),
        ...asked(url),
        type: 'request-sent',
        tab,
        recipient: site(url),
        carried: [{ identifier: carried(name), as: 'address', parameter, form: 'as-such' }],
      }),
    states: (url, states) =>
      add({ ...here(), ...asked(url), type: 'request-sent', tab, recipient: site(url), carried: [], states }),
    happens: (event) => add(event(here())),
    events: () => all,
    told,
    report: async (domain = 'shop.example', month) =>
      await siteReport(await told(), { domain: domain as Domain, month, now, private: false }),
    now: () => now,
  };
  return self;
}

function site(url: string): Domain {
  return domainOf(url) ?? ('' as Domain);
}

function asked(url: string): Pick<Extract<LedgerEvent, { type: 'request-sent' }>, 'method' | 'address' | 'resource'> {
  const address = addressOf(url);
  if (address === null) throw new Error(`${url} is no address`);
  return { method: 'GET', address, resource: 'image' };
}

function openedLater(tables: Tables | undefined, offset: (at: number) => number): () => Promise<Ledger> {
  let ledger: Promise<Ledger> | null = null;
  const open = async (): Promise<Ledger> => openLedger(tables ?? (await memoryTables(fakeStorage())), { offset });
  return async () => await (ledger ??= open());
}
