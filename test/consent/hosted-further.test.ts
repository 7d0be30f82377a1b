import { describe, expect, it } from 'vitest';
import { cookie, one, states } from './stored.ts';

describe('Didomi', () => {
  /** The example of Didomi's own help page. */
  const EXAMPLE =
    'eyJ1c2VyX2lkIjoiMTc4NDExNGMtZjhiMy02NTkwLWE2ZGYtYjlmYjI0MGJkZWE1IiwiY3JlYXRlZCI6IjIwMjEtMDMtMTdUMTY6NDY6MzIuMzQ0WiIsInVwZGF0ZWQiOiIyMDIxLTAzLTE3VDE2OjQ2OjMyLjM0NFoiLCJ2ZW5kb3JzIjp7ImVuYWJsZWQiOlsiYW1hem9uIiwiZ29vZ2xlIiwiYzpyZXNlYXV4c28tVkZlcEtyTFIiLCJjOnBhcnRlbmFpcmUtWDlTRFdrZzIiLCJjOnBlcnNvbm5hbGktWDNWY3h6UkQiLCJjOmdvb2dsZWFuYS1oN0tjM2U3WSIsImM6cHVibGljaXRlLXRGUkY0ZDM5Il19LCJwdXJwb3NlcyI6eyJlbmFibGVkIjpbInA0ZW05YThtIiwicGFydGVuYWlyZS1jQXNEZThqQyIsIkNMLVQxUmdtNyIsIk05TlJISmUzRyIsInE0emxKcWRjRCJdfSwidmVuZG9yc19saSI6eyJlbmFibGVkIjpbImdvb2dsZSJdfSwidmVyc2lvbiI6Mn0=';
  const token = (content: unknown) => cookie('didomi_token', btoa(JSON.stringify(content)));
  const about = { user_id: 'u', created: '2026-01-01T10:00:00.000Z', updated: '2026-01-02T10:00:00.000Z', version: 2 };

  it('of its help page', () => {
    const record = one(cookie('didomi_token', EXAMPLE));
    expect(record).toMatchObject({
      problem: null,
      by: 'unknown',
      at: Date.UTC(2021, 2, 17, 16, 46, 32, 344),
      vendors: { granted: { count: 7 }, refused: { count: 0 }, legitimateInterest: { count: 1 } },
    });
    expect(record.purposes.map(({ is }) => is)).toEqual(Array.from({ length: 5 }, () => 'granted'));
  });

  it('by consent and by legitimate interest', () => {
    const record = one(
      token({
        ...about,
        purposes: { enabled: ['cookies'], disabled: ['create_ads_profile', 'measure_ad_performance'] },
        purposes_li: { enabled: ['measure_ad_performance'], disabled: ['market_research'] },
      }),
    );
    expect(states(record)).toEqual([
      'storage cookies granted',
      'advertising create_ads_profile refused',
      'advertising measure_ad_performance legitimate-interest',
      'analytics market_research objected',
    ]);
    expect(record.purposes.map(({ tcf }) => tcf?.number)).toEqual([1, 3, 7, 9]);
  });

  it('before anything was chosen', () => {
    expect(one(token({ ...about, vendors: { enabled: [] }, purposes: { enabled: [] } }))).toMatchObject({
      by: 'default',
      purposes: [],
    });
  });

  it('in its newer form is known by its name alone, and said to be', () => {
    expect(one(cookie('didomi_dcs', 'CAAB'))).toMatchObject({ form: 'didomi', problem: 'no-reader' });
  });
});

describe('CookieYes', () => {
  const value =
    'consentid:dWFpcGZ3NWdxa3U3SGNoT3pPbU92Nk8zUlFNZE9FSmI,consent:no,action:yes,necessary:yes,functional:no,analytics:no,performance:no,advertisement:no,other:no,lastRenewedDate:1728636632000';

  it.each([
    ['as it is', value],
    ['percent-encoded', encodeURIComponent(value)],
  ])('%s', (_, stored) => {
    const record = one(cookie('cookieyes-consent', stored));
    expect(states(record)).toEqual([
      'necessary necessary granted',
      'functional functional refused',
      'analytics analytics refused',
      'analytics performance refused',
      'advertising advertisement refused',
      'other other refused',
    ]);
    expect(record).toMatchObject({ form: 'cookieyes', problem: null, by: 'person', at: null });
  });

  it('before any press', () => {
    expect(one(cookie('cookieyes-consent', 'consentid:x,consent:,action:,necessary:,functional:')).by).toBe('default');
  });

  it('of the older plugin', () => {
    const record = one(
      cookie('cookielawinfo-checkbox-necessary', 'yes'),
      cookie('cookielawinfo-checkbox-analytics', 'no'),
      cookie('viewed_cookie_policy', 'yes'),
    );
    expect(states(record)).toEqual(['necessary necessary granted', 'analytics analytics refused']);
    expect(record.by).toBe('person');
    expect(one(cookie('cookielawinfo-checkbox-analytics', 'yes')).by).toBe('default');
  });
});

describe('Complianz', () => {
  it('over its cookies', () => {
    const record = one(
      cookie('cmplz_functional', 'allow'),
      cookie('cmplz_preferences', 'deny'),
      cookie('cmplz_statistics', 'deny'),
      cookie('cmplz_marketing', ''),
      cookie('cmplz_policy_id', '38'),
      cookie('cmplz_banner-status', 'dismissed'),
    );
    expect(states(record)).toEqual([
      'necessary functional granted',
      'functional preferences refused',
      'analytics statistics refused',
      'advertising marketing not-asked',
    ]);
    expect(record).toMatchObject({ problem: null, by: 'unknown', cmp: { name: 'Complianz', version: 'policy 38' } });
  });

  it('with something else in one of them', () => {
    expect(one(cookie('cmplz_marketing', 'allow'), cookie('cmplz_statistics', '1')).problem).toBe('incomplete');
    expect(one(cookie('cmplz_rt_marketing', 'maybe')).problem).toBe('unreadable');
  });
});
