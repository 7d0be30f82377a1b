import type { ConsentPurpose, ConsentRecord, ConsentText, PurposeSaid } from '#core/consent.ts';
import { isObject, own } from '#core/json.ts';
import { readAdditionalConsent } from './google.ts';
import { ownEntries, ownNumber, ownText, parseStored } from './json.ts';
import { named, purposeOf } from './purposes.ts';
import { LONGEST_JSON, moment, recordOf, said, unread } from './record.ts';
import { readTcString } from './tcf.ts';

/** Services that Usercentrics' documentation names by their number; others stand in the site's settings alone. */
const SERVICES: ReadonlyMap<string, ConsentPurpose> = new Map([
  ['87JYasXPF', 'analytics'],
  ['twMyStLkn', 'advertising'],
  ['B1Hk_zoTX', 'advertising'],
]);

/** The latest entry of a service's history. */
function latest(service: unknown): unknown {
  const history = own(service, 'history');
  return Array.isArray(history) ? (history.at(-1) as unknown) : undefined;
}

/** Version 2: each service with its history, whose last entry says when, by what and whether by a person. */
function ofSettings(settings: unknown, texts: readonly ConsentText[]): ConsentRecord {
  const list = own(settings, 'services');
  if (!Array.isArray(list)) return unread('usercentrics', texts);
  const services: readonly unknown[] = list;
  const purposes: readonly PurposeSaid[] = services.flatMap((service) => {
    const id = ownText(service, 'id');
    const status = own(service, 'status');
    if (id === undefined || typeof status !== 'boolean') return [];
    return [said(SERVICES.get(id) ?? 'other', id, status ? 'granted' : 'refused')];
  });
  const entries = services.map(latest).filter((entry) => entry !== undefined);
  const times = entries.flatMap((entry) => moment(ownNumber(entry, 'timestamp')) ?? []);
  const interaction = texts.find(({ name }) => name === 'uc_user_interaction')?.value;
  const explicit = interaction === 'true' || entries.some((entry) => ownText(entry, 'type') === 'explicit');
  const implicit = entries.some((entry) => ownText(entry, 'type') === 'implicit') || interaction === 'false';
  const version = ownText(settings, 'version');
  return recordOf('usercentrics', texts, {
    problem: purposes.length < services.length ? 'incomplete' : null,
    cmp: { name: 'Usercentrics', version: version ?? null },
    by: explicit ? 'person' : implicit ? 'default' : 'unknown',
    purposes,
    at: times.length === 0 ? null : times.reduce((one, other) => Math.min(one, other)),
    updated: times.length === 0 ? null : times.reduce((one, other) => Math.max(one, other)),
  });
}

/** Version 3: each service by its name. */
function ofData(data: unknown, text: ConsentText): ConsentRecord {
  const services = ownEntries(own(data, 'consent'), 'services');
  const purposes = services.flatMap(([id, service]) => {
    const consent = own(service, 'consent');
    const name = ownText(service, 'name') ?? id;
    if (typeof consent !== 'boolean') return [];
    return [said(SERVICES.get(id) ?? purposeOf(name), name, consent ? 'granted' : 'refused')];
  });
  const google = ownEntries(data, 'gcm').flatMap(([name, is]) =>
    is === 'granted' || is === 'denied' ? [named(`gcm.${name}`, is === 'granted' ? 'granted' : 'refused')] : [],
  );
  if (purposes.length + google.length === 0) return unread('usercentrics', [text]);
  return recordOf('usercentrics', [text], {
    problem: purposes.length < services.length ? 'incomplete' : null,
    cmp: { name: 'Usercentrics', version: '3' },
    purposes: [...purposes, ...google],
  });
}

function opened(text: ConsentText, reader: (value: unknown) => ConsentRecord): ConsentRecord {
  return text.value.length > LONGEST_JSON
    ? unread('usercentrics', [text], 'too-long')
    : reader(parseStored(text.value));
}

/** The framework's string, and Google's, as Usercentrics keeps them. */
function ofTcf(text: ConsentText): readonly ConsentRecord[] {
  if (text.value.length > LONGEST_JSON) return [unread('tcf', [text], 'too-long')];
  const stored = parseStored(text.value);
  const string = ownText(stored, 'tcString');
  const additional = ownText(stored, 'acString');
  if (!isObject(stored) || string === undefined) return [unread('tcf', [text])];
  return [
    { ...readTcString({ ...text, value: string }), texts: [text] },
    ...(additional === undefined || additional === ''
      ? []
      : [{ ...readAdditionalConsent({ ...text, value: additional }), texts: [text] }]),
  ];
}

/**
 * What Usercentrics keeps in local storage: `uc_settings` and `uc_user_interaction` of version 2, `ucData` of version 3,
 * `uc_tcf` with the framework's string. Version 2 says who chose (`explicit`, `implicit`); services stand there by
 * numbers, which only the site's settings name.
 * @see https://docs.usercentrics.com/cmp_browser_sdk/
 */
export function readUsercentrics(texts: readonly ConsentText[]): readonly ConsentRecord[] {
  const by = (name: string): ConsentText | undefined => texts.find((text) => text.name === name);
  const [settings, data, tcf] = [by('uc_settings'), by('ucData'), by('uc_tcf')];
  const ofVersion2 = texts.filter(({ name }) => name === 'uc_settings' || name === 'uc_user_interaction');
  return [
    ...(settings === undefined ? [] : [opened(settings, (value) => ofSettings(value, ofVersion2))]),
    ...(data === undefined ? [] : [opened(data, (value) => ofData(value, data))]),
    ...(tcf === undefined ? [] : ofTcf(tcf)),
  ];
}
