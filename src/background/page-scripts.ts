/* oxlint-disable import/default -- the bundler makes these the paths of the built files */
import { registeredPageScripts, registerPageScripts, unregisterPageScripts } from '#browser/scripts.ts';
import forget from '#content/forget.iife.ts?script&iife';
import gpc from '#content/gpc.iife.ts?script&iife';
import hold from '#content/hold.iife.ts?script&iife';
import holdNew from '#content/hold-new.iife.ts?script&iife';
import {
  pageScriptChange,
  type PageScriptFiles,
  type PageScriptPlan,
  wantedPageScripts,
} from '#enforce/page-scripts.ts';

function path(file: string): string {
  return file.replace(/^\//u, '');
}

/** Where the build put the scripts that are registered by code. */
export const PAGE_SCRIPTS: PageScriptFiles = { hold: path(hold), holdNew: path(holdNew), forget: path(forget) };

/** Likewise the one that tells pages of Global Privacy Control. */
export const GPC_FILE = path(gpc);

/**
 * Makes the registered scripts be those of a plan; nothing is asked of the browser where nothing changed. One after the
 * other: two at once would see each other's half.
 */
export async function applyPageScripts(plan: PageScriptPlan): Promise<void> {
  const change = pageScriptChange(wantedPageScripts(plan, PAGE_SCRIPTS), await registeredPageScripts());
  await unregisterPageScripts(change.unregister);
  await registerPageScripts(change.register);
}
