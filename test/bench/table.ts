import type { Interval, Median } from './median.ts';

/** One line of a table: what stands under each heading. */
export type Row = Readonly<Record<string, string>>;

/** Rows with equal headings, and what they are about. */
export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
}

function headingsOf({ rows }: Table): readonly string[] {
  return Object.keys(rows[0] ?? {});
}

/** A figure as exactly as it can be known: three digits, more only before the point. */
export function figure(value: number): string {
  const whole = Math.max(1, Math.floor(Math.log10(Math.abs(value))) + 1);
  return value.toFixed(Math.max(0, 3 - whole));
}

/** `1.02 to 1.09`; a dash where there were too few values to say. */
export function between(interval: Interval | null, as: (value: number) => string = figure): string {
  return interval === null ? '–' : `${as(interval.from)} to ${as(interval.to)}`;
}

/** A median and its interval under two headings: `median, ms` and `95 %`. */
export function medianCells({ value, interval }: Median, unit: string): Row {
  return { [`median, ${unit}`]: figure(value), '95 %': between(interval) };
}

/** A ratio and its interval under two headings: `of nothing` and `95 % of that`. */
export function ratioCells({ value, interval }: Median, base: string): Row {
  const ratio = (one: number): string => one.toFixed(2);
  return { [`times ${base}`]: ratio(value), '95 % of that': between(interval, ratio) };
}

/** Tables as text for a terminal, figures to the right. */
export function asText(table: Table): string {
  const headings = headingsOf(table);
  const widths = headings.map((name) => Math.max(name.length, ...table.rows.map((row) => (row[name] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, place) => cell.padStart(widths[place] ?? 0)).join('  ');
  const rows = table.rows.map((row) => line(headings.map((name) => row[name] ?? '')));
  return [table.title, '', line(headings), ...rows].join('\n');
}

/** The same for a document: what is not a figure stands to the left. */
export function asMarkdown(table: Table): string {
  const headings = headingsOf(table);
  const cells = (values: readonly string[]): string =>
    `| ${values.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const isFigure = (name: string): boolean =>
    table.rows.every((row) => /^[-–\d.]*( to [-\d.]+)?$/u.test(row[name] ?? ''));
  return [
    cells(headings),
    cells(headings.map((name) => (isFigure(name) ? '---:' : '---'))),
    ...table.rows.map((row) => cells(headings.map((name) => row[name] ?? ''))),
  ].join('\n');
}

/** What several browsers measured: tables of one title are one, and each row says its browser. */
export function together(
  measured: readonly { readonly browser: string; readonly tables: readonly Table[] }[],
): readonly Table[] {
  const all = measured.flatMap(({ browser, tables }) =>
    tables.map(({ title, rows }) => ({ title, rows: rows.map((row): Row => ({ browser, ...row })) })),
  );
  const titles = [...new Set(all.map(({ title }) => title))];
  return titles.map((title) => ({ title, rows: all.filter((one) => one.title === title).flatMap(({ rows }) => rows) }));
}
