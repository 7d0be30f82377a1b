import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { BrowserName } from '../test/support/engine.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Prints a sentence and ends the program as one that was used wrongly. */
export function refuse(sentence: string, usage: string): never {
  console.error(`${sentence}\n\n${usage}`);
  process.exit(2);
}

function read<const Known extends Options>(options: Known, usage: string, allowPositionals: boolean) {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options, strict: true, allowPositionals });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return refuse(error.message, usage);
    throw error;
  }
}

/** The arguments this program was called with. What is not known ends it with a sentence; `--help` with the usage. */
export function readArguments<const Known extends Options>(
  options: Known,
  usage: string,
): ReturnType<typeof parseArgs<{ options: Known }>>['values'] {
  return read(options, usage, false).values;
}

/** The same of a program that also takes words without a name, in their order. */
export function readCommand<const Known extends Options>(
  options: Known,
  usage: string,
): Pick<ReturnType<typeof parseArgs<{ options: Known; allowPositionals: true }>>, 'values' | 'positionals'> {
  return read(options, usage, true);
}

/** A browser by its name; any other name ends the program with a sentence. */
export function readBrowser(name: string, usage: string): BrowserName {
  if (name === 'chromium' || name === 'firefox') return name;
  return refuse(`“${name}” is no browser that is known here: chromium or firefox.`, usage);
}
