import type { ConsentRecord, ConsentText, PurposeSaid, VendorsCounted } from '#core/consent.ts';
import { isObject, own } from '#core/json.ts';
import { fromBase64, ownNumber, ownTexts, parseStored, ownText } from './json.ts';
import { named, onEither } from './purposes.ts';
import { howMany, LONGEST_JSON, momentOf, recordOf, unread } from './record.ts';

/** What is enabled and disabled under a name of the token. */
function listed(token: unknown, name: string) {
  const lists = own(token, name);
  return { enabled: ownTexts(lists, 'enabled'), disabled: ownTexts(lists, 'disabled'), is: isObject(lists) };
}

function count({ is }: { readonly is: boolean }, list: readonly string[]): VendorsCounted | null {
  return is ? howMany(new Set(list).size) : null;
}

function purposesOf(token: unknown): readonly PurposeSaid[] {
  const consent = listed(token, 'purposes');
  const interest = listed(token, 'purposes_li');
  const names = new Set([...consent.enabled, ...consent.disabled, ...interest.enabled, ...interest.disabled]);
  const [granted, claimed, objected, refused] = [
    consent.enabled,
    interest.enabled,
    interest.disabled,
    consent.disabled,
  ].map((list) => new Set(list));
  return [...names].map((name) => {
    const state = onEither(granted?.has(name) ?? false, claimed?.has(name) ?? false);
    const isObjected = state === 'refused' && objected?.has(name) === true && refused?.has(name) !== true;
    return named(name, isObjected ? 'objected' : state, claimed?.has(name) ?? false);
  });
}

/**
 * Didomi's token, base64 of JSON: purposes and vendors by consent and by legitimate interest, in which `disabled` is an
 * objection, and when. It is stored with the person's number before anything is chosen: then no purpose stands in it.
 * The newer `didomi_dcs` is known by its name alone.
 * @see https://support.didomi.io/en/didomi-cookies-storage-1
 */
export function readDidomi(text: ConsentText): ConsentRecord {
  if (text.value.length > LONGEST_JSON) return unread('didomi', [text], 'too-long');
  if (text.name === 'didomi_dcs') return unread('didomi', [text], 'no-reader');
  const token = parseStored(fromBase64(text.value.replaceAll('%3D', '=')) ?? text.value);
  if (!isObject(token) || ownText(token, 'created') === undefined) return unread('didomi', [text]);
  const vendors = listed(token, 'vendors');
  const interested = listed(token, 'vendors_li');
  const purposes = purposesOf(token);
  const version = ownNumber(token, 'version');
  const isEmpty = purposes.length === 0 && vendors.enabled.length + vendors.disabled.length === 0;
  return recordOf('didomi', [text], {
    cmp: { name: 'Didomi', version: version === undefined ? null : String(version) },
    by: isEmpty ? 'default' : 'unknown',
    purposes,
    vendors: {
      granted: count(vendors, vendors.enabled),
      refused: count(vendors, vendors.disabled),
      legitimateInterest: count(interested, interested.enabled),
    },
    at: momentOf(ownText(token, 'created')),
    updated: momentOf(ownText(token, 'updated')),
  });
}
