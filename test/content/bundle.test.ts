// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gather } from '#content/bundle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('gathered news', () => {
  it('are told together after a tenth of a second, in order', () => {
    const told: (readonly string[])[] = [];
    const { add } = gather<string>((news) => told.push(news));
    add('a');
    vi.advanceTimersByTime(99);
    add('b');
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([['a', 'b']]);
    add('c');
    vi.advanceTimersByTime(100);
    expect(told).toEqual([['a', 'b'], ['c']]);
  });

  it('are told at once when asked for, and not again', () => {
    const told: (readonly string[])[] = [];
    const { add, flush } = gather<string>((news) => told.push(news));
    flush();
    add('a');
    flush();
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([['a']]);
  });

  it('are told at once by a page that goes, and gathered again by one that comes back', () => {
    const told: (readonly string[])[] = [];
    const { add } = gather<string>((news) => told.push(news));
    add('a');
    dispatchEvent(new Event('pagehide'));
    expect(told).toEqual([['a']]);
    add('last words');
    expect(told).toEqual([['a'], ['last words']]);
    dispatchEvent(new Event('pageshow'));
    add('b');
    expect(told).toHaveLength(2);
    vi.advanceTimersByTime(100);
    expect(told.at(-1)).toEqual(['b']);
  });

  it('are a hundred at a time at most', () => {
    const told: (readonly number[])[] = [];
    const { add } = gather<number>((news) => told.push(news));
    for (let index = 0; index < 10_000; index += 1) add(index);
    vi.advanceTimersByTime(1000);
    expect(told.map((news) => news.length)).toEqual([100]);
  });
});
