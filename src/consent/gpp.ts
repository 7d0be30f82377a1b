import type { ConsentRecord, ConsentText, PurposeSaid, PurposeState } from '#core/consent.ts';
import { Bits, readRanges } from './bits.ts';
import { readCanada } from './gpp-canada.ts';
import { jurisdictionOf, TCF_CANADA, TCF_EU, US_PRIVACY, US_SECTIONS, type UsSection } from './gpp-sections.ts';
import { type Found, LONGEST_STRING, recordOf, said, unread } from './record.ts';
import { decodeTcString } from './tcf.ts';
import { decodeUsPrivacy } from './us-privacy.ts';

/** `0` does not apply, `1` opted out, `2` did not opt out; `3` is nothing. */
const OPT_OUTS: readonly PurposeState[] = ['not-asked', 'objected', 'not-objected'];

function optedOut(state: PurposeState): boolean | null {
  return state === 'objected' ? true : state === 'not-objected' ? false : null;
}

/** Whether a segment after the first says that Global Privacy Control was on; `null`: it says nothing of it. */
function gpcOf(segments: readonly string[]): boolean | null {
  for (const segment of segments) {
    const bits = new Bits(segment);
    if (bits.number(2) === 1) return bits.over ? null : bits.bit();
  }
  return null;
}

function readUs(section: UsSection, text: string): Found | null {
  const [core = '', ...segments] = text.split('.');
  const bits = new Bits(core);
  const version = bits.number(6);
  const fields = Array.from({ length: section.fields }, () => bits.number(2));
  if (bits.over || version < 1) return null;
  const at = (place: number | null): PurposeState | null =>
    place === null ? null : (OPT_OUTS[fields[place] ?? 3] ?? 'unknown');
  const sale = at(section.sale);
  const sharing = at(section.sharing);
  const targeted = at(section.targetedAdvertising);
  if ([sale, sharing, targeted].includes('unknown')) return null;
  const { name } = section;
  const purposes = [
    sale === null ? null : said('sale', `${name}.SaleOptOut`, sale),
    sharing === null ? null : said('sale', `${name}.SharingOptOut`, sharing),
    targeted === null ? null : said('advertising', `${name}.TargetedAdvertisingOptOut`, targeted),
  ].filter((one) => one !== null);
  return {
    purposes,
    signals: {
      gpc: section.gpc ? gpcOf(segments) : null,
      saleOptOut: sale === null ? null : optedOut(sale),
      sharingOptOut: sharing === null ? null : optedOut(sharing),
      targetedAdvertisingOptOut: targeted === null ? null : optedOut(targeted),
    },
    jurisdictions: [jurisdictionOf(name)],
  };
}

/** What a section says; `null`: it cannot be read, or is none that is known. */
function readSection(id: number, text: string): Found | null {
  if (id === TCF_EU) {
    const found = decodeTcString(text);
    return found.purposes === undefined ? null : found;
  }
  if (id === TCF_CANADA) return readCanada(text);
  if (id === US_PRIVACY) return decodeUsPrivacy(text);
  const section = US_SECTIONS.get(id);
  return section === undefined ? null : readUs(section, text);
}

/** The numbers of the sections that follow a header; `null`: it is none. */
function sectionsOf(header: string): readonly number[] | null {
  const bits = new Bits(header);
  if (bits.number(6) !== 3 || bits.number(6) !== 1) return null;
  const ranges = readRanges(bits, 'fibonacci');
  if (bits.over) return null;
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

/** An opt-out in any section counts, as the person opted out somewhere. */
function either(one: boolean | null | undefined, other: boolean | null | undefined): boolean | null {
  if (one === true || other === true) return true;
  return one ?? other ?? null;
}

function joined(all: Found, found: Found): Found {
  const purposes: readonly PurposeSaid[] = [...(all.purposes ?? []), ...(found.purposes ?? [])];
  return {
    ...all,
    ...found,
    cmp: { ...all.cmp, ...found.cmp },
    purposes,
    vendors: { ...all.vendors, ...found.vendors },
    signals: {
      gpc: either(all.signals?.gpc, found.signals?.gpc),
      saleOptOut: either(all.signals?.saleOptOut, found.signals?.saleOptOut),
      sharingOptOut: either(all.signals?.sharingOptOut, found.signals?.sharingOptOut),
      targetedAdvertisingOptOut: either(
        all.signals?.targetedAdvertisingOptOut,
        found.signals?.targetedAdvertisingOptOut,
      ),
    },
    jurisdictions: [...(all.jurisdictions ?? []), ...(found.jurisdictions ?? [])],
  };
}

/** What a GPP string says, all its sections together. */
export function decodeGpp(text: string): Found {
  if (text.length > LONGEST_STRING) return { problem: 'too-long' };
  const [header = '', ...sections] = text.split('~');
  const ids = sectionsOf(header);
  if (ids === null || ids.length !== sections.length) return { problem: 'unreadable' };
  const read = ids.map((id, index) => readSection(id, sections[index] ?? ''));
  const found = read.filter((one) => one !== null);
  if (found.length === 0 && ids.length > 0) return { problem: 'unreadable' };
  const all = found.reduce(joined, { purposes: [] });
  return found.length < read.length || found.some(({ problem }) => problem !== undefined && problem !== null)
    ? { ...all, problem: 'incomplete' }
    : all;
}

/** Whether a text can be a GPP string, by its header. */
export function looksLikeGpp(text: string): boolean {
  return /^DB[\w-]{2,30}~/u.test(text);
}

/**
 * A string of the Global Privacy Platform: the European and the Canadian framework's sections, US Privacy, and the
 * national and state sections of the US, of which the opt-outs are read. A section that cannot be read makes the record
 * `incomplete`.
 * @see https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform/blob/main/Core/Consent%20String%20Specification.md
 */
export function readGppString(text: ConsentText): ConsentRecord {
  const found = decodeGpp(text.value.trim());
  return found.purposes === undefined
    ? unread('gpp', [text], found.problem ?? 'unreadable')
    : recordOf('gpp', [text], found);
}
