import { describe, expect, it } from 'vitest';
import { readConsent } from '#consent/read-consent.ts';
import { cookie, local, one, states } from './stored.ts';

describe('OneTrust', () => {
  const ABOUT =
    'isGpcEnabled=0&datestamp=Wed+Feb+01+2023+12%3A35%3A32+GMT%2B0100+(Central+European+Standard+Time)&version=202209.1.0&isIABGlobal=false';
  const chosen = `${ABOUT}&hosts=H1%3A1%2CH2%3A0%2CH3%3A0&consentId=7f3cf16d&interactionCount=1&landingPath=NotLandingPage&groups=C0001%3A1%2CC0002%3A0%2CC0003%3A1%2CC0004%3A0%2CC0005%3A0&geolocation=AT%3B9&AwaitingReconsent=false`;

  it('after a press', () => {
    const record = one(cookie('OptanonConsent', chosen), cookie('OptanonAlertBoxClosed', '2023-02-01T11:35:32.000Z'));
    expect(states(record)).toEqual([
      'necessary C0001 granted',
      'analytics C0002 refused',
      'functional C0003 granted',
      'advertising C0004 refused',
      'social C0005 refused',
    ]);
    expect(record).toMatchObject({
      form: 'onetrust',
      problem: null,
      cmp: { name: 'OneTrust', version: '202209.1.0' },
      by: 'person',
      at: Date.UTC(2023, 1, 1, 11, 35, 32),
      updated: Date.UTC(2023, 1, 1, 11, 35, 32),
      vendors: { granted: { count: 1 }, refused: { count: 2 }, legitimateInterest: null },
      signals: { gpc: false, saleOptOut: null },
      jurisdictions: ['AT-9'],
    });
  });

  it('before any press, with everything on by default', () => {
    const groups = 'groups=C0001%3A1%2CC0002%3A1%2CC0004%3A1%2CSPD_BG%3A1';
    const record = one(
      cookie('OptanonConsent', `${ABOUT}&interactionCount=0&landingPath=https%3A%2F%2Fshop.example%2F&${groups}`),
    );
    expect(record).toMatchObject({ by: 'default', at: null });
    expect(states(record)).toContain('advertising C0004 granted');
    expect(states(record)).toContain('sale SPD_BG granted');
  });

  it('whose count is 0, but whose notice was closed', () => {
    const record = one(
      cookie('OptanonConsent', `${ABOUT}&interactionCount=0&groups=1%3A1%2C2%3A0`),
      cookie('OptanonAlertBoxClosed', encodeURIComponent('2023-02-01T11:35:32.000Z')),
    );
    expect(record.by).toBe('person');
    expect(states(record)).toEqual(['necessary 1 granted', 'analytics 2 refused']);
  });

  it('that noticed Global Privacy Control and opted out of sale', () => {
    const record = one(
      cookie('OptanonConsent', chosen.replace('isGpcEnabled=0', 'isGpcEnabled=1')),
      cookie('OneTrustWPCCPAGoogleOptOut', 'true'),
    );
    expect(record.signals).toMatchObject({ gpc: true, saleOptOut: true });
  });

  it.each([
    ['cut off in a group', chosen.slice(0, chosen.indexOf('C0003%3A1') + 5), 'incomplete'],
    ['of another form', 'yes', 'unreadable'],
    ['of 64 KB', `${chosen}&x=${'a'.repeat(65_536)}`, 'too-long'],
  ])('%s', (_, value, problem) => {
    expect(one(cookie('OptanonConsent', value)).problem).toBe(problem);
  });

  it('twice, for the host and for the domain, is two records', () => {
    expect(readConsent([cookie('OptanonConsent', chosen), cookie('OptanonConsent', chosen)])).toHaveLength(2);
  });
});

