import type { Page } from 'puppeteer-core';
import { build } from 'vite';

const built = new Map<string, Promise<string>>();

/** A module of ours with all it imports, as one script. */
async function buildModule(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'runModule' };
  const [output] = [await build({ configFile: false, logLevel: 'error', build: { write: false, lib } })].flat();
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${entry} was not built`);
  return chunk.code;
}

/** Runs a module of ours in a page: what it puts on `globalThis` can be asked there. */
export async function runModule(page: Page, module: URL): Promise<void> {
  const code = built.get(module.pathname) ?? buildModule(module.pathname);
  built.set(module.pathname, code);
  await page.evaluate(await code);
}
