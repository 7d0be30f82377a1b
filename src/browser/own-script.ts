import browser from 'webextension-polyfill';

/** A script that is run in our own world beside every page, in all frames, from their start. */
export interface OwnScript {
  readonly id: string;
  /** The built file's path in the extension. */
  readonly file: string;
}

/**
 * Registers the script, or ends its registration; it stays so when the browser is closed. Pages that are open are not
 * changed. Nothing is asked of the browser where it is so already, but for the file's name, which an update may change.
 */
export async function keepOwnScript({ id, file }: OwnScript, wanted: boolean): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const isIt = registered?.js?.[0]?.endsWith(file) ?? false;
  if (wanted === isIt) return;
  if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (!wanted) return;
  await browser.scripting.registerContentScripts([
    {
      id,
      js: [`/${file}`],
      matches: ['http://*/*', 'https://*/*'],
      runAt: 'document_start',
      allFrames: true,
      persistAcrossSessions: true,
    },
  ]);
}
