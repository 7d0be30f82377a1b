import type { Form } from '#core/followed.ts';
import type { Contact } from '#core/person.ts';
import { CALLING_CODES } from './calling-codes.ts';
import { DIGESTS, toHex, utf8 } from './digests.ts';

/** One text that a person's e-mail address or phone number may turn into, as it is told again by. */
export interface Writing {
  /** In clear, an address in lower case and of a number the digits alone; a digest in hexadecimal, in lower case. */
  readonly text: string;
  readonly form: Form;
}

const GMAIL = new Set(['gmail.com', 'googlemail.com']);
const ACCENTS = /\p{M}/gu;

function withoutAlias(local: string): string {
  const plus = local.indexOf('+');
  return plus > 0 ? local.slice(0, plus) : local;
}

/**
 * An e-mail address as vendors write it before they make a digest of it: trimmed, in lower case, without spaces (Meta,
 * TikTok, Snap, Reddit, LinkedIn, Pinterest, Criteo); at Gmail without dots, and what follows a plus (Google, UID2); on
 * all domains so, and without accents (Microsoft). And as it was typed.
 * @see https://support.google.com/google-ads/answer/12785474
 * @see https://unifiedid.com/docs/getting-started/gs-normalization-encoding
 * @see https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/customer-information-parameters
 * @see https://learn.microsoft.com/en-us/advertising/guides/uet-conversion-api-integration
 */
export function addressesOf(typed: string): readonly string[] {
  const trimmed = typed.trim();
  const lower = trimmed.toLowerCase().replace(/\s/gu, '');
  const at = lower.lastIndexOf('@');
  if (at < 1) return [];
  const [local, host] = [lower.slice(0, at), lower.slice(at + 1)];
  const plain = withoutAlias(local);
  const dotless = `${plain.replaceAll('.', '')}@${host}`;
  const atGmail = GMAIL.has(host)
    ? [`${local.replaceAll('.', '')}@${host}`, dotless.replace(/@.*$/u, '@gmail.com')]
    : [];
  const all = [trimmed, lower, ...atGmail, `${plain}@${host}`, dotless];
  return [...new Set([...all, ...all.map((one) => one.normalize('NFD').replace(ACCENTS, ''))])];
}

/** Digits that stand before a number where it is dialled within a country, and where it is dialled from abroad. */
const TRUNK = /^0(?!0)/u;
const ABROAD = /^(?:00|011)(?=[1-9])/u;
const FEWEST = 7;
/** The longest number there is (E.164). */
const MOST = 15;

/** Digits of a phone number: as they were typed, and with every country's code where none was. */
function numbersOf(typed: string): readonly string[] {
  const isAbroad = typed.trim().startsWith('+');
  const digits = typed.replace(/\D/gu, '');
  // `+49 (0)30 …`: the digit in brackets is dialled within the country alone.
  const without = typed.replace(/\(0\)/u, '').replace(/\D/gu, '');
  if (isAbroad) return [...new Set([without, digits])];
  const abroad = digits.replace(ABROAD, '');
  if (abroad !== digits) return [digits, abroad];
  const national = digits.replace(TRUNK, '');
  return [digits, national, ...CALLING_CODES.map((code) => `${code}${national}`)];
}

/**
 * A phone number as vendors write it before they make a digest of it: the digits alone (Meta, Pinterest, Snap) and after
 * a plus (Google, TikTok, Microsoft, Reddit), with a country's code. Which country a number without one is of the site
 * knows, and we do not: it is looked for with each. And as it was typed.
 * @see https://www.itu.int/rec/T-REC-E.164
 */
export function phonesOf(typed: string): readonly string[] {
  const numbers = numbersOf(typed).filter(({ length }) => length >= FEWEST && length <= MOST);
  return [...new Set([typed.trim(), ...numbers.flatMap((digits) => [digits, `+${digits}`])])];
}

/** A text in clear as it is told again by. */
export function plainWriting(what: Contact, text: string): string {
  return what === 'email' ? text.toLowerCase() : text.replace(/\D/gu, '');
}

/** All that an e-mail address or phone number may turn into, each once; none for what is no such thing. */
export function writingsOf(what: Contact, typed: string): readonly Writing[] {
  const texts = what === 'email' ? addressesOf(typed) : phonesOf(typed);
  const clear = texts.map((text): Writing => ({ text: plainWriting(what, text), form: 'as-such' }));
  const hashed = texts.flatMap((text) =>
    Object.entries(DIGESTS).map(([form, digestOf]): Writing => ({
      text: toHex(digestOf(utf8(text))),
      form: form as Form,
    })),
  );
  return [...new Map([...clear, ...hashed].map((one) => [one.text, one])).values()];
}
