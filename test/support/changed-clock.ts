import { existsSync, readdirSync } from 'node:fs';

const LIBRARIES = '/usr/lib';

/** The library that Debian's package `datefudge` puts between a program and the clock. */
function library(): string {
  const folders = existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : [];
  const found = folders
    .map((folder) => `${LIBRARIES}/${folder}/datefudge/datefudge.so`)
    .find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error('A browser with another clock needs the program datefudge: apt-get install datefudge');
  }
  return found;
}

/**
 * The environment for a program that shall read another time of day, the offset in ms from the machine's. All its
 * processes and scripts see that clock, and it runs on at the usual pace; measured spans are not touched.
 */
export function clockEnvironment(offset: number): Record<string, string> {
  if (offset === 0) return {};
  // datefudge takes its seconds away from the clock.
  return { LD_PRELOAD: library(), DATEFUDGE: String(Math.round(-offset / 1000)) };
}
