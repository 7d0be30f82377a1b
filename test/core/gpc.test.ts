import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseGpc,
  forgetGpc,
  gpcExceptions,
  gpcOn,
  type GpcPreference,
  NO_GPC,
  gpcChoiceFor,
  gpcHere,
} from '#core/gpc.ts';
import type { Domain } from '#core/site.ts';

const SHOP = 'shop.example' as Domain;
const NEWS = 'news.example' as Domain;
const sites = fc.constantFrom(SHOP, NEWS, 'constructor' as Domain, '__proto__' as Domain);
const choices = fc.array(fc.tuple(fc.option(sites), fc.option(fc.boolean())));

function after(steps: readonly (readonly [Domain | null, boolean | null])[]): GpcPreference {
  return steps.reduce((preference, [domain, on]) => chooseGpc(preference, domain, on), NO_GPC);
}

describe('Global Privacy Control', () => {
  it('is off until it is chosen', () => {
    expect(gpcOn(NO_GPC, SHOP)).toBe(false);
    expect(gpcOn(NO_GPC, 'constructor' as Domain)).toBe(false);
  });

  it('is on for all but a site, or for a site alone', () => {
    const but = after([
      [null, true],
      [SHOP, false],
    ]);
    expect([gpcOn(but, SHOP), gpcOn(but, NEWS)]).toEqual([false, true]);
    const alone = after([[SHOP, true]]);
    expect([gpcOn(alone, SHOP), gpcOn(alone, NEWS)]).toEqual([true, false]);
    expect(gpcExceptions(but)).toEqual([SHOP]);
    expect(gpcExceptions(alone)).toEqual([SHOP]);
  });

  it('of a site follows what holds for all again once its own choice is ended or forgotten', () => {
    const chosen = after([[SHOP, true]]);
    expect(chooseGpc(chosen, SHOP, null)).toEqual(NO_GPC);
    expect(forgetGpc(chosen, SHOP)).toEqual(NO_GPC);
    expect(forgetGpc(chooseGpc(chosen, null, true), null)).toEqual({ everyone: true, sites: {} });
  });

  it('is told for a site, and made so there with as little as does it', () => {
    fc.assert(
      fc.property(choices, sites, fc.boolean(), (steps, asked, wanted) => {
        const preference = after(steps);
        const here = gpcHere(preference, asked);
        expect(here).toEqual({
          on: gpcOn(preference, asked),
          chosen: Object.hasOwn(preference.sites, asked),
          everyone: preference.everyone,
        });
        const made = chooseGpc(preference, asked, gpcChoiceFor(here, wanted));
        expect(gpcOn(made, asked)).toBe(wanted);
        expect(Object.hasOwn(made.sites, asked)).toBe(wanted !== preference.everyone);
      }),
    );
  });

  it('is the last choice for the site, else the last for all, whatever was chosen before', () => {
    fc.assert(
      fc.property(choices, sites, (steps, asked) => {
        const own = steps.findLast(([domain]) => domain === asked)?.[1] ?? null;
        const all = steps.findLast(([domain]) => domain === null)?.[1] ?? false;
        const preference = after(steps);
        expect(gpcOn(preference, asked)).toBe(own ?? all);
        expect(gpcExceptions(preference).includes(asked)).toBe(own !== null && own !== all);
      }),
    );
  });
});
