import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentRecord, PurposeState } from '#core/consent.ts';
import { readAdditionalConsent, readConsentMode } from '#consent/google.ts';
import { readGppPing, readTcData, readUspData } from '#consent/live.ts';
import { readConsent, type StoredText } from '#consent/read-consent.ts';

const RUNS = 10_000;

/** Names that promise a form, and their real values, which are then damaged. */
const REAL: Readonly<Record<string, string>> = {
  'euconsent-v2': 'COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA.IFoEUQQgAIQwgIwQABAEAAAAOIAACAIAAAAQ',
  IABGPP_HDR_GppString: 'DBABLA~BVQVAAAAAgA.QA',
  usprivacy: '1YNN',
  addtl_consent: '2~1.35.41~dv.9.21',
  OptanonConsent: 'isGpcEnabled=0&version=6.1&interactionCount=1&groups=C0001%3A1%2CC0002%3A0&geolocation=AT%3B9',
  CookieConsent:
    "{stamp:'x',necessary:true,preferences:false,statistics:false,marketing:false,method:'explicit',utc:1748159914084}",
  uc_settings: '{"services":[{"id":"x","status":true,"history":[{"type":"explicit","timestamp":1700000000000}]}]}',
  ucData: '{"consent":{"services":{"x":{"name":"Google Analytics","consent":true}}}}',
  uc_tcf: '{"tcString":"COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA","acString":"1~2"}',
  didomi_token: btoa('{"created":"2026-01-01T00:00:00Z","purposes":{"enabled":["cookies"],"disabled":[]}}'),
  'cookieyes-consent': 'consentid:x,consent:yes,action:yes,necessary:yes,analytics:no',
  'cookielawinfo-checkbox-analytics': 'no',
  cmplz_marketing: 'deny',
  klaro: '%7B%22matomo%22%3Atrue%7D',
  'eu-consent': '{%22matomo%22:true}',
  cookieconsent_status: 'deny',
  cc_cookie: '{"categories":["necessary"],"revision":0,"consentTimestamp":"2026-01-01T00:00:00.000Z"}',
  tarteaucitron: '!gtag=true!youtube=wait',
};
const NAMES = Object.keys(REAL);

const TEXT = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.json({ maxDepth: 3 }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => btoa(String.fromCodePoint(...bytes))),
  fc
    .array(
      fc.constantFrom(
        'C',
        'DB',
        '~',
        '.',
        '{',
        '}',
        '"',
        ':',
        ',',
        '!',
        '=',
        'true',
        'wait',
        '1',
        '%7B',
        '%',
        '&groups=',
        '__proto__',
        'constructor',
        'categories',
        'revision',
        'null',
        '1e999',
        '-1',
      ),
      { maxLength: 14 },
    )
    .map((pieces) => pieces.join('')),
);
/** A real value with one sign changed, or cut off. */
const DAMAGED = fc
  .record({
    name: fc.constantFrom(...NAMES),
    at: fc.nat(),
    sign: fc.string({ minLength: 1, maxLength: 1 }),
    end: fc.nat(),
    cut: fc.boolean(),
  })
  .map(({ name, at, sign, end, cut }): StoredText => {
    const value = REAL[name] ?? '';
    const place = at % value.length;
    const changed = `${value.slice(0, place)}${sign}${value.slice(place + 1)}`;
    return { area: 'cookie', name, value: cut ? value.slice(0, end % value.length) : changed };
  });
const JUNK = fc
  .tuple(
    fc.oneof(fc.constantFrom(...NAMES, 'uc_user_interaction', 'didomi_dcs', 'viewed_cookie_policy'), fc.string()),
    TEXT,
  )
  .map(([name, value]): StoredText => ({ area: 'local-storage', name, value }));

const PROBLEMS: ReadonlySet<ConsentRecord['problem']> = new Set([
  null,
  'unreadable',
  'too-long',
  'old-version',
  'no-reader',
  'incomplete',
]);
const STATES: ReadonlySet<PurposeState> = new Set([
  'granted',
  'refused',
  'legitimate-interest',
  'objected',
  'not-objected',
  'not-asked',
  'unknown',
]);

/** What in some records is said in no words that a record may say it in. */
function faultsIn(records: readonly ConsentRecord[]): readonly unknown[] {
  return records.filter(({ problem, purposes, vendors, at, updated, texts }) => {
    const readsNothing = problem === null || problem === 'incomplete' || purposes.length === 0;
    return !(
      PROBLEMS.has(problem) &&
      readsNothing &&
      purposes.every(({ is }) => STATES.has(is)) &&
      Object.values(vendors).every((counted) => counted === null || counted.count >= 0) &&
      [at, updated].every((time) => time === null || Number.isSafeInteger(time)) &&
      texts.length > 0
    );
  });
}

