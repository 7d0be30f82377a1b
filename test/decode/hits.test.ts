import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { READER } from '#decode/read-hit.ts';
import { VENDORS } from '#decode/vendors.ts';
import { type Beacon, judgeBeacon, parseBeacons } from '../accuracy/beacons.ts';
import { vendorCalled } from '../accuracy/vendor-names.ts';

const HITS = join(import.meta.dirname, 'hits');
/** Files of requests that look like hits and are nobody's. */
function isNobodys(name: string): boolean {
  return name.startsWith('nobody');
}

function read(name: string): { readonly beacons: readonly Beacon[]; readonly faults: readonly string[] } {
  return parseBeacons(readFileSync(join(HITS, `${name}.jsonl`), 'utf8'));
}

const names = readdirSync(HITS).map((file) => file.replace(/\.jsonl$/u, ''));

describe.each(names)('%s', (name) => {
  const { beacons, faults } = read(name);

  it('has whole lines', () => {
    expect(faults).toEqual([]);
  });

  it.each(beacons)('$id is read as it is', (beacon) => {
    const { misses } = judgeBeacon(beacon, READER.read(beacon.hit));
    expect(misses).toEqual([]);
  });
});

describe.each(names.filter((name) => !isNobodys(name)))('%s', (name) => {
  it('is worth reading, by its addresses alone', () => {
    const passedOver = read(name).beacons.filter(({ hit }) => !READER.mayBeHit(hit.url, hit.body !== null));
    expect(passedOver.map(({ id }) => id)).toEqual([]);
  });
});

describe('every vendor', () => {
  it.each(VENDORS.map(({ id }) => id))('%s has at least three hits, each with what is expected of it', (id) => {
    const own = read(id).beacons.filter(({ expect: { vendor } }) => vendor !== null);
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(own.filter(({ expect: { vendor } }) => vendor === undefined || vendorCalled(vendor ?? '') !== id)).toEqual(
      [],
    );
  });
});

describe('what looks like a hit', () => {
  it('is there in 60 sorts and more', () => {
    const all = names.filter(isNobodys).flatMap((name) => read(name).beacons);
    expect(all.filter(({ expect: { vendor } }) => vendor !== null)).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(60);
  });
});
