import { build } from 'vite';

const made = new Map<string, Promise<string>>();

async function make(entry: string): Promise<string> {
  const lib = { entry, formats: ['es' as const] };
  const rolldownOptions = { output: { codeSplitting: false } };
  const [output] = [
    await build({ configFile: false, logLevel: 'error', build: { write: false, minify: false, lib, rolldownOptions } }),
  ].flat();
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${entry} was not put together`);
  return chunk.code;
}

/** A file that imports others, put together with them into one ES module, with all it exports; made when it is first asked for. */
export async function bundle(entry: string): Promise<string> {
  const code = made.get(entry) ?? make(entry);
  made.set(entry, code);
  return await code;
}
