import { type ReadonlySignal, signal } from '@preact/signals';

/** What a view knows of a report: being asked for, failed with our own fault's text, or there since `at` (ms since the epoch). */
export type Loaded<Report> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: string }
  | { readonly state: 'ready'; readonly report: Report; readonly at: number };

export interface Live<Report> {
  readonly loaded: ReadonlySignal<Loaded<Report>>;
  /** Asks again; what is shown stays until the answer is there. */
  readonly refresh: () => void;
}

/**
 * A report that is asked for at once and again on `refresh`. Never more than one question is under way: presses and
 * changes that come meanwhile lead to one more question, however many they were.
 */
export function live<Report>(ask: () => Promise<Report>, clock: () => number): Live<Report> {
  const loaded = signal<Loaded<Report>>({ state: 'loading' });
  let asking = false;
  let again = false;

  async function round(): Promise<void> {
    again = false;
    try {
      const report = await ask();
      loaded.value = { state: 'ready', report, at: clock() };
    } catch (error) {
      loaded.value = { state: 'failed', error: error instanceof Error ? error.message : String(error) };
    }
  }

  async function rounds(): Promise<void> {
    asking = true;
    do await round();
    while (again);
    asking = false;
  }

  function refresh(): void {
    again = true;
    if (!asking) void rounds();
  }

  refresh();
  return { loaded, refresh };
}
