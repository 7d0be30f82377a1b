import type { NumberRange } from '#core/consent.ts';
import { Bits, type RangeCoding, readVendors } from './bits.ts';
import { numbered, TCF_PURPOSE_COUNT, TCF_SPECIAL_FEATURE_COUNT } from './purposes.ts';
import { counted, type Found, moment } from './record.ts';

/** Encoders fill the last byte and sign. */
const FILLED = 23;

interface Canada {
  readonly found: Found;
  /** Whether all of it was read, as it is coded. */
  readonly whole: boolean;
}

/** Restrictions are passed over: their ranges have to be read to know where they end. */
function passRestrictions(bits: Bits, coding: RangeCoding): void {
  const count = bits.number(12);
  for (let index = 0; index < count && !bits.over; index += 1) {
    bits.number(8);
    readVendors(bits, coding);
  }
}

function readCore(text: string, coding: RangeCoding): Canada | null {
  const bits = new Bits(text);
  const version = bits.number(6);
  const at = moment(bits.moment());
  const updated = moment(bits.moment());
  const id = bits.number(12);
  const cmpVersion = bits.number(12);
  // Screen, language, version of the vendor list, policy, other groups than the standard's.
  bits.number(6 + 12 + 12 + 6 + 1);
  const features = bits.set(12);
  const express = bits.set(24);
  const implied = bits.set(24);
  if (version !== 1 || at === null || updated === null || bits.over) return null;
  const granted: readonly NumberRange[] = readVendors(bits, coding);
  // Vendors by implied consent, of which the record has no such count.
  readVendors(bits, coding);
  if (bits.left >= 12) passRestrictions(bits, coding);
  const whole = !bits.over && bits.left <= FILLED && bits.endsHere();
  const purposes = Array.from({ length: TCF_PURPOSE_COUNT }, (_, index) =>
    numbered(
      { kind: 'purpose', number: index + 1 },
      express.has(index + 1) ? 'granted' : implied.has(index + 1) ? 'not-objected' : 'refused',
    ),
  );
  const special = Array.from({ length: TCF_SPECIAL_FEATURE_COUNT }, (_, index) =>
    numbered({ kind: 'special-feature', number: index + 1 }, features.has(index + 1) ? 'granted' : 'refused'),
  );
  return {
    whole,
    found: {
      cmp: { id, version: String(cmpVersion) },
      purposes: [...purposes, ...special],
      vendors: whole ? { granted: counted(granted) } : {},
      at,
      updated,
      jurisdictions: ['CA'],
      ...(whole ? {} : { problem: 'incomplete' as const }),
    },
  };
}

/**
 * The Canadian framework's section: express consent is granted, implied consent is what nobody objected to. Its vendors
 * are Fibonacci-coded; older encoders wrote them as the European framework does. `null`: it has not that form.
 * @see https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform/tree/main/Sections/Canada
 */
export function readCanada(text: string): Found | null {
  const [core = ''] = text.split('.');
  const fibonacci = readCore(core, 'fibonacci');
  if (fibonacci === null || fibonacci.whole) return fibonacci?.found ?? null;
  const fixed = readCore(core, 'fixed');
  return fixed?.whole === true ? fixed.found : fibonacci.found;
}
