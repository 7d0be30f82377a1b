import { describe, expect, test, vi } from 'vitest';
import { live } from '#ui/live.ts';

interface Waiting {
  readonly resolve: (answer: string) => void;
  readonly reject: (reason: unknown) => void;
}

/** A question whose answers the test gives when it likes. */
function asked() {
  const waiting: Waiting[] = [];
  const ask = vi.fn<() => Promise<string>>(
    async () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
  );
  return { ask, waiting };
}

describe('a live report', () => {
  test('is being looked up, then there', async () => {
    const { ask, waiting } = asked();
    const report = live(ask, () => 7);
    expect(report.loaded.value).toEqual({ state: 'loading' });
    waiting[0]?.resolve('one');
    await vi.waitFor(() => expect(report.loaded.value).toEqual({ state: 'ready', report: 'one', at: 7 }));
  });

  test('asks once more, and only once, for changes that come while a question is under way', async () => {
    const { ask, waiting } = asked();
    const report = live(ask, () => 7);
    for (let change = 0; change < 100; change += 1) report.refresh();
    expect(ask).toHaveBeenCalledTimes(1);
    waiting[0]?.resolve('one');
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
    waiting[1]?.resolve('two');
    await vi.waitFor(() => expect(report.loaded.value).toMatchObject({ report: 'two' }));
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('says what went wrong, and recovers', async () => {
    const { ask, waiting } = asked();
    const report = live(ask, () => 7);
    waiting[0]?.reject(new Error('the database could not be opened'));
    await vi.waitFor(() =>
      expect(report.loaded.value).toEqual({ state: 'failed', error: 'the database could not be opened' }),
    );
    report.refresh();
    waiting[1]?.resolve('back');
    await vi.waitFor(() => expect(report.loaded.value).toMatchObject({ report: 'back' }));
  });
});
