import type { ConsentPurpose, ConsentRecord, ConsentText, PurposeSaid } from '#core/consent.ts';
import { decodePercent } from '#core/percent.ts';
import { purposeOf } from './purposes.ts';
import { howMany, LONGEST_STRING, momentOf, recordOf, said, unread } from './record.ts';

/** OneTrust's own groups; sites may add others under names of their own. Older sites have the number alone. */
const GROUPS: ReadonlyMap<string, ConsentPurpose> = new Map([
  ['C0001', 'necessary'],
  ['C0002', 'analytics'],
  ['C0003', 'functional'],
  ['C0004', 'advertising'],
  ['C0005', 'social'],
  ['1', 'necessary'],
  ['2', 'analytics'],
  ['3', 'functional'],
  ['4', 'advertising'],
]);

/** The cookies that belong together. */
const MAIN = 'OptanonConsent';
const CLOSED = 'OptanonAlertBoxClosed';
const SALE = 'OneTrustWPCCPAGoogleOptOut';

function piecesOf(text: string): readonly string[] {
  return text.split(',').filter((piece) => piece !== '');
}

/** `C0001:1,C0002:0` → each name with whether it is on. */
function switches(text: string): readonly (readonly [string, boolean])[] {
  return piecesOf(text).flatMap((piece) => {
    const [, name, on] = /^(.{1,200}):([01])$/u.exec(piece) ?? [];
    return name === undefined ? [] : [[name, on === '1'] as const];
  });
}

function purposesOf(groups: string): readonly PurposeSaid[] {
  return switches(groups).map(([name, on]) =>
    said(GROUPS.get(name) ?? purposeOf(name), name, on ? 'granted' : 'refused'),
  );
}

/** How many vendors are on and off, hosts and vendors together. */
function vendorsOf(parameters: URLSearchParams) {
  const all = ['hosts', 'genVendors'].flatMap((name) => switches(parameters.get(name) ?? ''));
  if (all.length === 0) return {};
  const on = all.filter(([, isOn]) => isOn).length;
  return { granted: howMany(on), refused: howMany(all.length - on) };
}

function value(texts: readonly ConsentText[], name: string): string | undefined {
  return texts.find((text) => text.name === name)?.value;
}

function readOne(main: string, texts: readonly ConsentText[]): ConsentRecord {
  if (main.length > LONGEST_STRING) return unread('onetrust', texts, 'too-long');
  const parameters = new URLSearchParams(main.includes('=') ? main : decodePercent(main));
  const groups = parameters.get('groups');
  const version = parameters.get('version');
  if (groups === null && version === null) return unread('onetrust', texts);
  const closed = momentOf(decodePercent(value(texts, CLOSED)?.slice(0, 100) ?? ''));
  const interactions = parameters.get('interactionCount');
  const pressed = closed !== null || /^[1-9]\d{0,5}$/u.test(interactions ?? '');
  const place = /^([A-Z]{2})(?:;(\w{1,3}))?$/u.exec(parameters.get('geolocation') ?? '');
  const sale = value(texts, SALE);
  const gpc = parameters.get('isGpcEnabled');
  return recordOf('onetrust', texts, {
    problem: switches(groups ?? '').length < piecesOf(groups ?? '').length ? 'incomplete' : null,
    cmp: { name: 'OneTrust', version },
    by: pressed ? 'person' : interactions === '0' ? 'default' : 'unknown',
    purposes: purposesOf(groups ?? ''),
    vendors: vendorsOf(parameters),
    at: closed,
    updated: momentOf(parameters.get('datestamp') ?? undefined),
    signals: {
      gpc: gpc === '1' || gpc === '0' ? gpc === '1' : null,
      saleOptOut: sale === 'true' || sale === 'false' ? sale === 'true' : null,
    },
    jurisdictions: place === null ? [] : [[place[1], place[2]].filter((one) => one !== undefined).join('-')],
  });
}

/**
 * OneTrust's cookies: `OptanonConsent` has the groups, and is written before anything is pressed, too. That the person
 * pressed something is known by `interactionCount` or by the time at which the notice was closed
 * (`OptanonAlertBoxClosed`).
 * @see https://my.onetrust.com/articles/en_US/Knowledge/UUID-2dc719a8-4be5-8d16-1dc8-c7b4147b88e0
 */
export function readOneTrust(texts: readonly ConsentText[]): readonly ConsentRecord[] {
  const others = texts.filter(({ name }) => name !== MAIN);
  return texts.filter(({ name }) => name === MAIN).map((main) => readOne(main.value, [main, ...others]));
}
