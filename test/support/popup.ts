import type { Page } from 'puppeteer-core';
import { until } from './until.ts';

/** What can be pressed to decide about a site. */
export type DecisionName = 'allow' | 'block' | 'reset';

/** When a number is replaced, as the menu offers it. */
export type RhythmName = 'now' | 'visit' | 'session' | { readonly hours: number };

export type PauseName = 'here-hour' | 'here' | 'everywhere-hour' | 'everywhere';

/** What the popup shows, as the text that is on the screen. */
export interface Shown {
  /**
   * The text of every marked fact, by its mark; of several with one mark, the first. A count whose words have no figure
   * ("No request") is its figure alone.
   */
  readonly facts: Readonly<Record<string, string>>;
  /** The month's time to the second, which is in the tooltip where the text is rougher. */
  readonly exactTime: string;
  /** Each section's name and what stands beside it. */
  readonly sections: readonly (readonly [name: string, pages: string])[];
  /** Each term searched for and what stands beside it. */
  readonly searches: readonly (readonly [term: string, times: string])[];
}

/** What the popup shows of what was decided, besides its facts. */
export interface ShownControl {
  /** Which of the three is chosen; `null`: none. */
  readonly chosen: DecisionName | null;
  /** The notices at the top, by their marks. */
  readonly notices: readonly string[];
  /** Keys of what can be brought back. */
  readonly undo: readonly string[];
}

const DECISIONS: readonly DecisionName[] = ['allow', 'block', 'reset'];

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
  async shown(): Promise<Shown & ShownControl> {
    await this.openAll();
    // No function in here has a name of its own: tsx would wrap it in a helper that the page does not have.
    const rows = await this.page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('[data-fact]'), (element) => ({
        fact: element.dataset['fact'] ?? '',
        text: element.innerText.trim(),
        figure: element instanceof HTMLDataElement ? element.value : '',
        title: element.title,
        entries: Array.from(element.querySelectorAll('li'), (row) =>
          Array.from(row.querySelectorAll<HTMLElement>(':scope > span'), (part) => part.innerText.trim()),
        ),
      })),
    );
    const facts: Record<string, string> = {};
    for (const { fact, text, figure } of rows) facts[fact] ??= figure === '' || /^\d/u.test(text) ? text : figure;
    const entriesOf = (wanted: string): (readonly [string, string])[] =>
      (rows.find(({ fact }) => fact === wanted)?.entries ?? []).map(([name = '', beside = '']) => [name, beside]);
    const exactTime = rows.find(({ fact }) => fact === 'time')?.title ?? '';
    const marks = await this.page.evaluate(() => ({
      chosen: document.querySelector<HTMLElement>('[data-decide][aria-checked=true]')?.dataset['decide'] ?? null,
      notices: Array.from(
        document.querySelectorAll<HTMLElement>('[data-notice]'),
        (one) => one.dataset['notice'] ?? '',
      ),
      undo: Array.from(document.querySelectorAll<HTMLElement>('[data-undo]'), (one) => one.dataset['undo'] ?? ''),
    }));
    const { notices, undo } = marks;
    const chosen = DECISIONS.find((name) => name === marks.chosen) ?? null;
    return { facts, exactTime, sections: entriesOf('sections'), searches: entriesOf('terms'), chosen, notices, undo };
  }

  /** Presses what a selector finds, once it is there. */
  async press(selector: string): Promise<void> {
    await until(`something to press: ${selector}`, async () =>
      this.page.evaluate((wanted) => {
        const found = document.querySelector<HTMLElement>(wanted);
        found?.click();
        return found !== null;
      }, selector),
    );
  }

  /** Chooses for the site, and waits until the report says that it is chosen. */
  async decide(decision: DecisionName): Promise<Shown & ShownControl> {
    await this.press(`[data-decide=${decision}]`);
    await this.#carriedOut();
    return await this.until(`${decision} as chosen`, ({ chosen }) => chosen === decision);
  }

  /** Takes the choice back, and waits until none is chosen. */
  async undecide(): Promise<Shown & ShownControl> {
    await this.press('[data-undecide]');
    await this.#carriedOut();
    return await this.until('nothing as chosen', ({ chosen }) => chosen === null);
  }

  /** Waits until what was pressed has been carried out: the choice itself is shown before that. */
  async #carriedOut(): Promise<void> {
    await until(
      'what was pressed to be carried out',
      async () => (await this.page.$('main[aria-busy="true"]')) === null,
    );
  }

  /** Opens the menu beside Reset and chooses when. */
  async reset(rhythm: RhythmName): Promise<void> {
    await this.press('.decide .menu > button[aria-expanded=false]');
    if (typeof rhythm === 'string') return await this.press(`[data-rhythm=${rhythm}]`);
    await this.#fill('[data-rhythm-unit]', 'hours');
    await this.#fill('[data-rhythm-count]', String(rhythm.hours));
    await this.press('[data-rhythm=hours]');
  }

  /** Pauses, and waits until the popup says so. */
  async pause(pause: PauseName): Promise<Shown & ShownControl> {
    await this.press('.popup-foot .menu > button[aria-expanded=false]');
    await this.press(`[data-pause=${pause}]`);
    await this.#carriedOut();
    return await this.until('the pause', ({ notices }) => notices.includes('paused'));
  }

  /** Puts a value into a field, once it is there. */
  async #fill(selector: string, value: string): Promise<void> {
    await until(`a field: ${selector}`, async () =>
      this.page.evaluate(
        (wanted, text) => {
          const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(wanted);
          if (field === null) return false;
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          field.dispatchEvent(new Event('change', { bubbles: true }));
          return true;
        },
        selector,
        value,
      ),
    );
  }

  /** Waits until the popup shows what is asked for, and returns what it showed then. */
  async until(what: string, seen: (shown: Shown & ShownControl) => boolean): Promise<Shown & ShownControl> {
    let last: (Shown & ShownControl) | undefined;
    try {
      return await until(what, async () => {
        last = await this.shown();
        return seen(last) && last;
      });
    } catch (cause) {
      throw new Error(`The popup never showed ${what}; at last: ${JSON.stringify(last)}`, { cause });
    }
  }

  /** Takes a picture of what is in view, or of the popup at full length. */
  async picture(path: `${string}.png`, { whole = false } = {}): Promise<void> {
    await this.page.screenshot({ path, fullPage: whole });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
