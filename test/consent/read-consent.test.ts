import { describe, expect, it } from 'vitest';
import { answerOf } from '#consent/answer.ts';
import { readConsent, type StoredText } from '#consent/read-consent.ts';

const TCF = 'COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA';

function cookie(name: string, value: string): StoredText {
  return { area: 'cookie', name, value };
}

describe('among what a site stored', () => {
  it('each form is found, and nothing else is taken for one', () => {
    const records = readConsent([
      cookie('_ga', 'GA1.1.1234567890.1700000000'),
      cookie('session', 'CQabcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz'),
      cookie('euconsent-v2', TCF),
      cookie('theme', '{"dark":true}'),
      cookie('usprivacy', '1YYN'),
      cookie('tarteaucitron', '!gtag=wait'),
      { area: 'local-storage', name: 'OTGPPConsent', value: 'DBABLA~BVQVAAAAAgA.QA' },
    ]);
    expect(records.map(({ form, problem }) => [form, problem])).toEqual([
      ['tcf', null],
      ['gpp', null],
      ['us-privacy', null],
      ['tarteaucitron', null],
    ]);
  });

  it.each([
    ['a TC string', 'shop_tc', TCF, 'tcf'],
    ['a GPP string', 'x', 'DBACNYA~CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA~1YNN', 'gpp'],
    ['tarteaucitron’s', 'cookies-ok', '!matomo=false!vimeo=true', 'tarteaucitron'],
  ])('%s is known by itself, whatever its name', (_, name, value, form) => {
    expect(readConsent([cookie(name, value)])).toMatchObject([{ form, problem: null }]);
  });

  it('what begins like a string, under a name that promises none, is left alone if it is none', () => {
    expect(readConsent([cookie('token', `${TCF.slice(0, 40)}zzzzzzzz`), cookie('t', 'DBAB~x')])).toEqual([]);
  });

  it('what its name promises and its text does not keep is said to be unreadable', () => {
    for (const name of [
      'euconsent-v2',
      'usprivacy',
      'OptanonConsent',
      'klaro',
      'tarteaucitron',
      'cc_cookie',
      'didomi_token',
    ]) {
      expect(readConsent([cookie(name, 'b3J0Ym9ndXM')])).toMatchObject([
        { problem: 'unreadable', purposes: [], texts: [{ name, value: 'b3J0Ym9ndXM' }] },
      ]);
    }
  });

  it('nothing is nothing', () => {
    expect(readConsent([])).toEqual([]);
  });
});

describe('what a record answers about a purpose', () => {
  function answers(stored: StoredText, ...purposes: readonly Parameters<typeof answerOf>[1][]): readonly string[] {
    const [record] = readConsent([stored]);
    return purposes.map((purpose) => (record === undefined ? 'no record' : answerOf(record, purpose)));
  }

  it('is refused only where all that it says of it is', () => {
    expect(answers(cookie('klaro', '{"adsense":false,"facebook":false}'), 'advertising')).toEqual(['refused']);
    expect(answers(cookie('klaro', '{"adsense":false,"facebook":true}'), 'advertising')).toEqual(['granted']);
  });

  it('is legitimate interest where consent was refused and it is claimed all the same', () => {
    const token = btoa(
      JSON.stringify({
        created: '2026-01-01T00:00:00Z',
        purposes: { enabled: [], disabled: ['select_basic_ads', 'market_research'] },
        purposes_li: { enabled: ['select_basic_ads'], disabled: ['market_research'] },
      }),
    );
    expect(answers(cookie('didomi_token', token), 'advertising', 'analytics')).toEqual([
      'legitimate-interest',
      'refused',
    ]);
  });

  it('is not stated where the form says nothing of it', () => {
    expect(answers(cookie('usprivacy', '1YNN'), 'analytics', 'sale')).toEqual(['not-stated', 'not-objected']);
  });

  it('is what holds for all where the site tells nothing apart', () => {
    expect(answers(cookie('cookieconsent_status', 'deny'), 'advertising', 'analytics')).toEqual(['refused', 'refused']);
  });

  it('is refused where the form lists what was accepted, and not where that could not be read', () => {
    const value = '{"categories":["necessary"],"revision":0,"consentTimestamp":"2026-01-01T00:00:00.000Z"}';
    expect(answers(cookie('cc_cookie', value), 'necessary', 'advertising')).toEqual(['granted', 'refused']);
    expect(answers(cookie('cc_cookie', value.slice(0, 30)), 'advertising')).toEqual(['not-stated']);
  });
});
