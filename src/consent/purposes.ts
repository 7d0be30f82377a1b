import type { ConsentPurpose, PurposeSaid, PurposeState, TcfNumber } from '#core/consent.ts';
import { said } from './record.ts';

/**
 * What the framework's purposes come to in plain words, from 1.
 * @see https://iabeurope.eu/iab-europe-transparency-consent-framework-policies/ (Appendix A)
 */
const TCF_PURPOSES: readonly ConsentPurpose[] = [
  'storage',
  // Choosing advertisements by little data; profiles for advertisements; choosing by them.
  'advertising',
  'advertising',
  'advertising',
  // Profiles for content; choosing by them.
  'personalisation',
  'personalisation',
  // Measuring advertisements; measuring content; knowing audiences; improving services.
  'advertising',
  'analytics',
  'analytics',
  'analytics',
  // Choosing content by little data.
  'personalisation',
];

/** How many purposes there are in the framework in force. */
export const TCF_PURPOSE_COUNT = TCF_PURPOSES.length;
/** Exact place; scanning the device. */
export const TCF_SPECIAL_FEATURE_COUNT = 2;

/** Names that Didomi has for the framework's own purposes. */
const DIDOMI: ReadonlyMap<string, TcfNumber> = new Map(
  [
    'cookies',
    'select_basic_ads',
    'create_ads_profile',
    'select_personalized_ads',
    'create_content_profile',
    'select_personalized_content',
    'measure_ad_performance',
    'measure_content_performance',
    'market_research',
    'improve_products',
    'use_limited_data_to_select_content',
  ].map((name, index) => [name, { kind: 'purpose', number: index + 1 }]),
);

/** Words in the names of categories and services, in the languages that CMPs' own settings come in; the first that fits counts. */
const WORDS: readonly (readonly [ConsentPurpose, RegExp])[] = [
  ['all', /^(?:all|cookies?)$/u],
  [
    'advertising',
    /advert|marketing|(?:^|[^a-z])ads?(?:[^a-z]|$)|adsense|adwords|doubleclick|retarget|remarket|targeting|facebook|meta.?pixel|tiktok|criteo|bing|linkedin|pinterest|twitter.?(?:pixel|uwt)|publicit|werbung|ad_storage|ad_user_data/u,
  ],
  [
    'analytics',
    /analyt|statisti|measur|performance|matomo|piwik|gtag|(?:^|[^a-z])ga4?(?:[^a-z]|$)|hotjar|clarity|plausible|audience|mesure|messung|posthog|amplitude|mixpanel/u,
  ],
  ['social', /social|youtube|vimeo|instagram|twitter|embed/u],
  ['personalisation', /personali[sz]/u],
  ['sale', /(?:^|[^a-z])(?:sale|sell|spd)(?:[^a-z]|$)|do.?not.?sell/u],
  ['necessary', /necessary|essential|required|strictly|security|nécessaire|notwendig|essenzi|technical|mandatory/u],
  [
    'functional',
    /function|preference|fonction|funktional|präferenz|convenience|comfort|support|chat|maps?(?:[^a-z]|$)|tag.?manager/u,
  ],
];

/** What a category or service is for, by its name, as far as that says it. */
export function purposeOf(name: string): ConsentPurpose {
  const plain = name.slice(0, 200);
  // `adStorage` is two words; `YouTube` is one.
  const apart = plain.replaceAll(/([a-z])([A-Z])/gu, '$1 $2').toLowerCase();
  const together = plain.toLowerCase();
  return WORDS.find(([, words]) => words.test(together) || words.test(apart))?.[0] ?? 'other';
}

/** A purpose by the name that the site gave it. */
export function named(name: string, is: PurposeState, legitimateInterest?: boolean): PurposeSaid {
  const tcf = DIDOMI.get(name);
  const purpose = tcf === undefined ? purposeOf(name) : (TCF_PURPOSES[tcf.number - 1] ?? 'other');
  return said(purpose, name, is, {
    ...(legitimateInterest === undefined ? {} : { legitimateInterest }),
    ...(tcf === undefined ? {} : { tcf }),
  });
}

/** One of the framework's purposes or special features. */
export function numbered(tcf: TcfNumber, is: PurposeState, legitimateInterest?: boolean): PurposeSaid {
  const purpose =
    tcf.kind === 'special-feature'
      ? 'sensitive'
      : tcf.kind === 'purpose'
        ? (TCF_PURPOSES[tcf.number - 1] ?? 'other')
        : 'other';
  const name = `${tcf.kind.replace('-', ' ')} ${tcf.number}`;
  return said(purpose, name, is, { tcf, ...(legitimateInterest === undefined ? {} : { legitimateInterest }) });
}

/** The state of a purpose that may stand on consent or on legitimate interest. */
export function onEither(consent: boolean, legitimateInterest: boolean): PurposeState {
  if (consent) return 'granted';
  return legitimateInterest ? 'legitimate-interest' : 'refused';
}
