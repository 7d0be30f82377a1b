import { bannerHost } from '../site/banners/banners.ts';
import { GPP_BANNER, TCF_BANNER, TCF_INTEREST_BANNER } from '../site/cmps/cmps.ts';

/** What is pressed, by selectors, one after the other. */
type Presses = readonly string[];

/**
 * What a person does about a banner. `some`: statistics alone, or what comes next to it, in the program's own settings.
 * `withdraw`: refuses all in the settings, opened again.
 */
export type Deed = 'accept' | 'refuse' | 'some' | 'withdraw';

/** A site that asks, as a person finds it. */
export interface AskingSite {
  readonly host: string;
  /** Where it keeps what was chosen, beside other things that it stores. */
  readonly keeps: readonly (readonly [area: 'cookie' | 'local-storage', name: string])[];
  /** What is there once its program hears presses, where that is later than its banner. */
  readonly hears?: string;
  /** Its program forgets what was chosen as it asks again. */
  readonly forgets?: true;
  /** `null`: its program offers no such thing. */
  readonly presses: Readonly<Record<Deed, Presses | null>>;
  /** What is let do something after each deed, by the names and states that its form has. */
  readonly lets: Readonly<Record<Deed, readonly string[]>>;
}

const button = (name: string): string => `#cmp [data-press="${name}"]`;
const toggle = (ground: string, id: number): string => `#cmp input[data-ground="${ground}"][value="${id}"]`;
const settings = '#privacy-settings';

function states(is: string, names: readonly string[]): readonly string[] {
  return names.map((name) => `${name} ${is}`);
}

const purposes = (...numbers: readonly number[]): readonly string[] => numbers.map((number) => `purpose ${number}`);

function tcfSite(host: string, left: readonly string[]): AskingSite {
  return {
    host,
    keeps: [
      ['cookie', 'euconsent-v2'],
      ['local-storage', 'euconsent-v2'],
    ],
    presses: {
      accept: [button('accept')],
      refuse: [button('reject')],
      some: [
        button('choose'),
        ...[1, 8, 9].map((id) => toggle('consents', id)),
        // These two are for advertising.
        ...[2, 7].map((id) => toggle('interests', id)),
        button('save'),
      ],
      withdraw: [settings, button('reject')],
    },
    lets: {
      accept: [
        ...states('granted', purposes(1, 2, 3, 4, 5, 6, 7, 8, 9)),
        ...states('legitimate-interest', purposes(10, 11)),
      ],
      refuse: left,
      some: [...states('granted', purposes(1, 8, 9)), ...states('legitimate-interest', purposes(10, 11))],
      withdraw: left,
    },
  };
}

const EVERY_OPT_OUT = [
  'usnat.SaleOptOut',
  'usnat.SharingOptOut',
  'usnat.TargetedAdvertisingOptOut',
  'usca.SaleOptOut',
  'usca.SharingOptOut',
];

/** The programs, each on a site of its own, and the two of the IAB's frameworks; of the European one in two manners. */
export const ASKING = {
  tcf: tcfSite(TCF_BANNER, []),
  'tcf that keeps legitimate interest': tcfSite(
    TCF_INTEREST_BANNER,
    states('legitimate-interest', purposes(2, 7, 9, 10, 11)),
  ),
  gpp: {
    host: GPP_BANNER,
    keeps: [['cookie', '__gpp']],
    presses: {
      accept: [button('accept')],
      refuse: [button('reject')],
      some: [button('choose'), toggle('allowed', 3), button('save')],
      withdraw: [settings, button('reject')],
    },
    lets: {
      accept: states('not-objected', EVERY_OPT_OUT),
      refuse: [],
      some: states('not-objected', ['usnat.TargetedAdvertisingOptOut']),
      withdraw: [],
    },
  },
  vanilla: {
    host: bannerHost('vanilla'),
    keeps: [['cookie', 'cc_cookie']],
    presses: {
      accept: ['.cm [data-role="all"]'],
      refuse: ['.cm [data-role="necessary"]'],
      some: ['.cm [data-role="show"]', '.pm .section__toggle[value="analytics"]', '.pm [data-role="save"]'],
      withdraw: [settings, '.pm [data-role="necessary"]'],
    },
    lets: {
      accept: states('granted', ['necessary', 'analytics', 'marketing']),
      refuse: states('granted', ['necessary']),
      some: states('granted', ['necessary', 'analytics']),
      withdraw: states('granted', ['necessary']),
    },
  },
  klaro: {
    host: bannerHost('klaro'),
    keeps: [['cookie', 'klaro']],
    presses: {
      accept: ['.cookie-notice .cm-btn-success'],
      refuse: ['.cookie-notice .cn-decline'],
      some: ['.cookie-notice .cn-learn-more', 'label[for="purpose-item-analytics"]', '.cookie-modal .cm-btn-accept'],
      withdraw: [settings, 'label[for="purpose-item-disableAll"]', '.cookie-modal .cm-btn-accept'],
    },
    lets: {
      accept: states('granted', ['matomo', 'adsense']),
      refuse: [],
      some: states('granted', ['matomo']),
      withdraw: [],
    },
  },
  tarteaucitron: {
    host: bannerHost('tarteaucitron'),
    keeps: [['cookie', 'tarteaucitron']],
    hears: 'html[data-ready]',
    presses: {
      accept: ['#tarteaucitronPersonalize2'],
      refuse: ['#tarteaucitronAllDenied2'],
      some: ['#tarteaucitronCloseAlert', '#ownadsenseDenied', '#ownmatomoAllowed', '#tarteaucitronClosePanel'],
      withdraw: [settings, '#tarteaucitronAllDenied', '#tarteaucitronClosePanel'],
    },
    lets: {
      accept: states('granted', ['ownadsense', 'ownmatomo']),
      refuse: [],
      some: states('granted', ['ownmatomo']),
      withdraw: [],
    },
  },
  osano: {
    host: bannerHost('osano'),
    keeps: [['cookie', 'cookieconsent_status']],
    forgets: true,
    // It tells no purposes apart.
    presses: { accept: ['.cc-allow'], refuse: ['.cc-deny'], some: null, withdraw: [settings, '.cc-deny'] },
    lets: { accept: states('granted', ['allow']), refuse: [], some: [], withdraw: [] },
  },
  orejime: {
    host: bannerHost('orejime'),
    keeps: [['cookie', 'eu-consent']],
    presses: {
      accept: ['.orejime-Banner-saveButton'],
      refuse: ['.orejime-Banner-declineButton'],
      some: ['.orejime-Banner-learnMoreButton', 'label[for="orejime-purpose-analytics"]', '.orejime-Modal-saveButton'],
      withdraw: [settings, '.orejime-PurposeToggles-disableAll', '.orejime-Modal-saveButton'],
    },
    lets: {
      accept: states('granted', ['analytics', 'advertising']),
      refuse: [],
      some: states('granted', ['analytics']),
      withdraw: [],
    },
  },
} as const satisfies Readonly<Record<string, AskingSite>>;

export type AskingName = keyof typeof ASKING;

export const ASKING_NAMES = Object.keys(ASKING) as readonly AskingName[];
