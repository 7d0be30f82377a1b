import browser from 'webextension-polyfill';

/**
 * Runs a packaged file in the top frame of a tab, in our own world beside the page's; whether that could be done, which
 * it cannot in a page that no extension may touch, or that is gone.
 */
export async function runInTopFrame(tabId: number, file: string): Promise<boolean> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: [file],
      injectImmediately: false,
    });
    return true;
  } catch (error) {
    if (error instanceof Error && /tab|frame|cannot access|permission|error page/iu.test(error.message)) return false;
    throw error;
  }
}
