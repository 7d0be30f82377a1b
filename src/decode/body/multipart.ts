import type { Fields } from './parameters.ts';

const BEGINS = /^--([^\r\n]{1,200})\r?\n/u;
const NAME = /\bname="((?:[^"\\]|\\.)*)"/u;
/** A form has few parts. */
const MOST = 200;

/**
 * Reads `multipart/form-data` by the boundary it begins with: the texts of its parts by their names, files too. `null`
 * for what is none.
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export function parseMultipart(text: string): Fields | null {
  const boundary = BEGINS.exec(text)?.[1];
  if (boundary === undefined || !/content-disposition:/iu.test(text.slice(0, 2000))) return null;
  const fields = Object.create(null) as Record<string, string>;
  for (const part of text.split(`--${boundary}`, MOST).slice(1)) {
    if (part.startsWith('--')) break;
    const blank = /\r?\n\r?\n/u.exec(part);
    const name = blank === null ? undefined : NAME.exec(part.slice(0, blank.index))?.[1];
    if (blank === null || name === undefined || Object.hasOwn(fields, name)) continue;
    fields[name] = part.slice(blank.index + blank[0].length).replace(/\r?\n$/u, '');
  }
  return fields;
}
