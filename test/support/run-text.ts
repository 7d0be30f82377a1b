import { type Page, TargetType } from 'puppeteer-core';
import type { TestBrowser } from './browser.ts';
import { until } from './until.ts';

/** What comes of a text that is to be run as code: the name of what is thrown, or that it ran. */
export interface TextRun {
  readonly byEval: string;
  readonly byFunction: string;
}

/** Once whoever evaluates this has gone away: debuggers may be let do what the policy forbids. */
function tryText(): Promise<TextRun> {
  return new Promise((done) => {
    const attempt = (run: () => unknown): string => {
      try {
        return run() === 1 ? 'ran' : 'nothing';
      } catch (error) {
        return (error as Error).name;
      }
    };
    setTimeout(() => {
      // What is tried is what must not be possible.
      // oxlint-disable no-eval, no-implied-eval, no-new-func, typescript/no-implied-eval
      done({
        byEval: attempt(() => globalThis.eval('1')),
        byFunction: attempt(() => new Function('return 1')() as unknown),
      });
    });
  });
}

/** In a page, of a site or of the extension. */
export async function runTextIn(page: Page): Promise<TextRun> {
  return await page.evaluate(tryText);
}

/** Firefox's background is a page, which other pages of the extension are given. */
async function inBackgroundPage(browser: TestBrowser): Promise<TextRun> {
  return await browser.inExtension(async () => {
    const page = await new Promise<unknown>((got) => chrome.runtime.getBackgroundPage((opened) => got(opened)));
    const background = page as {
      readonly eval: (text: string) => unknown;
      readonly Function: new (text: string) => () => unknown;
    };
    const attempt = (run: () => unknown): string => {
      try {
        return run() === 1 ? 'ran' : 'nothing';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      byEval: attempt(() => background.eval('1')),
      byFunction: attempt(() => new background.Function('return 1')()),
    };
  });
}

/** In the extension's background. */
export async function runTextInBackground(browser: TestBrowser): Promise<TextRun> {
  if (browser.name === 'firefox') return await inBackgroundPage(browser);
  return await until('the background', async () => {
    const [page] = await browser.pages();
    const targets = page?.browser().targets() ?? [];
    const own = targets.find(
      (target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith('chrome-extension://'),
    );
    const worker = await own?.worker();
    return await worker?.evaluate(tryText);
  });
}
