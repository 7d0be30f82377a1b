import browser, { type Scripting } from 'webextension-polyfill';

/** A script that is run in the page's own world before any of the page's, in every frame whose address matches. */
export interface PageScript {
  readonly id: string;
  /** The built file's path in the extension. */
  readonly file: string;
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
}

/** The polyfill's types lack what both browsers have: the id, and paths that are no full addresses. */
type Registered = Scripting.RegisteredContentScript & { readonly id?: string };

/** Firefox tells of files by their full addresses, Chromium by their paths. */
function pathOf(file: string): string {
  const root = browser.runtime.getURL('');
  return (file.startsWith(root) ? file.slice(root.length) : file).replace(/^\//u, '');
}

function toPageScript(script: Registered): PageScript {
  return {
    id: script.id ?? '',
    file: pathOf(script.js?.[0] ?? ''),
    matches: script.matches ?? [],
    excludeMatches: script.excludeMatches ?? [],
  };
}

/** What is registered now, by whichever version of Known As. */
export async function registeredPageScripts(): Promise<readonly PageScript[]> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  return scripts.map((script) => toPageScript(script));
}

/** Registers scripts; they stay registered when the browser is closed. Pages that are open are not changed. */
export async function registerPageScripts(scripts: readonly PageScript[]): Promise<void> {
  if (scripts.length === 0) return;
  const registrations = scripts.map(({ id, file, matches, excludeMatches }) => ({
    id,
    // Firefox takes a path without its slash to begin at the page that registers.
    js: [`/${file}`],
    matches: [...matches],
    ...(excludeMatches.length > 0 && { excludeMatches: [...excludeMatches] }),
    world: 'MAIN' as const,
    runAt: 'document_start' as const,
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  }));
  await browser.scripting.registerContentScripts(registrations);
}

/** Ends registrations; ids that are not registered are an error in both browsers. */
export async function unregisterPageScripts(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids: [...ids] });
}
