const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Everything that parts one token of a cookie date from the next. */
const DELIMITERS = /[\t\u0020-\u002f\u003b-\u0040\u005b-\u0060\u007b-\u007e]+/u;

const TIME = /^(?<hour>\d{1,2}):(?<minute>\d{1,2}):(?<second>\d{1,2})(?:\D|$)/u;
const DAY = /^(?<day>\d{1,2})(?:\D|$)/u;
const YEAR = /^(?<year>\d{2,4})(?:\D|$)/u;

interface Fields {
  time?: readonly [hour: number, minute: number, second: number];
  day?: number;
  month?: number;
  year?: number;
}

function readTime(token: string): Fields['time'] {
  const found = TIME.exec(token)?.groups;
  return found === undefined ? undefined : [Number(found['hour']), Number(found['minute']), Number(found['second'])];
}

/** Two digits are of this century up to 69, as browsers have it. */
function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}

/** Takes a token for the first field that is still missing and that it can be. */
function takeToken(fields: Fields, token: string): void {
  const time = fields.time === undefined ? readTime(token) : undefined;
  const day = DAY.exec(token)?.groups?.['day'];
  const month = MONTHS.indexOf(token.slice(0, 3).toLowerCase());
  const year = YEAR.exec(token)?.groups?.['year'];
  if (time !== undefined) fields.time = time;
  else if (fields.day === undefined && day !== undefined) fields.day = Number(day);
  else if (fields.month === undefined && month !== -1) fields.month = month;
  else if (fields.year === undefined && year !== undefined) fields.year = fullYear(Number(year));
}

/**
 * The moment an `Expires` attribute names, in ms since the epoch; `undefined` for what is no date.
 * @see https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-5.1.1
 */
export function parseCookieDate(text: string): number | undefined {
  const fields: Fields = {};
  for (const token of text.split(DELIMITERS)) takeToken(fields, token);
  const { time, day, month, year } = fields;
  if (time === undefined || day === undefined || month === undefined || year === undefined) return undefined;
  const [hour, minute, second] = time;
  if (day < 1 || year < 1601 || hour > 23 || minute > 59 || second > 59) return undefined;
  const at = Date.UTC(year, month, day, hour, minute, second);
  // The 31st of February is no day.
  return new Date(at).getUTCDate() === day ? at : undefined;
}
