import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type BrowserName, builtFor } from '../support/engine.ts';
import type { Bench } from './bench.ts';
import type { Row, Table } from './table.ts';

/** One file of a package, in bytes. */
interface Packed {
  readonly path: string;
  readonly whole: number;
  readonly zipped: number;
}

/** Files named for themselves; the rest are one line. */
const NAMED = 10;

/**
 * The bytes a file takes in a zip archive: its compressed text, its header, its entry in the directory at the end.
 * @see APPNOTE.TXT 4.3.7 and 4.3.12, .ZIP File Format Specification
 */
function packed(folder: string, path: string): Packed {
  const bytes = readFileSync(join(folder, path));
  const compressed = Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length);
  return { path, whole: bytes.length, zipped: compressed + 30 + 46 + 2 * Buffer.byteLength(path) };
}

/** The end of the directory, of which there is one. */
const END = 22;

function filesIn(folder: string): readonly Packed[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => packed(folder, join(parentPath, name).slice(folder.length + 1)))
    .toSorted((a, b) => b.zipped - a.zipped);
}

function total(files: readonly Packed[], of: 'whole' | 'zipped'): number {
  return files.reduce((sum, file) => sum + file[of], 0);
}

/** `assets/words-Bx3kQ9aZ.js` as `assets/words-….js`: what is between is of each build. */
function nameOf(path: string): string {
  return path.replace(/-[\w-]{8}(?=\.\w+$)/u, '-…');
}

function row(what: string, { zipped, whole }: { readonly zipped: number; readonly whole: number }): Row {
  const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
  return { file: what, 'zipped, kB': kB(zipped), 'as it is, kB': kB(whole) };
}

async function measure(browser: BrowserName): Promise<readonly Table[]> {
  const files = filesIn(builtFor(browser));
  const [named, rest] = [files.slice(0, NAMED), files.slice(NAMED)];
  const sums = (of: readonly Packed[]) => ({ zipped: total(of, 'zipped'), whole: total(of, 'whole') });
  const rows = [
    row(`all ${files.length}`, { ...sums(files), zipped: total(files, 'zipped') + END }),
    ...named.map((file) => row(nameOf(file.path), file)),
    row(`${rest.length} more`, sums(rest)),
  ];
  return await Promise.resolve([{ title: 'Package', rows }]);
}

/** How large the extension is. */
export const PACKAGE: Bench = {
  name: 'package',
  heading: 'Package',
  says: 'The built extension as a zip archive, in bytes by thousands, and its largest files. Nothing here depends on the machine.',
  browsers: ['chromium', 'firefox'],
  rounds: 1,
  measure,
};
