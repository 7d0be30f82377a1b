import { describe, expect, it } from 'vitest';
import type { Domain } from '#core/site.ts';
import { noneUnexplained } from '#observe/unexplained.ts';

const [SHOP, NEWS, METRICS] = ['shop.example', 'news.example', 'metrics.example'] as [Domain, Domain, Domain];

/** Timers that run when told to. */
function timers() {
  const waiting: (() => void)[] = [];
  return {
    after: (_: number, run: () => void): void => void waiting.push(run),
    pass: (): void => {
      for (const run of waiting.splice(0)) run();
    },
  };
}

describe('cookies that nobody was seen asking for', () => {
  it('are explained by the first page that is seen to have asked, once', () => {
    const { after, pass } = timers();
    const unexplained = noneUnexplained(after);
    const tops: (Domain | null)[] = [];
    unexplained.wait(METRICS, (top) => tops.push(top));
    unexplained.wait(METRICS, (top) => tops.push(top));
    unexplained.explain(SHOP, SHOP);
    expect(tops).toEqual([]);
    unexplained.explain(METRICS, SHOP);
    unexplained.explain(METRICS, NEWS);
    pass();
    expect(tops).toEqual([SHOP, SHOP]);
  });

  it('are not explained where nobody is seen in time', () => {
    const { after, pass } = timers();
    const unexplained = noneUnexplained(after);
    const tops: (Domain | null)[] = [];
    unexplained.wait(METRICS, (top) => tops.push(top));
    pass();
    unexplained.explain(METRICS, SHOP);
    expect(tops).toEqual([null]);
  });

  it('do not fill the memory: beyond many, one is not waited for', () => {
    const { after, pass } = timers();
    const unexplained = noneUnexplained(after);
    const tops: (Domain | null)[] = [];
    for (let count = 0; count < 2000; count += 1) unexplained.wait(`site-${count}.example` as Domain, () => undefined);
    unexplained.wait(METRICS, (top) => tops.push(top));
    expect(tops).toEqual([null]);
    pass();
    unexplained.wait(METRICS, (top) => tops.push(top));
    expect(tops).toEqual([null]);
    unexplained.explain(METRICS, SHOP);
    expect(tops).toEqual([null, SHOP]);
  });
});
