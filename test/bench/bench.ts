import type { BrowserName } from '../support/engine.ts';
import type { Table } from './table.ts';

/** One thing that is measured. Its tables are a section of docs/figures.md. */
export interface Bench {
  readonly name: string;
  /** The section's heading. */
  readonly heading: string;
  /** What is measured, and how the table is read. */
  readonly says: string;
  readonly browsers: readonly BrowserName[];
  /** Rounds that count, unless another number is asked for. */
  readonly rounds: number;
  /** Tables of equal titles and headings in every browser. */
  readonly measure: (browser: BrowserName, rounds: number) => Promise<readonly Table[]>;
}

/** Fewer rounds than these are for trying: they are not written down. */
export const FEWEST_ROUNDS = 15;
