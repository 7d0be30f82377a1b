import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identifier, identifierKey } from '#core/identifier.ts';
import { parseIdentifier } from '#core/parse-identifier.ts';
import { CHIP, DEVICE, FRAMED, HVID, UID } from './deciding.ts';

const KNOWN: readonly Identifier[] = [
  HVID,
  UID,
  CHIP,
  DEVICE,
  FRAMED,
  { ...DEVICE, area: 'session-storage' },
  { ...DEVICE, area: 'indexed-db' },
  { ...HVID, partition: { topLevelSite: 'https://news.example' } },
];

describe('an identifier', () => {
  it.each(KNOWN)('comes back as it was sent: %o', (identifier) => {
    expect(parseIdentifier(JSON.parse(JSON.stringify(identifier)))).toEqual(identifier);
  });

  it('is the same one, whatever else was sent with it', () => {
    const parsed = parseIdentifier({ ...HVID, value: 'a value has no place here' });
    expect(parsed).toEqual(HVID);
    expect(Object.keys(parsed ?? {})).not.toContain('value');
  });

  it.each(['area', 'store', 'partition', 'host', 'hostOnly', 'path', 'name'])(
    'of a cookie is none without %s',
    (field) => {
      expect(parseIdentifier({ ...HVID, [field]: undefined })).toBeUndefined();
      expect(parseIdentifier({ ...HVID, [field]: 7 })).toBeUndefined();
    },
  );

  it.each(['area', 'store', 'partition', 'origin', 'key'])('of web storage is none without %s', (field) => {
    expect(parseIdentifier({ ...DEVICE, [field]: undefined })).toBeUndefined();
    expect(parseIdentifier({ ...DEVICE, [field]: ['x'] })).toBeUndefined();
  });

  it('of a partition without a site is none', () => {
    expect(parseIdentifier({ ...HVID, partition: { hasCrossSiteAncestor: true } })).toBeUndefined();
  });

  it('of any shape is one with a key of its own, or none; and reading it never throws', () => {
    const text = fc.oneof(fc.string(), fc.anything());
    const shape = fc.record({
      area: fc.oneof(fc.constantFrom('cookie', 'local-storage', 'session-storage', 'indexed-db'), fc.anything()),
      store: text,
      partition: fc.oneof(fc.constant(null), fc.record({ topLevelSite: text, hasCrossSiteAncestor: fc.anything() })),
      host: text,
      hostOnly: fc.oneof(fc.boolean(), fc.anything()),
      path: text,
      name: text,
      origin: text,
      key: text,
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), shape), (value) => {
        const parsed = parseIdentifier(value);
        const again = parseIdentifier(parsed);
        expect(again).toEqual(parsed);
        expect(again && identifierKey(again)).toBe(parsed && identifierKey(parsed));
      }),
    );
  });
});
