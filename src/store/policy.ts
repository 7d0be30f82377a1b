import { fieldsOf } from '#core/fields.ts';
import type { KeyedStorage } from '#browser/storage.ts';
import type { NoticeSettings } from '#core/control.ts';
import type { Correction, Corrections } from '#core/correction.ts';
import { parseNotice } from '#core/notice.ts';
import type { IdentifierKey } from '#core/identifier.ts';
import { parseIdentifier } from '#core/parse-identifier.ts';
import { parseChoice } from '#core/mode.ts';
import type { Fleeting } from '#core/fleeting.ts';
import { type IdentifierChosen, NO_POLICY, type Pause, type Policy, type SiteChosen } from '#core/policy.ts';
import type { Domain } from '#core/site.ts';
import type { Purpose } from '#core/verdict.ts';

const KEY = 'policy';
const NOTICE = 'notice';
const FLEETING = 'policy-of-private-windows';

const PURPOSES: readonly Purpose[] = ['necessary', 'functional', 'analytics', 'advertising'];

function time(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function parseSite(value: unknown): SiteChosen | undefined {
  const fields = fieldsOf(value);
  const [choice, at] = [parseChoice(fields['choice']), time(fields['at'])];
  return choice === undefined || at === undefined ? undefined : { choice, at, loopAt: time(fields['loopAt']) ?? null };
}

function parseForIdentifier(value: unknown): IdentifierChosen | undefined {
  const fields = fieldsOf(value);
  const [choice, at, identifier] = [
    parseChoice(fields['choice']),
    time(fields['at']),
    parseIdentifier(fields['identifier']),
  ];
  const domain = fields['domain'];
  if (choice === undefined || at === undefined || identifier === undefined || typeof domain !== 'string')
    return undefined;
  const refused = PURPOSES.find((purpose) => purpose === fields['refused']);
  return { choice, at, identifier, domain: domain as Domain, ...(refused !== undefined && { refused }) };
}

function parseCorrection(value: unknown): Correction | undefined {
  const fields = fieldsOf(value);
  const [at, identifier] = [time(fields['at']), parseIdentifier(fields['identifier'])];
  const { domain, is } = fields;
  if (at === undefined || identifier === undefined || typeof domain !== 'string') return undefined;
  return is === 'number' || is === 'no-number' ? { at, identifier, is, domain: domain as Domain } : undefined;
}

function parsePause(value: unknown): Pause | undefined {
  const { at, until, why } = fieldsOf(value);
  const begun = time(at);
  if (begun === undefined || (why !== 'paused' && why !== 'broken')) return undefined;
  return { at: begun, until: time(until) ?? null, why };
}

function parseEach<Value>(of: unknown, parse: (value: unknown) => Value | undefined): Record<string, Value> {
  const entries = Object.entries(fieldsOf(of)).map(([key, value]) => [key, parse(value)] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, Value & {}] => entry[1] !== undefined));
}

/** What undecided numbers may do, as a view sends it or storage holds it; each field is read by itself. */
export function parseUndecided(value: unknown): Policy['undecided'] {
  const { first, third } = fieldsOf(value);
  return {
    first: first === 'ask' ? 'ask' : NO_POLICY.undecided.first,
    third: third === 'ask' || third === 'block' ? third : NO_POLICY.undecided.third,
  };
}

/** What is stored may be of another version, or damaged: what can be read of it counts. */
export function parsePolicy(stored: unknown): Policy {
  const fields = fieldsOf(stored);
  const paused = fieldsOf(fields['paused']);
  return {
    undecided: parseUndecided(fields['undecided']),
    sites: parseEach(fields['sites'], parseSite) as Record<Domain, SiteChosen>,
    identifiers: parseEach(fields['identifiers'], parseForIdentifier) as Record<IdentifierKey, IdentifierChosen>,
    corrections: parseEach(fields['corrections'], parseCorrection) as Corrections,
    paused: {
      everywhere: parsePause(paused['everywhere']) ?? null,
      sites: parseEach(paused['sites'], parsePause) as Record<Domain, Pause>,
    },
  };
}

export async function readPolicy(storage: KeyedStorage): Promise<Policy> {
  return parsePolicy(await storage.get(KEY));
}

export async function keepPolicy(storage: KeyedStorage, policy: Policy): Promise<void> {
  await storage.set({ [KEY]: policy });
}

function parseOver<Value>(of: unknown, parse: (value: unknown) => Value | undefined): Record<string, Value | null> {
  const gone = Object.entries(fieldsOf(of)).filter(([, value]) => value === null);
  return { ...parseEach(of, parse), ...(Object.fromEntries(gone) as Record<string, null>) };
}

/** What was decided in private windows; kept only in the browser's memory, for a background that is stopped. */
export async function readFleeting(memory: KeyedStorage): Promise<Fleeting> {
  const fields = fieldsOf(await memory.get(FLEETING));
  return {
    sites: parseOver(fields['sites'], parseSite),
    identifiers: parseOver(fields['identifiers'], parseForIdentifier),
    corrections: parseOver(fields['corrections'], parseCorrection),
    paused: parseOver(fields['paused'], parsePause),
  };
}

export async function keepFleeting(memory: KeyedStorage, fleeting: Fleeting): Promise<void> {
  await memory.set({ [FLEETING]: fleeting });
}

export async function readNotice(storage: KeyedStorage): Promise<NoticeSettings> {
  return parseNotice(await storage.get(NOTICE));
}

/** Keeps how the person is told; gives back what was really kept. */
export async function keepNotice(storage: KeyedStorage, notice: unknown): Promise<NoticeSettings> {
  const kept = parseNotice(notice);
  await storage.set({ [NOTICE]: kept });
  return kept;
}