describe('Cookiebot', () => {
  const value =
    "{stamp:'zgCoCx/Vz20mwQCAO4z1O1ph0u7W0qKmVjpNxo/+gpc+PDuTUGddgw==',necessary:true,preferences:false,statistics:true,marketing:false,method:'explicit',ver:1,utc:1748159914084,region:'kr'}";
  const encoded = value.replaceAll("'", '%27').replaceAll(',', '%2C');

  it.each([
    ['as it is', value],
    ['percent-encoded', encoded],
  ])('%s', (_, stored) => {
    const record = one(cookie('CookieConsent', stored));
    expect(states(record)).toEqual([
      'necessary necessary granted',
      'functional preferences refused',
      'analytics statistics granted',
      'advertising marketing refused',
    ]);
    expect(record).toMatchObject({
      form: 'cookiebot',
      problem: null,
      by: 'person',
      at: 1_748_159_914_084,
      jurisdictions: ['KR'],
    });
  });

  it('by implied consent', () => {
    expect(one(cookie('CookieConsent', value.replace('explicit', 'implied'))).by).toBe('default');
  });

  it('where no consent is needed', () => {
    const record = one(cookie('CookieConsent', '-1'));
    expect(record.by).toBe('default');
    expect(states(record)).toEqual(['all -1 granted']);
  });

  it('cut off is not read for half', () => {
    expect(one(cookie('CookieConsent', value.slice(0, 100)))).toMatchObject({ problem: 'unreadable', purposes: [] });
  });

  it('has no part in another site’s cookie of that name', () => {
    expect(readConsent([cookie('CookieConsent', 'true')])).toEqual([]);
  });
});

describe('Usercentrics', () => {
  const service = (id: string, status: boolean, type: string, timestamp: number) => ({
    id,
    processorId: 'p',
    status,
    history: [{ action: 'onUpdateServices', language: 'de', status, timestamp, type, versions: {} }],
  });
  const settings = {
    controllerId: 'c',
    id: 's',
    language: 'de',
    version: '4.1.2',
    services: [
      service('87JYasXPF', false, 'explicit', 1_700_000_100_000),
      service('twMyStLkn', true, 'explicit', 1_700_000_000_000),
      service('HkocEodjb7', false, 'explicit', 1_700_000_200_000),
    ],
  };

  it('of version 2 after a press', () => {
    const record = one(local('uc_settings', settings), local('uc_user_interaction', 'true'));
    expect(states(record)).toEqual([
      'analytics 87JYasXPF refused',
      'advertising twMyStLkn granted',
      'other HkocEodjb7 refused',
    ]);
    expect(record).toMatchObject({
      by: 'person',
      at: 1_700_000_000_000,
      updated: 1_700_000_200_000,
      cmp: { name: 'Usercentrics', version: '4.1.2' },
    });
  });

  it('of version 2 before any press', () => {
    const services = [service('87JYasXPF', true, 'implicit', 1_700_000_000_000)];
    expect(one(local('uc_settings', { ...settings, services }), local('uc_user_interaction', 'false')).by).toBe(
      'default',
    );
  });

  it('of version 3', () => {
    const record = one(
      local('ucData', {
        gcm: { adStorage: 'denied', analyticsStorage: 'granted' },
        consent: {
          services: { x: { name: 'Google Analytics', consent: true }, y: { name: 'Meta Pixel', consent: false } },
        },
      }),
    );
    expect(states(record)).toEqual([
      'analytics Google Analytics granted',
      'advertising Meta Pixel refused',
      'advertising gcm.adStorage refused',
      'analytics gcm.analyticsStorage granted',
    ]);
  });

  it('with the framework’s string', () => {
    const tcString = 'COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA';
    const stored = local('uc_tcf', { tcString, acString: '2~7.12~dv.9', timestamp: 1, vendors: [] });
    const [tcf, additional] = readConsent([stored]);
    expect(tcf).toMatchObject({ form: 'tcf', problem: null, texts: [stored], vendors: { granted: { count: 3 } } });
    expect(additional).toMatchObject({ form: 'google-additional-consent', vendors: { granted: { count: 2 } } });
  });
});
