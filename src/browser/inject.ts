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

/** A frame of a tab. */
export interface FramePlace {
  readonly tabId: number;
  readonly frameId: number;
}

/**
 * Runs one of our own functions in a frame and gives back what it returns, as far as it can be copied; `undefined` where
 * it cannot be run, or throws. It is sent as its text: it may use nothing from around it. `page`: in the page's world.
 */
export async function runFunction<Args extends readonly unknown[], Result>(
  { tabId, frameId }: FramePlace,
  world: 'own' | 'page',
  run: (...args: Args) => Result,
  args: Args,
): Promise<Awaited<Result> | undefined> {
  try {
    const [done] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      world: world === 'page' ? 'MAIN' : 'ISOLATED',
      func: run as unknown as (...all: unknown[]) => unknown,
      args: [...args],
      injectImmediately: true,
    });
    return done?.result as Awaited<Result> | undefined;
  } catch {
    // The frame is gone, or no extension may touch it.
    return undefined;
  }
}
