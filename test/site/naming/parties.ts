import type { GotOfPerson } from '#core/person.ts';

/** What the person types, over the whole journey. */
export const TYPED = {
  name: 'Ada Lindqvist',
  /** For the account. */
  email: 'Ada.Lindqvist+shop@gmail.com',
  phone: '030 5550142',
  password: 'correct horse battery',
  /** In the letters' field, which is left and never submitted. */
  letters: 'ada.private@post.example',
  street: 'Mill Lane 12',
  postcode: '10115',
  city: 'Halden',
  card: '4242424242424242',
  until: '12/30',
  code: '7370',
} as const;

/** Somebody else's, in the text of a page. */
export const OTHERS = { email: 'grete.holm@gmail.com', phone: '+4930555019' } as const;

/** The shop's customer as the shop keeps it: the number with its country. */
export const CUSTOMER = { email: TYPED.email, phone: '+49305550142' } as const;

type Yours = Pick<GotOfPerson, 'what' | 'form'>;

const CLEAR: readonly Yours[] = [{ what: 'email', form: 'as-such' }];
const CLEAR_BOTH: readonly Yours[] = [...CLEAR, { what: 'phone', form: 'as-such' }];
const HASHED: readonly Yours[] = [{ what: 'email', form: 'sha256' }];
const HASHED_BOTH: readonly Yours[] = [...HASHED, { what: 'phone', form: 'sha256' }];

/** Who gets what of the person, in which form: SDKs as they are on npm, and advertisers by the rules they write down. */
export const PARTIES: Readonly<Record<string, readonly Yours[]>> = {
  'segment.io': CLEAR_BOTH,
  'mixpanel.com': CLEAR,
  'posthog.com': CLEAR,
  'sentry.io': CLEAR,
  'count.ly': CLEAR_BOTH,
  'mparticle.com': CLEAR,
  'adobedc.net': HASHED,
  'google.com': HASHED_BOTH,
  'facebook.com': HASHED_BOTH,
  'bing.com': HASHED_BOTH,
  'pinterest.com': HASHED,
  'criteo.com': [{ what: 'email', form: 'md5' }],
  'snapchat.com': HASHED_BOTH,
  'tiktok.com': HASHED_BOTH,
  'uidapi.com': HASHED,
};

/** Gets the letters' field before anything is submitted. */
export const LETTERS = 'letters-partner.example';
