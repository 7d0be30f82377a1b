import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOT, run } from './run.ts';

const FILE = 'docs/figures.md';

const BEGINNING = `# Figures

What Known As costs, and how well it judges, as measured. Every section is written by a command that it names; run that
again to measure anew. Figures depend on the machine; ratios within a run much less.
`;

/** Puts a section under its heading, in the place of the one that is there, or after all others. */
export function withSection(document: string, heading: string, text: string): string {
  const section = `## ${heading}\n\n${text.trim()}\n`;
  const parts = document.split(/^(?=## )/mu);
  const isThis = (part: string): boolean => part.split('\n', 1)[0] === `## ${heading}`;
  const place = parts.findIndex(isThis);
  const put = place === -1 ? [...parts, section] : parts.toSpliced(place, 1, section);
  return `${put.map((part) => part.trim()).join('\n\n')}\n`;
}

/** Writes a section of docs/figures.md, and leaves all others as they are. */
export async function writeSection(heading: string, text: string): Promise<void> {
  const path = `${ROOT}/${FILE}`;
  const document = existsSync(path) ? readFileSync(path, 'utf8') : BEGINNING;
  writeFileSync(path, withSection(document, heading, text));
  const formatted = await run('oxfmt', [FILE]);
  if (!formatted.ok) throw new Error(formatted.output);
  console.log(`${FILE}: ${heading}`);
}
