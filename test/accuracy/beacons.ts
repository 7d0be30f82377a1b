import type { Hit, HitEvent, Reading } from '#core/hit.ts';
import { decodePercent } from '#core/percent.ts';
import { vendorCalled } from './vendor-names.ts';

/** What a labelled request is to be read as. What is left out is not judged. */
export interface Expected {
  /** By any of its names; `null`: it is nobody's hit. */
  readonly vendor?: string | null;
  readonly event?: string;
  readonly page?: string;
  readonly title?: string;
  readonly search?: string;
  readonly seconds?: number;
  readonly value?: number;
  readonly currency?: string;
  readonly orderId?: string;
  readonly visitorId?: string;
  readonly email?: 'clear' | 'hashed';
  readonly events?: number;
}

/** The roles that are judged. */
export const JUDGED = [
  'event',
  'page',
  'title',
  'search',
  'seconds',
  'value',
  'currency',
  'orderId',
  'visitorId',
  'email',
  'events',
] as const satisfies readonly Exclude<keyof Expected, 'vendor'>[];

export type JudgedRole = (typeof JUDGED)[number];

/** A request with what it is to be read as. */
export interface Beacon {
  readonly id: string;
  readonly hit: Hit;
  readonly expect: Expected;
}

/** What was read of a request where something else was expected. */
export interface Miss {
  readonly id: string;
  readonly role: JudgedRole | 'vendor';
  readonly expected: string;
  readonly read: string;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bodyOf(line: Readonly<Record<string, unknown>>): Hit['body'] | undefined {
  const { body, bodyBase64 } = line;
  if (typeof bodyBase64 === 'string') return new Uint8Array(Buffer.from(bodyBase64, 'base64'));
  if (body === undefined || body === null) return null;
  return typeof body === 'string' ? body : undefined;
}

function headersOf(headers: unknown): Readonly<Record<string, string>> {
  if (!isRecord(headers)) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function parseLine(text: string, number: number): Beacon | string {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return `line ${number}: no JSON`;
  }
  if (!isRecord(line) || typeof line['url'] !== 'string' || !isRecord(line['expect'])) {
    return `line ${number}: no request with its “url” and what to “expect”`;
  }
  const body = bodyOf(line);
  if (body === undefined) return `line ${number}: “body” is no text`;
  const method = typeof line['method'] === 'string' ? line['method'].toUpperCase() : 'GET';
  const id = typeof line['id'] === 'string' || typeof line['id'] === 'number' ? String(line['id']) : `line ${number}`;
  const hit = { url: line['url'], method, headers: headersOf(line['headers']), body };
  return { id, hit, expect: line['expect'] };
}

/** Reads labelled requests, a JSON object a line; with a sentence for each line that is none. */
export function parseBeacons(text: string): {
  readonly beacons: readonly Beacon[];
  readonly faults: readonly string[];
} {
  const parsed = text
    .split('\n')
    .map((line, at) => (line.trim() === '' ? null : parseLine(line, at + 1)))
    .filter((one) => one !== null);
  return {
    beacons: parsed.filter((one) => typeof one !== 'string'),
    faults: parsed.filter((one) => typeof one === 'string'),
  };
}

function eventsIn(reading: Reading): readonly HitEvent[] {
  return reading.type === 'hit' || reading.type === 'unknown' ? reading.events : [];
}

function same(one: string, other: string): boolean {
  return decodePercent(one).trim() === decodePercent(other).trim();
}

type Judge = (event: HitEvent, expected: string | number) => boolean;

function near(within: number, role: 'seconds' | 'value'): Judge {
  return ({ facts }, expected) => {
    const value = facts[role]?.value;
    // A little more than was asked for, since neither number can be written exactly.
    return value !== undefined && Math.abs(value - Number(expected)) <= within + 1e-9;
  };
}

function equal(role: 'page' | 'title' | 'currency' | 'order' | 'visitor'): Judge {
  return ({ facts }, expected) => {
    const value = facts[role]?.value;
    return value !== undefined && same(value, String(expected));
  };
}

const JUDGES: Readonly<Record<Exclude<JudgedRole, 'events'>, Judge>> = {
  event: ({ name }, expected) => name.toLowerCase().includes(String(expected).toLowerCase()),
  page: equal('page'),
  title: equal('title'),
  search: ({ facts }, expected) =>
    decodePercent(facts.search?.value ?? '').includes(decodePercent(String(expected))) && facts.search !== undefined,
  seconds: near(0.05, 'seconds'),
  value: near(0.01, 'value'),
  currency: equal('currency'),
  orderId: equal('order'),
  visitorId: equal('visitor'),
  email: ({ personal }, expected) => personal.some(({ what, form }) => what === 'email' && form === expected),
};

const READ: Readonly<Record<Exclude<JudgedRole, 'events'>, (event: HitEvent) => unknown>> = {
  event: ({ name }) => name,
  page: ({ facts }) => facts.page?.value,
  title: ({ facts }) => facts.title?.value,
  search: ({ facts }) => facts.search?.value,
  seconds: ({ facts }) => facts.seconds?.value,
  value: ({ facts }) => facts.value?.value,
  currency: ({ facts }) => facts.currency?.value,
  orderId: ({ facts }) => facts.order?.value,
  visitorId: ({ facts }) => facts.visitor?.value,
  email: ({ personal }) => personal.filter(({ what }) => what === 'email').map(({ form }) => form),
};

/** What was read of a role, as text. */
function readOf(role: JudgedRole, events: readonly HitEvent[]): string {
  if (role === 'events') return String(events.length);
  const texts = events.map((event) => JSON.stringify(READ[role](event)) ?? 'nothing');
  return [...new Set(texts)].join(', ') || 'nothing';
}

function isRight(role: JudgedRole, expected: string | number, events: readonly HitEvent[]): boolean {
  return role === 'events' ? events.length === expected : events.some((event) => JUDGES[role](event, expected));
}

function routedRight(reading: Reading, expected: string | null): boolean {
  if (expected === null) return reading.type !== 'hit';
  return reading.type === 'hit' && vendorCalled(expected) === reading.vendor.id;
}

function routing(reading: Reading): string {
  if (reading.type === 'hit') return reading.vendor.id;
  return reading.type === 'host' ? `a host of ${reading.vendor.id}’s, no hit` : `nobody’s (${reading.type})`;
}

/** What came of one request: which of the expected was judged, and what was read otherwise. */
export interface JudgedBeacon {
  readonly judged: readonly (JudgedRole | 'vendor')[];
  readonly misses: readonly Miss[];
}

/** Compares a reading with what was expected. */
export function judgeBeacon({ id, expect }: Beacon, reading: Reading): JudgedBeacon {
  const events = eventsIn(reading);
  const judged = JUDGED.filter((role) => expect[role] !== undefined);
  const misses = judged
    .filter((role) => !isRight(role, expect[role] ?? '', events))
    .map((role): Miss => ({ id, role, expected: JSON.stringify(expect[role]), read: readOf(role, events) }));
  if (expect.vendor === undefined) return { judged, misses };
  const vendor: readonly Miss[] = routedRight(reading, expect.vendor)
    ? []
    : [{ id, role: 'vendor', expected: JSON.stringify(expect.vendor), read: routing(reading) }];
  return { judged: ['vendor', ...judged], misses: [...vendor, ...misses] };
}

/** How many were right of how many. */
export interface Share {
  readonly right: number;
  readonly total: number;
}

/** Over all requests: whose they are, and each role. */
export interface BeaconAccuracy {
  readonly routing: Share;
  readonly roles: Readonly<Partial<Record<JudgedRole, Share>>>;
}

function shareOf(all: readonly JudgedBeacon[], role: JudgedRole | 'vendor'): Share {
  const total = all.filter(({ judged }) => judged.includes(role)).length;
  const wrong = all.filter(({ misses }) => misses.some((miss) => miss.role === role)).length;
  return { right: total - wrong, total };
}

/** Sums up. */
export function beaconAccuracy(all: readonly JudgedBeacon[]): BeaconAccuracy {
  const roles = JUDGED.map((role) => [role, shareOf(all, role)] as const).filter(([, { total }]) => total > 0);
  return { routing: shareOf(all, 'vendor'), roles: Object.fromEntries(roles) };
}
