import { counted, filled, plain, rich } from './say.ts';

/** The texts of who got a number, and in what form. */
export const followedWords = {
  form: {
    'as-such': plain('formAsSuch'),
    'lower-case': plain('formLower'),
    'upper-case': plain('formUpper'),
    'url-encoded': plain('formAsSuch'),
    base64: plain('formBase64'),
    hex: plain('formHex'),
    md5: filled('formHashed', 'how'),
    sha1: filled('formHashed', 'how'),
    sha256: filled('formHashed', 'how'),
    sha512: filled('formHashed', 'how'),
  },
  in: {
    cookie: plain('gotInCookie'),
    address: plain('gotInAddress'),
    referrer: plain('gotInReferrer'),
    body: plain('gotInBody'),
    message: plain('gotInMessage'),
  },
  span: filled('gotSpan', 'first', 'last'),
  once: filled('gotOnce', 'day'),
  beside: rich('gotBeside', 'name'),
  elsewhere: counted('gotElsewhere'),
  link: { click: rich('linkClick', 'who', 'parameter'), person: rich('linkPerson', 'who', 'parameter') },
  linkFrom: {
    click: rich('linkFromClick', 'who', 'parameter', 'where'),
    person: rich('linkFromPerson', 'who', 'parameter', 'where'),
  },
  canTell: plain('gotCanTell'),
  alsoOn: plain('factAlsoOn'),
  onOthers: counted('alsoOn'),
  moreSites: counted('moreSites'),
} as const;
