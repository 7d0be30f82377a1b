// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"enableIframePageLoading":true}}
import { CmpApi as GppApi } from '@iabgpp/cmpapi';
import { CmpApi as TcfApi } from '@iabtechlabtcf/cmpapi';
import { afterEach, describe, expect, it } from 'vitest';
import { answerOf } from '#consent/answer.ts';
import { readGppPing, readTcData } from '#consent/live.ts';
import { readConsent } from '#consent/read-consent.ts';
import { encode } from './iab.ts';
import { clear, made, make, press, record, run, states, stored, until } from './page.ts';

afterEach(clear);

describe('Klaro', () => {
  interface Manager {
    changeAll(on: boolean): void;
    updateConsent(name: string, on: boolean): void;
    saveAndApplyConsents(): void;
  }
  const services = [
    { name: 'matomo', purposes: ['analytics'] },
    { name: 'adsense', purposes: ['advertising'], default: true },
    { name: 'login', purposes: ['functional'], required: true },
  ];

  function manager(more: object = {}): Manager {
    run('klaro/dist/klaro-no-css.js');
    const klaro = made('klaro') as { getManager: (config: object) => Manager };
    return klaro.getManager({
      services,
      storageMethod: 'cookie',
      ...more,
    });
  }

  it('stores nothing before a choice', () => {
    manager({ storageName: 'before' });
    expect(readConsent(stored())).toEqual([]);
  });

  it('stores a refusal of all that may be refused', () => {
    const all = manager();
    all.changeAll(false);
    all.saveAndApplyConsents();
    expect(states()).toEqual({ matomo: 'refused', adsense: 'refused', login: 'granted' });
    expect(record()).toMatchObject({ form: 'klaro', problem: null, by: 'person' });
    expect(answerOf(record(), 'advertising')).toBe('refused');
  });

  it('stores a choice of some, in local storage', () => {
    const some = manager({ storageMethod: 'localStorage' });
    some.changeAll(false);
    some.updateConsent('matomo', true);
    some.saveAndApplyConsents();
    expect(states()).toEqual({ matomo: 'granted', adsense: 'refused', login: 'granted' });
    expect(record().texts[0]?.area).toBe('local-storage');
  });
});

describe('vanilla-cookieconsent', () => {
  interface CookieConsent {
    run(config: object): Promise<void>;
    acceptCategory(categories: string | readonly string[]): void;
    getCookie(): { readonly consentTimestamp: string };
    reset(andCookie: boolean): void;
  }

  async function start(cookie: object = {}): Promise<CookieConsent> {
    run('vanilla-cookieconsent/dist/cookieconsent.umd.js');
    const program = made('CookieConsent') as CookieConsent;
    program.reset(true);
    await program.run({
      cookie,
      categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, marketing: {} },
      language: { default: 'en', translations: { en: { consentModal: {}, preferencesModal: { sections: [] } } } },
    });
    return program;
  }

  it('stores nothing before a choice', async () => {
    await start();
    expect(readConsent(stored())).toEqual([]);
  });

  it('stores what was accepted alone, and the rest is refused', async () => {
    const program = await start();
    program.acceptCategory(['analytics']);
    const read = record();
    expect(states()).toEqual({ necessary: 'granted', analytics: 'granted' });
    expect(read).toMatchObject({ form: 'vanilla-cookieconsent', problem: null, by: 'person' });
    expect(read.at).toBe(Date.parse(program.getCookie().consentTimestamp));
    expect(answerOf(read, 'analytics')).toBe('granted');
    expect(answerOf(read, 'advertising')).toBe('refused');
  });

  it('is known under whatever name a site gives it', async () => {
    const program = await start({ name: 'shop_choice' });
    program.acceptCategory([]);
    expect(record()).toMatchObject({ form: 'vanilla-cookieconsent', texts: [{ name: 'shop_choice' }] });
    expect(states()).toEqual({ necessary: 'granted' });
  });
});

describe('tarteaucitron', () => {
  interface Tarteaucitron {
    parameters: object;
    readonly cookie: { create(key: string, status: string | boolean): void };
  }

  function start(): Tarteaucitron['cookie'] {
    // It looks for its own element to know where its other files are.
    document.head.innerHTML = '<script type="text/plain" src="/tarteaucitron.js"></script>';
    run('tarteaucitronjs/tarteaucitron.js');
    const program = made('tarteaucitron') as Tarteaucitron;
    program.parameters = { cookieName: 'tarteaucitron' };
    return program.cookie;
  }

  it('stores that it waits for an answer, before there is any', () => {
    const cookie = start();
    cookie.create('gtag', 'wait');
    cookie.create('facebookpixel', 'wait');
    expect(states()).toEqual({ gtag: 'not-asked', facebookpixel: 'not-asked' });
    expect(record()).toMatchObject({ form: 'tarteaucitron', problem: null, by: 'default' });
  });

  it('stores what became of each service', () => {
    const cookie = start();
    cookie.create('gtag', 'wait');
    cookie.create('facebookpixel', 'wait');
    cookie.create('gtag', true);
    cookie.create('facebookpixel', false);
    expect(states()).toEqual({ gtag: 'granted', facebookpixel: 'refused' });
    expect(record().by).toBe('unknown');
    expect(answerOf(record(), 'advertising')).toBe('refused');
  });
});

