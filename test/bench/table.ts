/** One line of a table: what stands under each heading. */
export type Row = Readonly<Record<string, string>>;

/** The value below which that share of the values lies; of a share between two values the higher. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Prints rows with equal headings, figures to the right. */
export function printTable(title: string, rows: readonly Row[]): void {
  const headings = Object.keys(rows[0] ?? {});
  const widths = headings.map((name) => Math.max(name.length, ...rows.map((row) => (row[name] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, place) => cell.padStart(widths[place] ?? 0)).join('  ');
  console.log(`\n${title}\n\n${line(headings)}`);
  for (const row of rows) console.log(line(headings.map((name) => row[name] ?? '')));
}
