import type { ConsentRecord, ConsentText, PurposeSaid, VendorsCounted } from '#core/consent.ts';
import { isObject, own } from '#core/json.ts';
import { readAdditionalConsent } from './google.ts';
import { decodeGpp } from './gpp.ts';
import { jurisdictionOf, US_SECTIONS } from './gpp-sections.ts';
import { ownNumber, ownText } from './json.ts';
import { numbered, onEither } from './purposes.ts';
import { counted, type Found, recordOf, unread } from './record.ts';
import { decodeTcString } from './tcf.ts';
import { readUsPrivacy } from './us-privacy.ts';

/** So many vendors are counted; their numbers have 16 bits. */
const MOST_VENDORS = 65_535;
/** The framework has room for so many purposes. */
const MOST_PURPOSES = 24;

/** The numbers under which an object has `true`. */
function trueNumbers(value: unknown, most: number): ReadonlySet<number> {
  const set = new Set<number>();
  if (!isObject(value)) return set;
  for (const [name, is] of Object.entries(value).slice(0, most)) {
    const number = Number(name);
    if (is === true && Number.isInteger(number) && number > 0 && number <= most) set.add(number);
  }
  return set;
}

function vendors(value: unknown): VendorsCounted | null {
  return isObject(value)
    ? counted([...trueNumbers(value, MOST_VENDORS)].map((number) => [number, number] as const))
    : null;
}

/** The numbers an object has anything under, in order. */
function numbersIn(...objects: readonly unknown[]): readonly number[] {
  const names = objects.flatMap((object) => (isObject(object) ? Object.keys(object).slice(0, MOST_PURPOSES) : []));
  const numbers = new Set(
    names.map(Number).filter((number) => Number.isInteger(number) && number > 0 && number <= MOST_PURPOSES),
  );
  return [...numbers].toSorted((a, b) => a - b);
}

function purposesOf(data: unknown): readonly PurposeSaid[] {
  const purpose = own(data, 'purpose');
  const [consents, interests] = [own(purpose, 'consents'), own(purpose, 'legitimateInterests')];
  const [consented, interested] = [trueNumbers(consents, MOST_PURPOSES), trueNumbers(interests, MOST_PURPOSES)];
  const features = own(data, 'specialFeatureOptins');
  const optedIn = trueNumbers(features, MOST_PURPOSES);
  return [
    ...numbersIn(consents, interests).map((number) =>
      numbered(
        { kind: 'purpose', number },
        onEither(consented.has(number), interested.has(number)),
        interested.has(number),
      ),
    ),
    ...numbersIn(features).map((number) =>
      numbered({ kind: 'special-feature', number }, optedIn.has(number) ? 'granted' : 'refused'),
    ),
  ];
}

/** What the object says, and of purposes that it leaves out what the string says. */
function merged(object: readonly PurposeSaid[], string: readonly PurposeSaid[]): readonly PurposeSaid[] {
  const byName = new Map(object.map((said) => [said.name, said]));
  const names = new Set(string.map(({ name }) => name));
  return [...string.map((said) => byName.get(said.name) ?? said), ...object.filter(({ name }) => !names.has(name))];
}

/** What the object itself says, which is what the page acts by; the string inside it says the rest. */
function ofTcData(data: unknown, text: string | undefined): Found {
  const string: Found = text === undefined || text === '' ? { purposes: [] } : decodeTcString(text);
  const purposes = purposesOf(data);
  const [country, event, vendor] = [ownText(data, 'publisherCC'), ownText(data, 'eventStatus'), own(data, 'vendor')];
  const [id, version] = [ownNumber(data, 'cmpId'), ownNumber(data, 'cmpVersion')];
  const applies = own(data, 'gdprApplies');
  return {
    ...string,
    problem:
      string.purposes === undefined ? (purposes.length > 0 ? 'incomplete' : 'unreadable') : (string.problem ?? null),
    cmp: {
      ...string.cmp,
      ...(id === undefined ? {} : { id }),
      ...(version === undefined ? {} : { version: String(version) }),
    },
    by: event === 'useractioncomplete' ? 'person' : event === 'cmpuishown' ? 'default' : 'unknown',
    purposes: merged(purposes, string.purposes ?? []),
    vendors: {
      ...string.vendors,
      ...(isObject(vendor)
        ? {
            granted: vendors(own(vendor, 'consents')) ?? string.vendors?.granted ?? null,
            legitimateInterest:
              vendors(own(vendor, 'legitimateInterests')) ?? string.vendors?.legitimateInterest ?? null,
            disclosed: vendors(own(vendor, 'disclosedVendors')) ?? string.vendors?.disclosed ?? null,
          }
        : {}),
    },
    jurisdictions:
      applies === false
        ? []
        : country !== undefined && /^[A-Z]{2}$/iu.test(country)
          ? [country.toUpperCase()]
          : (string.jurisdictions ?? []),
  };
}

/**
 * What a page's `__tcfapi` answered to `getTCData` or `addEventListener`: its TC data, as it came, trusted in nothing.
 * First the framework's record, then Google's Additional Consent where the answer has it. `useractioncomplete` is a
 * person's press, `cmpuishown` is before any; empty where it is no TC data at all.
 * @see https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md
 */
export function readTcData(data: unknown): readonly ConsentRecord[] {
  const text = ownText(data, 'tcString');
  if (!isObject(data) || (text === undefined && own(data, 'purpose') === undefined)) return [];
  const live: ConsentText = { area: 'live', name: '__tcfapi', value: text ?? '' };
  const additional = ownText(data, 'addtlConsent');
  return [
    recordOf('tcf', [live], ofTcData(data, text)),
    ...(additional === undefined || additional === '' ? [] : [readAdditionalConsent({ ...live, value: additional })]),
  ];
}

/**
 * What a page's `__gpp` answered to `ping`: its string, and which sections apply here. Empty where there is no string.
 * @see https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform/blob/main/Core/CMP%20API%20Specification.md
 */
export function readGppPing(ping: unknown): readonly ConsentRecord[] {
  const text = ownText(ping, 'gppString');
  if (text === undefined || text === '') return [];
  const live: ConsentText = { area: 'live', name: '__gpp', value: text };
  const found = decodeGpp(text);
  if (found.purposes === undefined) return [unread('gpp', [live], found.problem ?? 'unreadable')];
  const id = ownNumber(ping, 'cmpId');
  const applicable = own(ping, 'applicableSections');
  const sections = Array.isArray(applicable)
    ? applicable.slice(0, MOST_PURPOSES).flatMap((one) => (typeof one === 'number' ? [US_SECTIONS.get(one)?.name] : []))
    : [];
  const named = sections.flatMap((name) => (name === undefined ? [] : [jurisdictionOf(name)]));
  return [
    recordOf('gpp', [live], {
      ...found,
      cmp: { ...found.cmp, ...(id === undefined ? {} : { id }) },
      by: ownText(ping, 'signalStatus') === 'not ready' ? 'default' : 'unknown',
      jurisdictions: named.length > 0 ? named : (found.jurisdictions ?? []),
    }),
  ];
}

/**
 * What a page's `__uspapi` answered to `getUSPData`. Empty where there is no string.
 * @see https://github.com/InteractiveAdvertisingBureau/USPrivacy/blob/master/CCPA/USP%20API.md
 */
export function readUspData(data: unknown): readonly ConsentRecord[] {
  const text = ownText(data, 'uspString');
  return text === undefined || text === '' ? [] : [readUsPrivacy({ area: 'live', name: '__uspapi', value: text })];
}