describe('Osano’s Cookie Consent', () => {
  function start(type: string): void {
    run('cookieconsent/build/cookieconsent.min.js');
    (made('cookieconsent') as { initialise: (config: object) => void }).initialise({ type, content: {} });
  }

  it.each([
    ['opt-in', '.cc-allow', { allow: 'granted' }, 'person'],
    ['opt-out', '.cc-deny', { deny: 'refused' }, 'person'],
    ['info', '.cc-dismiss', { dismiss: 'unknown' }, 'unknown'],
  ])('as %s, when %s is pressed', (type, button, expected, by) => {
    start(type);
    expect(readConsent(stored())).toEqual([]);
    press(button);
    expect(states()).toEqual(expected);
    expect(record()).toMatchObject({ form: 'osano-cookieconsent', problem: null, by });
  });
});

describe('Orejime', () => {
  async function start(): Promise<void> {
    make('orejime', undefined);
    make('orejimeConfig', {
      privacyPolicyUrl: 'https://shop.example/privacy',
      purposes: [
        { id: 'matomo', title: 'Matomo', cookies: [] },
        { id: 'adsense', title: 'AdSense', cookies: [], default: true },
        { id: 'login', title: 'Login', cookies: [], isMandatory: true },
      ],
    });
    run('orejime/dist/orejime-standard-en.js');
    await until(() => document.querySelector('.orejime-Banner-declineButton') !== null);
  }

  it('stores nothing before a press, and then what was pressed', async () => {
    await start();
    expect(readConsent(stored())).toEqual([]);
    press('.orejime-Banner-declineButton');
    await until(() => document.cookie.includes('eu-consent={'));
    expect(states()).toEqual({ matomo: 'refused', adsense: 'refused', login: 'granted' });
    expect(record()).toMatchObject({ form: 'orejime', problem: null, by: 'person' });
  });

  it('stores acceptance', async () => {
    await start();
    press('.orejime-Banner-saveButton');
    await until(() => document.cookie.includes('eu-consent={'));
    expect(states()).toEqual({ matomo: 'granted', adsense: 'granted', login: 'granted' });
  });
});

describe('a page’s own interface', () => {
  const choice = {
    consents: [1, 2],
    interests: [2, 7],
    features: [1],
    vendors: [3, 4, 5],
    interested: [4, 9],
    disclosed: [3, 4, 5, 9],
    custom: [],
    restricted: [],
    created: Date.UTC(2026, 0, 5),
    cmpId: 31,
    country: 'DE',
  };

  type Ask = (command: string, version: number, callback: (data: unknown) => void) => void;

  it('answers with what its CMP was told, by the IAB’s own stub and interface', () => {
    run('@iabtechlabtcf/stub/lib/stub.js');
    const api = new TcfApi(31, 7, true);
    const heard: unknown[] = [];
    (made('__tcfapi') as Ask)('addEventListener', 2, (data) => heard.push(structuredClone(data)));
    const text = encode(choice);
    api.update(text, true);
    api.update(text, false);
    const [shown, , pressed] = [heard.at(-2), null, heard.at(-1)].map((data) => readTcData(data)[0]);
    expect(shown).toMatchObject({ form: 'tcf', problem: null, by: 'default' });
    expect(pressed).toMatchObject({
      by: 'person',
      cmp: { id: 31, version: '7' },
      texts: [{ area: 'live', name: '__tcfapi', value: text }],
      at: choice.created,
      vendors: { granted: { count: 3 }, legitimateInterest: { count: 2 }, disclosed: { count: 4 } },
      jurisdictions: ['DE'],
    });
    const is = Object.fromEntries((pressed?.purposes ?? []).map((said) => [said.name, said.is]));
    expect(is).toMatchObject({
      'purpose 1': 'granted',
      'purpose 2': 'granted',
      'purpose 3': 'refused',
      'purpose 7': 'legitimate-interest',
      'special feature 1': 'granted',
      'special feature 2': 'refused',
    });
  });

  it('answers a ping with the platform’s string, by the IAB’s own interface', () => {
    // What its stub answers before it is there: that nothing waits.
    make('__gpp', () => []);
    const api = new GppApi(31, 7);
    api.setFieldValueBySectionId(8, 'SaleOptOut', 1);
    api.setApplicableSections([8]);
    api.setSignalStatus('ready' as never);
    let ping: unknown;
    (made('__gpp') as (command: string, callback: (data: unknown) => void) => void)('ping', (data) => {
      ping = structuredClone(data);
    });
    const [read] = readGppPing(ping);
    expect(read).toMatchObject({
      form: 'gpp',
      problem: null,
      cmp: { id: 31 },
      signals: { saleOptOut: true },
      jurisdictions: ['US-CA'],
      texts: [{ area: 'live', name: '__gpp', value: api.getGppString() }],
    });
  });
});
