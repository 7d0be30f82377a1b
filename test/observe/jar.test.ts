import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cookie, CookieChange } from '#core/cookie.ts';
import { identifierKey } from '#core/identifier.ts';
import type { Domain } from '#core/site.ts';
import { type Jar, openJar } from '#observe/jar.ts';
import { cookieOf } from '../support/fakes/set-cookie.ts';

const SHOP = 'https://shop.example/';

function cookie(line: string, url = SHOP): Cookie {
  return cookieOf(line, { url, at: 0 });
}

function added(one: Cookie): CookieChange {
  return { cookie: one, removed: false, cause: 'explicit' };
}

function removed(one: Cookie, cause: CookieChange['cause'] = 'explicit'): CookieChange {
  return { cookie: one, removed: true, cause };
}

/** A jar whose cookies are read only when the test says so. */
function jarThatLoads(): { readonly jar: Jar; readonly load: (cookies: readonly Cookie[]) => Promise<void> } {
  const loading: ((cookies: readonly Cookie[]) => void)[] = [];
  const jar = openJar(
    async () => await new Promise<readonly Cookie[]>((resolve) => loading.push(resolve)),
    () => 0,
  );
  return {
    jar,
    load: async (cookies) => {
      for (const resolve of loading) resolve(cookies);
      await jar.ready;
    },
  };
}

function held(jar: Jar): readonly string[] {
  return [...jar.all()]
    .map(({ identifier, value }) => `${identifier.name}=${value}`)
    .toSorted((a, b) => a.localeCompare(b));
}

describe('the jar', () => {
  it('holds what the browser holds, by registrable domain', async () => {
    const { jar, load } = jarThatLoads();
    await load([
      cookie('a=1; Domain=shop.example'),
      cookie('b=2', 'https://www.shop.example/'),
      cookie('c=3', 'https://news.example/'),
    ]);
    const ofShop = [...jar.ofDomain('shop.example' as Domain)].map(({ value }) => value);
    expect(ofShop).toEqual(['1', '2']);
    expect([...jar.ofDomain('unknown.example' as Domain)]).toEqual([]);
    expect(held(jar)).toEqual(['a=1', 'b=2', 'c=3']);
  });

  it('follows what is added, overwritten and removed', async () => {
    const { jar, load } = jarThatLoads();
    await load([]);
    const [one, two] = [cookie('hvid=1'), cookie('hvid=2')];
    jar.apply(added(one));
    expect(held(jar)).toEqual(['hvid=1']);
    jar.apply(removed(one, 'overwrite'));
    jar.apply(added(two));
    expect(held(jar)).toEqual(['hvid=2']);
    expect(jar.has(identifierKey(one.identifier))).toBe(true);
    jar.apply(removed(two, 'expired'));
    expect(held(jar)).toEqual([]);
    expect(jar.has(identifierKey(one.identifier))).toBe(false);
  });

  it('keeps cookies apart that differ in their partition alone', async () => {
    const { jar, load } = jarThatLoads();
    const inShop = cookieOf('id=1; Partitioned', {
      url: SHOP,
      at: 0,
      partition: { topLevelSite: 'https://shop.example' },
    });
    const inNews = cookieOf('id=2; Partitioned', {
      url: SHOP,
      at: 0,
      partition: { topLevelSite: 'https://news.example' },
    });
    await load([inShop, inNews]);
    jar.apply(removed(inShop));
    expect(held(jar)).toEqual(['id=2']);
  });

  it('goes back, while it is read, to before what was told meanwhile: added, overwritten or removed', async () => {
    const { jar, load } = jarThatLoads();
    const [before, after, fresh, lost] = [cookie('hvid=old'), cookie('hvid=new'), cookie('fresh=1'), cookie('lost=1')];
    const changes = [added(fresh), removed(before, 'overwrite'), added(after), removed(lost)];
    for (const change of changes) jar.told(change);
    await load([after, fresh]);
    expect(held(jar)).toEqual(['hvid=old', 'lost=1']);
    for (const change of changes) jar.apply(change);
    expect(held(jar)).toEqual(['fresh=1', 'hvid=new']);
  });

  it('is the same before and after any changes, whenever in between it is read', async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.nat(3))), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(steps, steps, fc.double({ min: 0, max: 1, noNaN: true }), async (first, second, share) => {
        const browser = new Map<string, Cookie>();
        const change = ([name, value]: readonly [string, number | null]): readonly CookieChange[] => {
          const now = browser.get(name);
          const next = value === null ? undefined : cookie(`${name}=${value}`);
          if (next === undefined) browser.delete(name);
          else browser.set(name, next);
          const gone = now === undefined ? [] : [removed(now, next === undefined ? 'explicit' : 'overwrite')];
          return next === undefined ? gone : [...gone, added(next)];
        };
        const show = (): readonly string[] =>
          [...browser.values()].map(({ identifier, value }) => `${identifier.name}=${value}`);
        first.forEach(change);
        const before = show();
        const { jar, load } = jarThatLoads();
        const cut = Math.floor(share * second.length);
        const early = second.slice(0, cut).flatMap(change);
        const snapshot = [...browser.values()];
        const late = second.slice(cut).flatMap(change);
        for (const one of [...early, ...late]) jar.told(one);
        await load(snapshot);
        const sorted = (lines: readonly string[]): readonly string[] => lines.toSorted((a, b) => a.localeCompare(b));
        expect(held(jar)).toEqual(sorted(before));
        for (const one of [...early, ...late]) jar.apply(one);
        expect(held(jar)).toEqual(sorted(show()));
      }),
      { numRuns: 200 },
    );
  });

  it('knows since when a cookie is there: one that came later was not sent before', async () => {
    let now = 1000;
    const [old, young] = [cookie('old=1'), cookie('young=1')];
    const jar = openJar(
      async () => [old],
      () => now,
    );
    await jar.ready;
    for (const change of [added(young)]) {
      jar.told(change);
      now = 5000;
      jar.apply(change);
    }
    expect(jar.bornBy(identifierKey(old.identifier), 0)).toBe(true);
    expect(jar.bornBy(identifierKey(young.identifier), 999)).toBe(false);
    expect(jar.bornBy(identifierKey(young.identifier), 1000)).toBe(true);
    for (const change of [removed(young, 'overwrite'), added(cookie('young=2'))]) jar.apply(change);
    expect(jar.bornBy(identifierKey(young.identifier), 1000)).toBe(true);
  });
});
