import { dateOf } from '#core/calendar.ts';
import { groupBy } from '#core/group.ts';
import type { DiaryDay, EventLine } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import type { Ledger } from '../ledger.ts';
import type { EventRow, NumberRow, Rows } from '../rows.ts';
import type { Tables } from '../tables.ts';

/**
 * Lines of a site's record, newest first, each with what became known after it: a visit with the time spent on its page,
 * a number with the script that was seen writing it.
 */
export async function linesOf(
  tables: Tables,
  query: { readonly domain: Domain; readonly before: number; readonly limit: number },
): Promise<{ readonly lines: readonly EventLine[]; readonly more: boolean }> {
  const rows = await tables.lines({ ...query, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  const [pages, numbers] = await Promise.all([
    rowsByKey(tables, 'pages', shown.map(pageOf)),
    rowsByKey(tables, 'numbers', shown.map(numberOf)),
  ]);
  const lines = shown.flatMap((row) =>
    withSetter(withTime(row, pages.get(pageOf(row) ?? '')), numbers.get(numberOf(row) ?? '')),
  );
  return { lines, more: rows.length > query.limit };
}

/** The page whose time became known after a line. */
function pageOf({ line, page }: EventRow): string | null {
  return line?.type === 'visit' ? page : null;
}

/** The number whose setter did. */
function numberOf({ line }: EventRow): string | null {
  return line?.type === 'number-set' || line?.type === 'number-replaced' ? (line.numbers[0] ?? null) : null;
}

/** Rows by their keys, each read once. */
async function rowsByKey<Name extends 'pages' | 'numbers'>(
  tables: Tables,
  name: Name,
  keys: readonly (string | null)[],
): Promise<ReadonlyMap<string, Rows[Name]>> {
  const wanted = [...new Set(keys)].filter((key) => key !== null);
  const rows = await tables.getMany(name, wanted);
  return new Map(rows.filter((row) => row !== undefined).map((row) => [row.key, row]));
}

function withTime(
  { line }: EventRow,
  page: { readonly milliseconds: number; readonly title: string } | undefined,
): readonly EventLine[] {
  if (line === null) return [];
  if (line.type !== 'visit' || page === undefined) return [line];
  return [{ ...line, milliseconds: page.milliseconds, title: page.title }];
}

function withSetter(lines: readonly EventLine[], number: NumberRow | undefined): readonly EventLine[] {
  return lines.map((line) => {
    const assigned = line.type === 'number-set' || line.type === 'number-replaced';
    return assigned && number?.number === line.number ? { ...line, setBy: number.setBy } : line;
  });
}

/** Lines read for one page of a diary. */
const DIARY_LINES = 200;

/** A site's diary, newest day first, whole days as far as they fit; `next` asks for what is older. */
export async function diaryOf(
  { tables, calendar }: Ledger,
  { domain, before }: { readonly domain: Domain; readonly before: number },
): Promise<{ readonly days: readonly DiaryDay[]; readonly next: number | null }> {
  const { lines: read, more } = await linesOf(tables, { domain, before, limit: DIARY_LINES });
  const lines = more ? withoutRest(read, (line) => dateOf(line.at, calendar)) : read;
  const byDate = groupBy(lines, (line) => dateOf(line.at, calendar));
  const dates = [...byDate.keys()];
  const sums = await tables.getMany(
    'days',
    dates.map((date) => `${domain}|${date}`),
  );
  const days = dates.map((date, index) => ({
    date,
    visits: sums[index]?.visits ?? 0,
    milliseconds: sums[index]?.milliseconds ?? 0,
    events: byDate.get(date) ?? [],
  }));
  return { days, next: more ? (lines.at(-1)?.at ?? null) : null };
}

/** Without the last day, which the next page tells whole; of one long day, without its last moment. */
function withoutRest(lines: readonly EventLine[], dateOfLine: (line: EventLine) => string): readonly EventLine[] {
  const last = lines.at(-1);
  if (last === undefined) return lines;
  const whole = lines.filter((line) => dateOfLine(line) !== dateOfLine(last));
  if (whole.length > 0) return whole;
  const before = lines.filter((line) => line.at !== last.at);
  return before.length > 0 ? before : lines;
}
