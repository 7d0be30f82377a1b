import { vi } from 'vitest';

let visibility: DocumentVisibilityState = 'visible';
let listening = new AbortController();

/** What listens to this page stops when it departs. */
function endWithPage(target: EventTarget): void {
  const listen = target.addEventListener.bind(target);
  vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
    listen(type, listener, { ...(typeof options === 'object' ? options : {}), signal: listening.signal });
  });
}

/** A tab whose clock stands still until told, and whose page arrived this many ms after the tab went to it. */
export function arrive({ after = 0 }: { readonly after?: number } = {}): void {
  vi.useFakeTimers();
  visibility = 'visible';
  listening = new AbortController();
  endWithPage(document);
  endWithPage(globalThis);
  class PerformanceNavigationTiming {
    readonly responseStart = after;
  }
  vi.stubGlobal('PerformanceNavigationTiming', PerformanceNavigationTiming);
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([new PerformanceNavigationTiming() as never]);
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
}

export function pass(milliseconds: number): void {
  vi.advanceTimersByTime(milliseconds);
}

export function become(state: DocumentVisibilityState): void {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

export function depart(): void {
  listening.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
}
