import { READER } from '#decode/read-hit.ts';
import { beaconAccuracy, judgeBeacon, parseBeacons, type Share } from '../test/accuracy/beacons.ts';
import { asText } from '../test/bench/table.ts';

/** A file that was read, by its path. */
export interface ReadFile {
  readonly path: string;
  readonly text: string;
}

function row(role: string, { right, total }: Share): Readonly<Record<string, string>> {
  return { role, right: String(right), of: String(total), share: `${((100 * right) / total).toFixed(1)} %` };
}

/**
 * Reads labelled requests, and prints how often it is right whose they are and what they say, with every miss; `json`:
 * the shares once more, as the last line. The exit code is 0 where every line could be read.
 */
export function tellBeacons(files: readonly ReadFile[], { json }: { readonly json: boolean }): number {
  const parsed = files.map(({ path, text }) => ({ path, ...parseBeacons(text) }));
  const faults = parsed.flatMap((one) => one.faults.map((fault) => `${one.path}, ${fault}`));
  for (const fault of faults) console.error(fault);
  const beacons = parsed.flatMap((one) => one.beacons);
  if (beacons.length === 0) {
    console.error('There is no labelled request.');
    return 1;
  }
  const judged = beacons.map((beacon) => judgeBeacon(beacon, READER.read(beacon.hit)));
  const { routing, roles } = beaconAccuracy(judged);
  console.log(`${beacons.length} requests.`);
  const rows = routing.total > 0 ? [row('vendor', routing)] : [];
  for (const [role, share] of Object.entries(roles)) rows.push(row(role, share));
  if (rows.length > 0) console.log(`\n${asText({ title: 'Read as expected', rows })}`);
  const misses = judged.flatMap((one) => one.misses);
  console.log(`\nMisses (${misses.length}):`);
  for (const { id, role, expected, read } of misses) console.log(`  ${id}: ${role} is ${expected}, read ${read}`);
  if (json) {
    const share = routing.total === 0 ? 1 : routing.right / routing.total;
    console.log(JSON.stringify({ routing: share, roles }));
  }
  return faults.length === 0 ? 0 : 1;
}
