import { companyOf } from '#core/company.ts';
import { domainOfHost } from '#core/site.ts';
import type { Evidence, Verdict } from '#core/verdict.ts';
import { listedPurposes } from './database.ts';
import { wordsOf } from './names.ts';
import { readable } from './value.ts';

const MINUTE = 60;
const DAY = 86_400;

/** Lifetimes in the steps that sites choose by, in seconds: ten minutes to two years. */
const LIFETIMES = [
  10 * MINUTE,
  0.5 * 3600 + MINUTE,
  3700,
  25 * 3600,
  8 * DAY,
  31 * DAY,
  93 * DAY,
  186 * DAY,
  370 * DAY,
  740 * DAY,
];
const LENGTHS = [0, 1, 2, 4, 7, 8, 10, 12, 15, 16, 20, 24, 28, 31, 32, 35, 36, 40, 50, 64, 100, 200, 500];

/** Looks of a value, by what they are called. */
const LOOKS: Readonly<Record<string, RegExp>> = {
  uuid: /^[\da-f]{8}-[\da-f]{4}-/iu,
  uuidInside: /.[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/iu,
  hex32: /^[\da-f]{32}$/iu,
  hex: /^[\da-f]{12,}$/iu,
  capitals: /^[\dA-F]{16,}$/u,
  json: /^[[{]/u,
  pairs: /\w=[^&]*&/u,
  padded: /^[\w+/-]{20,}={1,2}$/u,
  digits: /^\d+$/u,
  digit: /^\d$/u,
  seconds: /1[4-9]\d{8}(?!\d)/u,
  milliseconds: /1[4-9]\d{11}/u,
  date: /20\d\d-\d\d-\d\d/u,
  flag: /^(?:true|false|yes|no|0|1)$/iu,
  bar: /\|/u,
  dots: /^\w+\.\w+\.\w+/u,
  language: /^[a-z]{2}(?:[-_][A-Za-z]{2})?$/u,
  address: /https?:/u,
  word: /^[A-Za-z_ -]{3,}$/u,
  sealed: /^ey/u,
  colon: /:/u,
  ampersand: /&/u,
  tilde: /~/u,
  lower: /^[a-z\d]{22,32}$/u,
  mixed: /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z\d]+$/u,
  answers: /necessary|statistics|marketing|consent|groups=|C0001/iu,
  signed: /^s:/u,
  network: /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/u,
};

function step(value: number, steps: readonly number[]): string {
  return String(steps.find((most) => value <= most) ?? 'more');
}

function ofLifetime({ lifetime }: Evidence): readonly string[] {
  if (lifetime === null) return ['life:session'];
  if (lifetime === 'never') return ['life:never'];
  const exactly = lifetime < DAY ? `minutes:${Math.round(lifetime / MINUTE)}` : `days:${Math.round(lifetime / DAY)}`;
  return [`life:${step(lifetime, LIFETIMES)}`, exactly];
}

/** What a value is made of, at its start: `aA0` with its marks. */
function shapeOf(text: string): string {
  return text
    .slice(0, 40)
    .replace(/[a-z]+/gu, 'a')
    .replace(/[A-Z]+/gu, 'A')
    .replace(/\d+/gu, '0')
    .slice(0, 14);
}

function ofValue(text: string, { party }: Evidence, life: string): readonly string[] {
  const looks = Object.entries(LOOKS).filter(([, look]) => look.test(text));
  return [
    `length:${step(text.length, LENGTHS)}`,
    `shape:${shapeOf(text)}`,
    ...looks.flatMap(([look]) => [`look:${look}`, `look:${look}/${party}`, `look:${look}/${life}`]),
  ];
}

function ofHistory({ history }: Evidence): readonly string[] {
  if (history === undefined) return [];
  const constant = history.values === 1 ? 'constant' : 'changing';
  return [`updates:${step(history.updates, [0, 1, 3, 8])}`, ...(history.updates > 0 ? [`kept:${constant}`] : [])];
}

function ofHost({ host, party }: Evidence): readonly string[] {
  const company = companyOf(host);
  const whose = company === null ? [`company:none/${party}`] : [`does:${company.category}`, `company:${company.name}`];
  return party === 'third' ? [...whose, `domain:${domainOfHost(host)}`] : whose;
}

function ofName({ name }: Evidence): readonly string[] {
  const bare = name.slice(0, 60).replace(/\d+/gu, '0').toLowerCase();
  return [
    `name:${name.slice(0, 40)}`,
    ...wordsOf(name).map((word) => `word:${word.slice(0, 20)}`),
    ...[2, 3, 4, 5].map((length) => `start:${bare.slice(0, length)}`),
    `end:${bare.slice(-3)}`,
    `named:${step(name.length, [2, 3, 5, 8, 12, 20])}`,
  ];
}

function ofListing({ name, host, party }: Evidence): readonly string[] {
  const listed = listedPurposes(name, host);
  return listed.length === 0 ? ['listed:none'] : listed.flatMap((one) => [`listed:${one}`, `listed:${one}/${party}`]);
}

function ofVerdict({ kind, purpose, vendor, reasons }: Verdict, { party }: Evidence): readonly string[] {
  return [
    `kind:${kind}`,
    `kind:${kind}/${party}`,
    `judged:${purpose}`,
    `judged:${kind}/${purpose}/${party}`,
    ...reasons.map(({ says }) => `reason:${says}`),
    ...(vendor === null ? [] : [`vendor:${vendor}`, `vendor:${purpose}`]),
  ];
}

/** What can be told of a stored value and of the first judgement on it, each as one short text; any of them may weigh. */
export function featuresOf(evidence: Evidence, verdict: Verdict): readonly string[] {
  const [life = '', ...lasting] = ofLifetime(evidence);
  const all = [
    `party:${evidence.party}`,
    life,
    `${life}/${evidence.party}`,
    ...lasting,
    `http:${evidence.httpOnly}`,
    `http:${evidence.httpOnly}/${evidence.party}`,
    ...ofValue(readable(evidence.value), evidence, life),
    ...ofHistory(evidence),
    ...ofHost(evidence),
    ...ofName(evidence),
    ...ofListing(evidence),
    ...ofVerdict(verdict, evidence),
  ];
  return [...new Set(all)];
}