describe('whatever is stored, nothing throws, and what is told of it is whole', () => {
  it.each([
    ['junk under any name', fc.array(JUNK, { maxLength: 4 })],
    ['real values, damaged', fc.array(DAMAGED, { maxLength: 3 })],
  ])('%s', (_, stored) => {
    fc.assert(
      fc.property(stored, (texts) => {
        expect(faultsIn(readConsent(texts))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('random bytes under the names of strings are said to be unreadable', () => {
    const BYTES = fc
      .uint8Array({ minLength: 1, maxLength: 300 })
      .map((bytes) => Buffer.from(bytes).toString('base64url'));
    fc.assert(
      fc.property(
        fc.constantFrom('euconsent-v2', 'IABGPP_HDR_GppString', 'usprivacy', 'addtl_consent'),
        BYTES,
        (name, value) => {
          const [record] = readConsent([{ area: 'cookie', name, value }]);
          expect(['unreadable', 'old-version']).toContain(record?.problem);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('what a page answers of its own', () => {
    const DATA = fc.oneof(
      fc.anything(),
      fc.record(
        {
          tcString: fc.oneof(TEXT, fc.constant(REAL['euconsent-v2'])),
          gppString: fc.oneof(TEXT, fc.constant(REAL['IABGPP_HDR_GppString'])),
          uspString: TEXT,
          addtlConsent: TEXT,
          purpose: fc.oneof(fc.anything(), fc.record({ consents: fc.dictionary(fc.string(), fc.anything()) })),
          vendor: fc.oneof(fc.anything(), fc.record({ consents: fc.dictionary(fc.string(), fc.anything()) })),
          specialFeatureOptins: fc.anything(),
          applicableSections: fc.anything(),
          cmpId: fc.anything(),
          publisherCC: fc.anything(),
          eventStatus: fc.constantFrom('useractioncomplete', 'cmpuishown', 1),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(DATA, (data) => {
        expect(faultsIn([...readTcData(data), ...readGppPing(data), ...readUspData(data)])).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('what a hit says to Google', () => {
    const PART = fc.option(fc.oneof(TEXT, fc.constantFrom('G111', '11p1p1p1p5', '1', '-')), { nil: undefined });
    fc.assert(
      fc.property(PART, PART, PART, PART, PART, (gcs, gcd, npa, dma, cps) => {
        const record = readConsentMode({ gcs, gcd, npa, dma, dma_cps: cps });
        const additional = readAdditionalConsent({ area: 'request', name: 'addtl_consent', value: gcd ?? '' });
        expect(faultsIn([...(record === null ? [] : [record]), additional])).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('whatever is stored at length', () => {
  /** Real beginnings, going on for ever in ways that patterns may stumble over. */
  const ENDLESS = ['A', 'a:', "a:'", '!a=', '%', '%7B', '{"a":', '[', '.', '~', '1.', ',x:1', '&groups=', 'wait!'];

  it.each(NAMES)('%s, going on for 5 MB, has a said outcome', (name) => {
    for (const piece of ENDLESS) {
      const value = (REAL[name] ?? '').slice(0, -1) + piece.repeat(Math.ceil(5_242_880 / piece.length));
      const [record] = readConsent([{ area: 'local-storage', name, value }]);
      expect(['too-long', 'unreadable', 'incomplete', undefined]).toContain(record?.problem);
      expect(faultsIn(record === undefined ? [] : [record])).toEqual([]);
    }
  });

  it('30 KB of each, within what is looked at, has one, too', () => {
    for (const name of NAMES) {
      for (const piece of ENDLESS) {
        const value = (REAL[name] ?? '').slice(0, -1) + piece.repeat(Math.ceil(30_000 / piece.length));
        expect(faultsIn(readConsent([{ area: 'local-storage', name, value }]))).toEqual([]);
      }
    }
  });

  it('a list of 100,000 services tells of a thousand, and says that there are more', () => {
    const services = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`s${index}`, true]));
    const [record] = readConsent([{ area: 'local-storage', name: 'klaro', value: JSON.stringify(services) }]);
    expect(record).toMatchObject({ problem: 'incomplete' });
    expect(record?.purposes).toHaveLength(1000);
  });
});
