import { describe, expect, it } from 'vitest';
import type { Domain } from '#core/site.ts';
import { noneUnexplained } from '#observe/unexplained.ts';

const [SHOP, NEWS, METRICS] = ['shop.example', 'news.example', 'metrics.example'] as [Domain, Domain, Domain];

/** Timers that run when told to. */
function timers() {
  const waiting: (() => Promise<void>)[] = [];
  return {
    after: (_: number, run: () => Promise<void>): void => void waiting.push(run),
    pass: async (): Promise<void> => {
      for (const run of waiting.splice(0)) await run();
    },
  };
}

describe('cookies that nobody was seen asking for', () => {
  it('are explained by the first page that is seen to have asked, once', async () => {
    const { after, pass } = timers();
    const unexplained = noneUnexplained(after);
    const tops: (Domain | null)[] = [];
    await unexplained.wait(METRICS, async (top) => void tops.push(top));
    await unexplained.wait(METRICS, async (top) => void tops.push(top));
    await unexplained.explain(SHOP, SHOP);
    expect(tops).toEqual([]);
    await unexplained.explain(METRICS, SHOP);
    await unexplained.explain(METRICS, NEWS);
    await pass();
    expect(tops).toEqual([SHOP, SHOP]);
  });

  it('are not explained where nobody is seen in time', async () => {
    const { after, pass } = timers();
    const unexplained = noneUnexplained(after);
    const tops: (Domain | null)[] = [];
    await unexplained.wait(METRICS, async (top) => void tops.push(top));
    await pass();
    await unexplained.explain(METRICS, SHOP);
    expect(tops).toEqual([null]);
  });

  it('do not fill the memory: beyond many, one is not waited for', async () => {
    const { after, pass } = timers();
    const unexplained = noneUnexplained(after);
    const tops: (Domain | null)[] = [];
    for (let count = 0; count < 2000; count += 1)
      await unexplained.wait(`site-${count}.example` as Domain, async () => undefined);
    await unexplained.wait(METRICS, async (top) => void tops.push(top));
    expect(tops).toEqual([null]);
    await pass();
    await unexplained.wait(METRICS, async (top) => void tops.push(top));
    expect(tops).toEqual([null]);
    await unexplained.explain(METRICS, SHOP);
    expect(tops).toEqual([null, SHOP]);
  });
});
