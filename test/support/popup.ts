import type { Page } from 'puppeteer-core';
import { until } from './until.ts';

/** What the popup shows, as the text that is on the screen. */
export interface Shown {
  /** The text of every marked fact, by its mark; of several with one mark, the first. */
  readonly facts: Readonly<Record<string, string>>;
  /** The month's time to the second, which is in the tooltip where the text is rougher. */
  readonly exactTime: string;
  /** Each section's name and what stands beside it. */
  readonly sections: readonly (readonly [name: string, pages: string])[];
  /** Each term searched for and what stands beside it. */
  readonly searches: readonly (readonly [term: string, times: string])[];
}

/** The popup's page, read as a person reads it. */
export class Popup {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** All the text on the screen. */
  async text(): Promise<string> {
    return await this.page.evaluate(() => document.body.innerText);
  }

  /** Opens everything that opens in place, and what opens inside of that. */
  async openAll(): Promise<void> {
    await this.#setAll(true);
  }

  /** Closes it all again, as the popup first is, and goes back to the top. */
  async closeAll(): Promise<void> {
    await this.#setAll(false);
    await this.page.evaluate(() => scrollTo(0, 0));
  }

  async #setAll(open: boolean): Promise<void> {
    await this.page.evaluate((state) => {
      for (const details of document.querySelectorAll('details')) details.open = state;
    }, open);
  }

  /** The marked facts, lists opened. */
  async shown(): Promise<Shown> {
    await this.openAll();
    // No function in here has a name of its own: tsx would wrap it in a helper that the page does not have.
    const rows = await this.page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('[data-fact]'), (element) => ({
        fact: element.dataset['fact'] ?? '',
        text: element.innerText.trim(),
        title: element.title,
        entries: Array.from(element.querySelectorAll('li'), (row) =>
          Array.from(row.querySelectorAll<HTMLElement>(':scope > span'), (part) => part.innerText.trim()),
        ),
      })),
    );
    const facts: Record<string, string> = {};
    for (const { fact, text } of rows) facts[fact] ??= text;
    const entriesOf = (wanted: string): (readonly [string, string])[] =>
      (rows.find(({ fact }) => fact === wanted)?.entries ?? []).map(([name = '', beside = '']) => [name, beside]);
    const exactTime = rows.find(({ fact }) => fact === 'time')?.title ?? '';
    return { facts, exactTime, sections: entriesOf('sections'), searches: entriesOf('terms') };
  }

  /** Waits until the popup shows what is asked for, and returns what it showed then. */
  async until(what: string, seen: (shown: Shown) => boolean): Promise<Shown> {
    let last: Shown | undefined;
    try {
      return await until(what, async () => {
        last = await this.shown();
        return seen(last) && last;
      });
    } catch (cause) {
      throw new Error(`The popup never showed ${what}; at last: ${JSON.stringify(last)}`, { cause });
    }
  }

  /** Presses the first thing that matches, once it is there. */
  async press(selector: string): Promise<void> {
    await until(`something to press: ${selector}`, () =>
      this.page.evaluate((wanted) => {
        const found = document.querySelector<HTMLElement>(wanted);
        found?.click();
        return found !== null;
      }, selector),
    );
  }

  /** Decides about the site by the popup's own buttons; Reset means with every visit. */
  async decide(mode: 'allow' | 'block' | 'reset'): Promise<void> {
    await this.press(`[data-decide="${mode}"]:not([aria-checked="true"])`);
    await until(
      `${mode} to be chosen`,
      async () => (await this.page.$(`[data-decide="${mode}"][aria-checked="true"]`)) !== null,
    );
  }

  /** Replaces the site's numbers once, by the menu beside Reset. */
  async resetNow(): Promise<void> {
    await this.press('.decide button[aria-expanded="false"]');
    await this.press('[data-rhythm="now"]');
  }

  /** Takes a picture of what is in view, or of the popup at full length. */
  async picture(path: `${string}.png`, { whole = false } = {}): Promise<void> {
    await this.page.screenshot({ path, fullPage: whole });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
