import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { BrowserName } from '../test/support/engine.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Prints a sentence and ends the program as one that was used wrongly. */
export function refuse(sentence: string, usage: string): never {
  console.error(`${sentence}\n\n${usage}`);
  process.exit(2);
}

/** The arguments this program was called with. What is not known ends it with a sentence; `--help` with the usage. */
export function readArguments<const Known extends Options>(
  options: Known,
  usage: string,
): ReturnType<typeof parseArgs<{ options: Known }>>['values'] {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return refuse(error.message, usage);
    throw error;
  }
}

/** A browser by its name; any other name ends the program with a sentence. */
export function readBrowser(name: string, usage: string): BrowserName {
  if (name === 'chromium' || name === 'firefox') return name;
  return refuse(`“${name}” is no browser that is known here: chromium or firefox.`, usage);
}
