import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_GPC } from '#core/gpc.ts';
import type { Domain } from '#core/site.ts';
import { keepGpc, parseGpc, readGpc } from '#store/gpc.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';

const SHOP = 'shop.example' as Domain;

describe('where Global Privacy Control is on', () => {
  it('is nowhere before it was chosen, and kept then', async () => {
    const storage = fakeStorage();
    expect(await readGpc(storage)).toEqual(NO_GPC);
    await keepGpc(storage, { everyone: true, sites: { [SHOP]: false } });
    expect(await readGpc(storage)).toEqual({ everyone: true, sites: { [SHOP]: false } });
  });

  it('is read site by site: one that is damaged does not spoil the others', () => {
    expect(parseGpc({ everyone: 1, sites: { [SHOP]: true, 'news.example': 'yes' } })).toEqual({
      everyone: false,
      sites: { [SHOP]: true },
    });
  });

  it('of any shape is yes or no', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ everyone: fc.anything(), sites: fc.anything() })), (stored) => {
        const { everyone, sites } = parseGpc(stored);
        expect([everyone, ...Object.values(sites)].every((on) => typeof on === 'boolean')).toBe(true);
      }),
    );
  });
});
